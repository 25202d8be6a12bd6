package org.homeward.costbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.homeward.process.CaseNumbers;
import org.jspecify.annotations.Nullable;

/**
 * The processes that run over time in cases of one kind at one age: from which months of a
 * placement to which, and as which variant. The months at which anything changes cut a placement
 * into bands, from 0.
 */
public final class RunningProcesses {

  private final int[] months;

  private final Run[] all;

  /** By the last band of months that a stretch reaches. */
  private final Run[][] runs;

  /**
   * A process that runs at one price.
   *
   * @param from the first band of months in which it runs so
   * @param until the band from which it no longer does
   */
  public record Run(PricedProcess priced, int from, int until) {}

  private RunningProcesses(int[] months, List<Run> all) {
    this.months = months;
    this.all = all.toArray(Run[]::new);
    runs = new Run[months.length + 1][];
    for (int band = 0; band <= months.length; band++) {
      int last = band;
      runs[band] =
          all.stream()
              .filter(r -> r.from() <= last)
              .map(r -> new Run(r.priced(), r.from(), Math.min(r.until(), last + 1)))
              .toArray(Run[]::new);
    }
  }

  /**
   * @param age the least of the ages
   * @param placementNumbers sequence and recent placements, as {@link CaseNumbers}
   */
  static RunningProcesses of(ProcessCase[] processes, int age, long placementNumbers) {
    SortedSet<Integer> thresholds = new TreeSet<>();
    for (ProcessCase process : processes) {
      thresholds.addAll(process.monthThresholds());
    }
    int[] months = thresholds.stream().mapToInt(Integer::intValue).toArray();
    List<Run> runs = new ArrayList<>();
    for (ProcessCase process : processes) {
      int from = 0;
      PricedProcess priced = null;
      for (int band = 0; band <= months.length; band++) {
        int month = band == 0 ? 0 : months[band - 1];
        PricedProcess now = process.at(CaseNumbers.with(placementNumbers, month, age, 1));
        if (!Objects.equals(now, priced)) {
          add(runs, priced, from, band);
          from = band;
          priced = now;
        }
      }
      add(runs, priced, from, months.length + 1);
    }
    return new RunningProcesses(months, runs);
  }

  /** The same without the processes of these bits. */
  RunningProcesses without(long processes) {
    return new RunningProcesses(
        months,
        Arrays.stream(all)
            .filter(r -> (processes & 1L << r.priced().process().place()) == 0)
            .toList());
  }

  /** Whether the same processes run in the same months as the same variants. */
  boolean isSameAs(RunningProcesses other) {
    return Arrays.equals(months, other.months) && Arrays.equals(all, other.all);
  }

  private static void add(List<Run> runs, @Nullable PricedProcess priced, int from, int until) {
    if (priced != null) {
      runs.add(new Run(priced, from, until));
    }
  }

  /** What runs in a placement, from which band of months to which. Not to be changed. */
  public Run[] all() {
    return all;
  }

  /** The months in a placement at which one band ends and the next begins, in order. */
  public int[] months() {
    return months;
  }

  /**
   * What runs in a placement that reaches a band of months and no later one, from its first band on
   * and not beyond that one. Not to be changed.
   */
  public Run[] upTo(int band) {
    return runs[band];
  }
}
