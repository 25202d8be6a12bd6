package org.homeward.staffing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  /**
   * The rates of one financial year.
   *
   * @param insurance part of one, on what a person earns above the threshold
   * @param threshold pounds a year and person
   * @param pension part of one, on all wages
   */
  public record OfYear(
      FinancialYear year,
      BigFraction insurance,
      Money threshold,
      BigFraction pension,
      Provenance provenance) {

    /**
     * Employer National Insurance for a full-time post at this salary that is filled by persons of
     * this part of full time: each of them has the whole threshold.
     */
    public Money insuranceOn(Money salary, BigFraction fte) {
      Money above = salary.times(fte).minus(threshold);
      return above.isNegative() ? Money.ZERO : above.times(insurance).dividedBy(fte);
    }
  }

  /** The rates of a year, or nothing if one of them is not known on its first day. */
  public Optional<OfYear> of(FinancialYear year) {
    List<Stretch> insurance = stretches(EmployerRate.Kind.NATIONAL_INSURANCE, year);
    List<Stretch> pension = stretches(EmployerRate.Kind.PENSION, year);
    if (insurance.isEmpty() || pension.isEmpty()) {
      return Optional.empty();
    }
    List<Stretch> all = new ArrayList<>(insurance);
    all.addAll(pension);
    return Optional.of(
        new OfYear(
            year,
            meanRate(insurance),
            meanThreshold(insurance),
            meanRate(pension),
            new Provenance(
                String.join(
                    "; ", all.stream().map(s -> s.row().provenance().source()).distinct().toList()),
                all.stream().anyMatch(s -> s.row().provenance().illustrative()),
                "")));
  }

  private record Stretch(EmployerRate row, long days) {}

  /** The rows in force within the tax year; none if its first day has no rate. */
  private List<Stretch> stretches(EmployerRate.Kind kind, FinancialYear year) {
    LocalDate first = LocalDate.of(year.startYear(), 4, 6);
    LocalDate end = first.plusYears(1);
    List<EmployerRate> known = rows.stream().filter(r -> r.kind() == kind).toList();
    List<Stretch> found = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      LocalDate from = later(known.get(i).from(), first);
      LocalDate to = i + 1 < known.size() ? earlier(known.get(i + 1).from(), end) : end;
      if (from.isBefore(to)) {
        found.add(new Stretch(known.get(i), to.toEpochDay() - from.toEpochDay()));
      }
    }
    boolean known6April = !found.isEmpty() && !found.get(0).row().from().isAfter(first);
    return known6April ? found : List.of();
  }

  private static BigFraction meanRate(List<Stretch> stretches) {
    BigFraction sum = BigFraction.ZERO;
    for (Stretch s : stretches) {
      sum = sum.add(Fractions.of(s.row().rate()).multiply(BigFraction.of(s.days())));
    }
    return sum.divide(days(stretches));
  }

  private static Money meanThreshold(List<Stretch> stretches) {
    Money sum = Money.ZERO;
    for (Stretch s : stretches) {
      sum = sum.plus(s.row().threshold().times(BigFraction.of(s.days())));
    }
    return sum.dividedBy(days(stretches));
  }

  private static BigFraction days(List<Stretch> stretches) {
    return BigFraction.of(stretches.stream().mapToLong(Stretch::days).sum());
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
