package org.homeward.pathway;

import java.util.List;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledProcess;
import org.homeward.costbook.FeeTerm;
import org.homeward.costbook.PricedProcess;
import org.jspecify.annotations.Nullable;

/**
 * What a walk writes: the part of it that falls into the window, and as included what a fee or a
 * one-off cost already pays for.
 */
final class Entries {

  private static final Cover[] NO_COVERS = {};

  private LedgerSink sink = LedgerSink.NOWHERE;
  private int windowFrom;
  private int windowTo;
  private Cover[] covers = NO_COVERS;

  void begin(LedgerSink into, int from, int to, List<Cover> costsThatInclude) {
    sink = into;
    windowFrom = from;
    windowTo = to;
    covers = costsThatInclude.isEmpty() ? NO_COVERS : costsThatInclude.toArray(Cover[]::new);
  }

  int windowTo() {
    return windowTo;
  }

  void leg(int leg) {
    sink.leg(leg);
  }

  void placement(int leg, FeeTerm fee, int rateStart, int from, int to) {
    int a = Math.max(from, windowFrom);
    int b = Math.min(to, windowTo);
    if (a < b) {
      sink.placement(leg, fee, rateStart, a, b);
    }
  }

  /** Days without a fee; only those of the window have to have one. */
  void unpriced(int kind, int from, int to, CompiledBook book) {
    int a = Math.max(from, windowFrom);
    int b = Math.min(to, windowTo);
    if (a < b) {
      sink.unpriced(kind, a, b, () -> book.missingFee(kind, a));
    }
  }

  void continuous(PricedProcess process, int rateStart, int from, int to) {
    int a = Math.max(from, windowFrom);
    int b = Math.min(to, windowTo);
    if (a < b) {
      sink.continuous(process, rateStart, a, b);
    }
  }

  void included(CompiledProcess process, String paidBy, int from, int to) {
    int a = Math.max(from, windowFrom);
    int b = Math.min(to, windowTo);
    if (a < b) {
      sink.included(process, paidBy, a, b);
    }
  }

  /** An occurrence on a day of the window. */
  void occurrence(PricedProcess process, int day, @Nullable FeeTerm fee) {
    String paidBy = paidBy(process.process(), fee, day);
    if (paidBy == null) {
      sink.occurrence(process, day);
    } else {
      sink.included(process.process(), paidBy, day, day + 1);
    }
  }

  /** Occurrences, each so many months after the one before, all in the window and not paid for. */
  void occurrences(PricedProcess process, int firstDay, int months, int count) {
    sink.occurrences(process, firstDay, months, count);
  }

  boolean inWindow(int day) {
    return windowFrom <= day && day < windowTo;
  }

  /** Whether all days from one to, not with, another lie in the window. */
  boolean inWindow(int from, int to) {
    return windowFrom <= from && to <= windowTo;
  }

  // What is already paid for

  /** Whether anything that a one-off cost pays for can change between two fees. */
  boolean hasCovers() {
    return covers.length > 0;
  }

  /** The first day after one and up to another on which what is paid for can change. */
  int nextCoverChange(int day, int end) {
    int until = end;
    for (Cover cover : covers) {
      if (cover.fromDay() > day) {
        until = Math.min(until, cover.fromDay());
      }
      if (cover.toDay() > day) {
        until = Math.min(until, cover.toDay());
      }
    }
    return until;
  }

  /** What pays for a process on a day, or null where nothing does. */
  @Nullable String paidBy(CompiledProcess process, @Nullable FeeTerm fee, int day) {
    long bit = 1L << process.place();
    if (fee != null && (fee.includes() & bit) != 0) {
      return fee.label();
    }
    for (Cover cover : covers) {
      if ((cover.processes() & bit) != 0 && cover.on(day)) {
        return cover.paidBy();
      }
    }
    return null;
  }
}
