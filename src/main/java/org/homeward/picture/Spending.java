package org.homeward.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.homeward.comparison.Comparison;

/**
 * What is drawn of a comparison over time.
 *
 * @param turns in order of their months
 * @param age of the child at the start, in months
 */
public record Spending(List<Series> series, List<Turn> turns, int age) {

  public Spending {
    series = List.copyOf(series);
    turns = turns.stream().sorted(Comparator.comparingInt(Turn::month)).toList();
  }

  /**
   * One pathway.
   *
   * @param cumulative pence by the end of each month, from month 1
   */
  public record Series(String name, List<Long> cumulative) {
    public Series {
      cumulative = List.copyOf(cumulative);
    }

    long last() {
      return cumulative.isEmpty() ? 0 : cumulative.get(cumulative.size() - 1);
    }
  }

  /**
   * The month from which one pathway stays cheaper than the baseline.
   *
   * @param cheaper which of the series
   */
  public record Turn(int month, int cheaper) {}

  /** With the months at which the others and the first change places. */
  public static Spending of(Comparison comparison) {
    List<Comparison.CostedPathway> pathways = comparison.pathways();
    List<String> ids = pathways.stream().map(p -> p.pathway().id()).toList();
    List<Turn> turns = new ArrayList<>();
    for (Comparison.BreakEven even : comparison.breakEvens()) {
      String cheaper = even.cheaper();
      if (cheaper != null && even.month() > 1 && even.first().equals(ids.get(0))) {
        turns.add(new Turn(even.month(), ids.indexOf(cheaper)));
      }
    }
    var first = pathways.get(0).pathway();
    return new Spending(
        pathways.stream().map(p -> new Series(p.pathway().name(), p.cumulative())).toList(),
        turns,
        (int) first.child().birth().until(first.span().from()).toTotalMonths());
  }

  int months() {
    return series.stream().mapToInt(s -> s.cumulative().size()).max().orElse(0);
  }

  long greatest() {
    return series.stream()
        .flatMap(s -> s.cumulative().stream())
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }
}
