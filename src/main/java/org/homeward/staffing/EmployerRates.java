package org.homeward.staffing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;

/**
 * Employer National Insurance and pension by date. The rates of a financial year are those of the
 * tax year that begins in it, 6 April to 5 April; where one changes within it, the mean by days:
 * the way in which HMRC states the yearly rate of 2022-23.
 */
public record EmployerRates(List<EmployerRate> rows) {

  public EmployerRates {
    rows = rows.stream().sorted(Comparator.comparing(EmployerRate::from)).toList();
  }

  /** A rate, and on how many days of a tax year it is in force. */
  public record InForce(EmployerRate rate, long days) {}

  /**
   * The rates of one financial year.
   *
   * @param insurances by date: on what a person earns above the threshold
   * @param pensions by date: on all wages
   */
  public record OfYear(FinancialYear year, List<InForce> insurances, List<InForce> pensions) {

    public OfYear {
      insurances = List.copyOf(insurances);
      pensions = List.copyOf(pensions);
    }

    /** Part of one: the mean by days. */
    public BigFraction insurance() {
      return mean(insurances, r -> Fractions.of(r.rate()));
    }

    /** Pounds a year and person: the mean by days. */
    public Money threshold() {
      return new Money(mean(insurances, r -> r.threshold().pounds()));
    }

    /** Part of one: the mean by days. */
    public BigFraction pension() {
      return mean(pensions, r -> Fractions.of(r.rate()));
    }

    public Provenance provenance() {
      List<Provenance> all =
          Stream.concat(insurances.stream(), pensions.stream())
              .map(i -> i.rate().provenance())
              .toList();
      return new Provenance(
          String.join("; ", all.stream().map(Provenance::source).distinct().toList()),
          all.stream().anyMatch(Provenance::illustrative),
          "");
    }

    /**
     * Employer National Insurance for a full-time post at this salary that is filled by persons of
     * this part of full time: each of them has the whole threshold.
     */
    public Money insuranceOn(Money salary, BigFraction fte) {
      Money above = salary.times(fte).minus(threshold());
      return above.isNegative() ? Money.ZERO : above.times(insurance()).dividedBy(fte);
    }
  }

  /** The rates of a year, or nothing if one of them is not known on its first day. */
  public Optional<OfYear> of(FinancialYear year) {
    List<InForce> insurances = inForce(EmployerRate.Kind.NATIONAL_INSURANCE, year);
    List<InForce> pensions = inForce(EmployerRate.Kind.PENSION, year);
    return insurances.isEmpty() || pensions.isEmpty()
        ? Optional.empty()
        : Optional.of(new OfYear(year, insurances, pensions));
  }

  /** The rows in force within the tax year; none if its first day has no rate. */
  private List<InForce> inForce(EmployerRate.Kind kind, FinancialYear year) {
    LocalDate first = LocalDate.of(year.startYear(), 4, 6);
    LocalDate end = first.plusYears(1);
    List<EmployerRate> known = rows.stream().filter(r -> r.kind() == kind).toList();
    List<InForce> found = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      LocalDate from = later(known.get(i).from(), first);
      LocalDate to = i + 1 < known.size() ? earlier(known.get(i + 1).from(), end) : end;
      if (from.isBefore(to)) {
        found.add(new InForce(known.get(i), to.toEpochDay() - from.toEpochDay()));
      }
    }
    boolean known6April = !found.isEmpty() && !found.get(0).rate().from().isAfter(first);
    return known6April ? found : List.of();
  }

  private static BigFraction mean(
      List<InForce> inForce, Function<EmployerRate, BigFraction> amount) {
    BigFraction sum = BigFraction.ZERO;
    long days = 0;
    for (InForce each : inForce) {
      sum = sum.add(amount.apply(each.rate()).multiply(BigFraction.of(each.days())));
      days += each.days();
    }
    return sum.divide(BigFraction.of(days));
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
