package org.homeward.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.pathway.LineSource;
import org.homeward.process.Trigger;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Provenance;
import org.homeward.unitcost.Workload;

/**
 * Explains working time: how often each process is done × the minutes of a role in it → hours, what
 * they cost, and full-time staff.
 */
public final class StaffTimeExplanations {

  /** The addresses of the figures; hours of a role have its id behind, as the others have. */
  public static final String HOURS = "hours";

  public static final String ROLE = "role";
  public static final String FULL_TIME = "full-time";

  private static final BigFraction SIXTY = BigFraction.of(60);

  private final ExplanationCalculator calculator;
  private final Map<LineSource.OfProcess, BigFraction> times;
  private final String counting;
  private final boolean casesApart;
  private final Workload workload;

  /**
   * @param times how often each is done; of one that runs over time the weeks, months or years
   * @param counting what kind of number that is, for readers: Expected, Counted
   * @param casesApart whether processes and their kinds of case are told apart
   */
  public StaffTimeExplanations(
      ExplanationCalculator calculator,
      Map<LineSource.OfProcess, BigFraction> times,
      String counting,
      boolean casesApart) {
    this.calculator = calculator;
    this.times = times;
    this.counting = counting;
    this.casesApart = casesApart;
    workload = LineSource.workload(times);
  }

  /** Whether an address is of one of these figures. */
  public static boolean isOne(String figure) {
    return figure.equals(HOURS) || isOfRole(figure);
  }

  private static boolean isOfRole(String figure) {
    return List.of(HOURS, ROLE, FULL_TIME)
        .contains(figure.substring(0, Math.max(0, figure.indexOf('/'))));
  }

  /** Whether anything here is of it: always of the hours of all roles. */
  public boolean has(String figure) {
    return figure.equals(HOURS)
        || (isOfRole(figure) && workload.minutesByRole().containsKey(role(figure)));
  }

  /**
   * The figure of an address, zero of a role that does nothing.
   *
   * @param figure one of these
   */
  public Explanation of(String figure) {
    String role = role(figure);
    Explanation made =
        figure.equals(HOURS)
            ? hours()
            : figure.startsWith(HOURS)
                ? hours(role)
                : figure.startsWith(ROLE) ? cost(role) : fullTime(role);
    return made.at(figure);
  }

  private static String role(String figure) {
    return figure.substring(figure.indexOf('/') + 1);
  }

  private Explanation hours() {
    List<Explanation> roles =
        workload.minutesByRole().keySet().stream().map(this::minutes).toList();
    return inHours(
        "Hours of staff time",
        Explanation.of("Minutes of all roles", Measure.MINUTES, Rule.SUM, roles));
  }

  private Explanation hours(String role) {
    return inHours("Hours of " + calculator.name(role), minutes(role));
  }

  private Explanation cost(String role) {
    String label = "Time of " + calculator.name(role);
    return Explanation.of(
            label,
            Measure.POUNDS,
            Rule.TO_THE_PENNY,
            Explanation.of(
                label,
                Measure.POUNDS,
                Rule.TIME_AT_COST,
                minutes(role),
                calculator.hourlyCost(role)))
        .counted(workload.costByRole().getOrDefault(role, Pence.ZERO).pounds());
  }

  private Explanation fullTime(String role) {
    return Explanation.of(
        "Full-time years of " + calculator.name(role),
        Measure.FACTOR,
        Rule.QUOTIENT,
        hours(role),
        calculator.workingHours(role));
  }

  private static Explanation inHours(String label, Explanation minutes) {
    return Explanation.of(
        label,
        Measure.HOURS,
        Rule.QUOTIENT,
        minutes,
        Explanation.input("Minutes in an hour", Measure.FACTOR, SIXTY, null));
  }

  /** Each process, and each kind of case: its minutes by how often it is done. */
  private Explanation minutes(String role) {
    String label = "Minutes of " + calculator.name(role);
    BigFraction minutes = workload.minutesByRole().getOrDefault(role, Minutes.ZERO).value();
    return casesApart
        ? Explanation.of(label, Measure.MINUTES, Rule.SUM, byCase(role)).counted(minutes)
        : Explanation.input(
                label,
                Measure.MINUTES,
                minutes,
                new Provenance(
                    "the minutes of the cost book",
                    times.keySet().stream().anyMatch(LineSource.OfProcess::illustrative),
                    ""))
            .noting("processes and kinds of case are not told apart");
  }

  private List<Explanation> byCase(String role) {
    List<Explanation> parts = new ArrayList<>();
    times.forEach(
        (process, often) -> {
          if (process.unitCost().minutesByRole().containsKey(role)) {
            parts.add(
                Explanation.of(
                    calculator.unitCost(process).label(),
                    Measure.MINUTES,
                    Rule.PRODUCT,
                    calculator.minutes(process, role),
                    Explanation.input(unit(process), Measure.FACTOR, often, null)));
          }
        });
    return parts;
  }

  private String unit(LineSource.OfProcess process) {
    boolean lasts = process.process().graph().trigger() instanceof Trigger.Continuous;
    return counting + " " + (lasts ? process.per().code() + "s" : "number of times");
  }
}
