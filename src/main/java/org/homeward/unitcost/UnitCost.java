package org.homeward.unitcost;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.process.TimeCategory;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.timeuse.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * What one occurrence of a process costs for one kind of case; for a continuous process, one week,
 * month or year of it.
 *
 * @param variations ids of the variations that applied, in file order
 * @param lines in file order; their pence add up to {@link #perOccurrence()}; none for a stated
 *     unit cost
 * @param exact not rounded, in prices of the cost book: a process that runs over time uses it as
 *     its rate
 * @param basis what it rests on
 * @param illustrative whether anything in it is
 * @param stated the published figure that stands in, or null
 */
public record UnitCost(
    String process,
    List<String> variations,
    List<Line> lines,
    Money exact,
    Basis basis,
    boolean illustrative,
    @Nullable StatedUnitCost stated) {

  public UnitCost {
    variations = List.copyOf(variations);
    lines = List.copyOf(lines);
  }

  /** What the minutes rest on. */
  public enum Basis {
    /** Every minute comes from survey answers. */
    SURVEYED("surveyed"),
    /** Some minutes come from answers, some from the process file or the book itself. */
    MIXED("mixed"),
    /** Every minute comes from the process file or the book itself. */
    PROCESS_FILE("process-file"),
    /** A published unit cost stands in for the built-up one. */
    STATED("stated");

    private final String code;

    Basis(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * A task's minutes of a role in a time category, and what they cost.
   *
   * @param minutes expected per occurrence, in all: share × times × minutes
   * @param hourly pounds per hour in prices of the cost book, exact
   * @param amount exact
   * @param pence this line's part of the rounded unit cost
   * @param estimate the survey estimate that was used, or null where the process file's minutes
   *     were
   */
  public record Line(
      String task,
      String role,
      TimeCategory category,
      Minutes minutes,
      Money hourly,
      Money amount,
      Pence pence,
      @Nullable Estimate estimate) {}

  /** The cost of a single occurrence in a ledger: rounded to the penny once. */
  public Pence perOccurrence() {
    return exact.toPence();
  }

  /** The minutes of all roles together. */
  public Minutes minutes() {
    return minutesByRole().values().stream().reduce(Minutes.ZERO, Minutes::plus);
  }

  /** Expected minutes by role, in file order. */
  public Map<String, Minutes> minutesByRole() {
    Map<String, Minutes> sums = new LinkedHashMap<>();
    lines.forEach(l -> sums.merge(l.role(), l.minutes(), Minutes::plus));
    return sums;
  }

  /** What the time of each role costs, exact, in file order. */
  public Map<String, Money> amountByRole() {
    Map<String, Money> sums = new LinkedHashMap<>();
    lines.forEach(l -> sums.merge(l.role(), l.amount(), Money::plus));
    return sums;
  }
}
