package org.homeward.placement;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.allowance.MeansTestRules;
import org.homeward.history.Child;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;

/**
 * Prices of supports, allowances, legal and one-off costs.
 *
 * @param meansTests rules by which allowances are tested, each in force until the next
 */
public record PriceList(List<PriceRow> rows, List<MeansTestRules> meansTests) {

  /** Nobody reaches this age: bands without an end go on beyond it. */
  private static final int OLDEST = 150;

  /**
   * @throws InputException naming rows of one item that begin on the same day for the same ages
   */
  public PriceList {
    rows = List.copyOf(rows);
    meansTests = List.copyOf(meansTests);
    Problems problems = new Problems();
    for (int i = 0; i < rows.size(); i++) {
      PriceRow row = rows.get(i);
      if (rows.subList(0, i).stream().anyMatch(row::clashesWith)) {
        problems.add(
            "prices",
            row.label(),
            "Two prices of the same item begin on the same day for the same ages.",
            "Leave one of them out, or change its ages.");
      }
    }
    problems.throwIfAny();
  }

  /** Without a means test. */
  public PriceList(List<PriceRow> rows) {
    this(rows, List.of());
  }

  /**
   * The rules of the means test that are in force on a day.
   *
   * @throws InputException if there are none
   */
  public MeansTestRules meansTestOn(LocalDate day) {
    return meansTests.stream()
        .filter(m -> !m.from().isAfter(day))
        .max(Comparator.comparing(MeansTestRules::from))
        .orElseThrow(
            () ->
                new InputException(
                    Problem.of(
                        "household",
                        day,
                        "There are no rules of the means test on this day.",
                        "State the amount of the allowance, or start later.")));
  }

  /** Every item, in alphabetical order. */
  public Set<String> items() {
    Set<String> items = new TreeSet<>();
    rows.forEach(r -> items.add(r.item()));
    return items;
  }

  /**
   * The first day after a day on which another row of an item can be in force for a child: where a
   * row begins, or the child grows into or out of a band; {@link Integer#MAX_VALUE} if there is
   * none.
   */
  public int nextChange(String item, int day, Child child) {
    int next = Integer.MAX_VALUE;
    int age = child.ageOn(day);
    for (PriceRow row : rows) {
      if (row.item().equals(item)) {
        int from = (int) row.from().toEpochDay();
        if (from > day) {
          next = Math.min(next, from);
        }
        for (int threshold : new int[] {row.age().from(), row.age().below()}) {
          if (threshold > age && threshold < OLDEST) {
            next = Math.min(next, child.reaches(threshold));
          }
        }
      }
    }
    return next;
  }

  /**
   * The row in force on a day for a child of an age.
   *
   * @throws InputException if the item is unknown, or has no price for that day and age
   */
  public PriceRow at(String item, LocalDate day, int age) {
    PriceRow best = null;
    for (PriceRow row : rows) {
      boolean fits = row.item().equals(item) && row.age().contains(age) && !row.from().isAfter(day);
      if (fits && (best == null || row.from().isAfter(best.from()))) {
        best = row;
      }
    }
    if (best == null) {
      boolean known = items().contains(item);
      throw new InputException(
          Problem.of(
              "item",
              item,
              known
                  ? "There is no price of this item on " + day + " at age " + age + "."
                  : "There is no price of this item.",
              known
                  ? "State a price, or start later."
                  : "Name one of " + String.join(", ", items()) + ", or state a price."));
    }
    return best;
  }
}
