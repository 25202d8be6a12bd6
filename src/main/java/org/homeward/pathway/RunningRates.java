package org.homeward.pathway;

import java.util.Arrays;
import org.homeward.costbook.CompiledProcess;
import org.homeward.costbook.FeeTerm;
import org.homeward.costbook.RunningProcesses;
import org.homeward.quantity.CalendarDays;

/**
 * The processes that run over time. A rate starts when a placement begins, when its price changes,
 * and when a fee no longer pays for it; it runs on from one leg to the next with the same carer.
 */
final class RunningRates {

  private static final int NONE = -1;

  private final Entries entries;

  // By place of a process in the book: what runs on after the last stretch.
  private final int[] variants;
  private final int[] starts;
  private final int[] ends;
  private boolean runsOn;

  /** The days on which the bands of months of a stretch begin, and its end. */
  private int[] cuts = new int[8];

  RunningRates(Entries entries, int processes) {
    this.entries = entries;
    variants = new int[processes];
    starts = new int[processes];
    ends = new int[processes];
    Arrays.fill(ends, NONE);
  }

  void begin() {
    if (runsOn) {
      Arrays.fill(ends, NONE);
      runsOn = false;
    }
  }

  /**
   * Writes what runs on the days of a stretch of one fee.
   *
   * @param goesOn whether the placement goes on after the stretch
   */
  void settle(
      RunningProcesses running, int placementStart, int from, int to, boolean goesOn, FeeTerm fee) {
    int first = 0;
    int next = bandStart(running, placementStart, 1);
    while (next <= from) {
      first++;
      next = bandStart(running, placementStart, first + 1);
    }
    cuts = room(running);
    cuts[first] = from;
    int last = first;
    while (next < to) {
      cuts[++last] = next;
      next = bandStart(running, placementStart, last + 1);
    }
    cuts[last + 1] = to;
    for (RunningProcesses.Run run : running.upTo(last)) {
      int a = Math.max(run.from(), first);
      int b = run.until();
      if (a < b) {
        boolean begun = a == first && from > placementStart;
        write(run, placementStart, cuts[a], cuts[b], begun, goesOn && b > last, fee);
      }
    }
  }

  /** Writes what runs in a placement from its first day to its last, of which no fee pays. */
  void whole(RunningProcesses running, int from, int to) {
    int[] months = running.months();
    cuts = room(running);
    cuts[0] = from;
    for (int i = 0; i < months.length; i++) {
      cuts[i + 1] = Math.min(to, CalendarDays.plusMonths(from, months[i]));
    }
    cuts[months.length + 1] = to;
    for (RunningProcesses.Run run : running.all()) {
      int start = cuts[run.from()];
      entries.continuous(run.priced(), start, start, cuts[run.until()]);
    }
  }

  private int[] room(RunningProcesses running) {
    int needed = running.months().length + 2;
    return needed <= cuts.length ? cuts : new int[2 * needed];
  }

  private static int bandStart(RunningProcesses running, int placementStart, int band) {
    int[] months = running.months();
    return band <= months.length
        ? CalendarDays.plusMonths(placementStart, months[band - 1])
        : Integer.MAX_VALUE;
  }

  private void write(
      RunningProcesses.Run run,
      int placementStart,
      int from,
      int to,
      boolean begun,
      boolean goesOn,
      FeeTerm fee) {
    CompiledProcess process = run.priced().process();
    int variant = run.priced().variant();
    String paidBy = entries.paidBy(process, fee, from);
    if (paidBy != null) {
      entries.included(process, paidBy, from, to);
      return;
    }
    int start = begun ? start(process.place(), variant, placementStart, from) : from;
    if (goesOn) {
      keep(process.place(), variant, start, to);
    }
    entries.continuous(run.priced(), start, from, to);
  }

  /** Since when a rate runs that runs on a day: since before it, or from it on. */
  private int start(int place, int variant, int placementStart, int day) {
    boolean same =
        ends[place] == day && variants[place] == variant && starts[place] >= placementStart;
    return same ? starts[place] : day;
  }

  private void keep(int place, int variant, int start, int end) {
    runsOn = true;
    variants[place] = variant;
    starts[place] = start;
    ends[place] = end;
  }
}
