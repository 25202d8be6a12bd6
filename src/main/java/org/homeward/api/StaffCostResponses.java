package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.ReferenceTables;
import org.homeward.costbook.StaffCosts;
import org.homeward.intake.PayrollPay;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.staffing.AgencyRate;
import org.homeward.staffing.AreaWeight;
import org.homeward.staffing.HourBasis;
import org.homeward.staffing.HourlyCost;
import org.homeward.staffing.HourlyCostCalculator;
import org.homeward.staffing.PayrollCalculator;
import org.homeward.staffing.PublishedHourlyCost;
import org.homeward.staffing.Salary;
import org.homeward.staffing.StaffCostSchema;
import org.homeward.staffing.StaffRole;
import org.jspecify.annotations.Nullable;

/** What answers about the cost of staff look like when they travel. */
final class StaffCostResponses {

  private StaffCostResponses() {}

  /** What an hour of a role costs, line by line, pounds a year. */
  @Serdeable
  record StaffCostResponse(
      String role,
      String name,
      String financialYear,
      BigDecimal salary,
      BigDecimal nationalInsurance,
      BigDecimal pension,
      BigDecimal directOverheads,
      BigDecimal indirectOverheads,
      BigDecimal capital,
      BigDecimal agencyShare,
      @Nullable BigDecimal agencyPay,
      BigDecimal annualCost,
      BigDecimal workingHours,
      BigDecimal perWorkingHour,
      BigDecimal perCaseRelatedHour,
      boolean illustrative,
      String source) {

    static StaffCostResponse of(HourlyCost c) {
      return new StaffCostResponse(
          c.role().id(),
          c.role().name(),
          c.year().toString(),
          c.salary().rounded(2),
          c.insurance().rounded(2),
          c.pension().rounded(2),
          c.directOverheads().rounded(2),
          c.indirectOverheads().rounded(2),
          c.capital().rounded(2),
          c.agency().share(),
          c.agency().share().signum() == 0 ? null : c.agency().annualPay().rounded(2),
          c.annualCost().rounded(2),
          Fractions.toDecimal(c.workingHours(), 2),
          c.perHour(HourBasis.WORKING_HOUR).rounded(6),
          c.perHour(HourBasis.CASE_RELATED_HOUR).rounded(6),
          c.provenance().illustrative(),
          c.provenance().source());
    }
  }

  /** The cost of an hour of one role as the PSSRU volumes of unit costs set it out. */
  @Serdeable
  record StaffCostSchemaResponse(
      String role,
      String name,
      String financialYear,
      @Nullable String area,
      List<SchemaLine> lines,
      BigDecimal annualCost,
      WorkingTime workingTime,
      TimeRatio caseRelatedTime,
      HourCosts unitCosts,
      List<PublishedHour> published,
      boolean illustrative,
      String source,
      String note) {

    static StaffCostSchemaResponse of(
        StaffCostSchema schema, List<PublishedHourlyCost> published, CostBook book) {
      HourlyCost hour = schema.hour();
      AreaWeight weight = schema.inputs().weight();
      return new StaffCostSchemaResponse(
          hour.role().id(),
          hour.role().name(),
          hour.year().toString(),
          weight.equals(AreaWeight.NONE) ? null : weight.id(),
          schema.lines().stream().map(SchemaLine::of).toList(),
          hour.annualCost().rounded(2),
          new WorkingTime(
              hour.time().weeks(),
              hour.time().hoursAWeek(),
              Fractions.toDecimal(hour.workingHours(), 2)),
          TimeRatio.of(schema),
          new HourCosts(
              hour.perHour(HourBasis.WORKING_HOUR).rounded(6),
              hour.perHour(HourBasis.CASE_RELATED_HOUR).rounded(6)),
          published.stream()
              .filter(p -> p.role().equals(hour.role().id()))
              .map(p -> PublishedHour.of(p, hour, book))
              .toList(),
          hour.provenance().illustrative(),
          hour.provenance().source(),
          hour.provenance().note());
    }
  }

  /** A line of the schema, pounds a year of an average post; without an amount it is left out. */
  @Serdeable
  record SchemaLine(String letter, String name, @Nullable BigDecimal amount, String working) {
    static SchemaLine of(StaffCostSchema.Line line) {
      Money amount = line.amount();
      return new SchemaLine(
          line.letter(), line.name(), amount == null ? null : amount.rounded(2), line.working());
    }
  }

  /** Weeks and hours worked in a year. */
  @Serdeable
  record WorkingTime(BigDecimal weeks, BigDecimal hoursAWeek, BigDecimal hours) {}

  /** How much of working time is case-related; so much other time comes with an hour of it. */
  @Serdeable
  record TimeRatio(BigDecimal share, BigDecimal otherHoursWithEachHour, String ratio) {
    static TimeRatio of(StaffCostSchema schema) {
      BigDecimal other = Fractions.toDecimal(schema.indirectForEachDirectHour(), 2);
      return new TimeRatio(
          schema.hour().role().caseRelatedShare(), other, "1 : " + other.toPlainString());
    }
  }

  /** Pounds an hour. */
  @Serdeable
  record HourCosts(BigDecimal perWorkingHour, BigDecimal perCaseRelatedHour) {}

  /** A published cost of an hour beside ours, in prices of the year of ours. */
  @Serdeable
  record PublishedHour(
      String basis,
      String priceYear,
      BigDecimal published,
      BigDecimal inPricesOfOurs,
      BigDecimal ours,
      BigDecimal differencePercent,
      String source) {

    static PublishedHour of(PublishedHourlyCost cost, HourlyCost hour, CostBook book) {
      Money moved = book.index().reprice(cost.perHour(), cost.priceYear(), hour.year());
      Money ours = hour.perHour(cost.basis());
      BigFraction difference =
          ours.pounds().divide(moved.pounds()).subtract(BigFraction.ONE).multiply(100);
      return new PublishedHour(
          cost.basis().code(),
          cost.priceYear().toString(),
          cost.perHour().rounded(2),
          moved.rounded(2),
          ours.rounded(2),
          Fractions.toDecimal(difference, 1),
          cost.provenance().source());
    }
  }

  /** What a payroll makes: rows for the tables, and what an hour costs by them. */
  @Serdeable
  record PayrollResponse(
      String file,
      String financialYear,
      int rows,
      List<PayrollRole> roles,
      List<PayrollSalary> salaries,
      List<PayrollAgencyRate> agencyRates,
      List<String> notes) {

    static PayrollResponse of(PayrollPay pay, ReferenceTables tables) {
      return new PayrollResponse(
          pay.payroll().file(),
          pay.rates().year().toString(),
          pay.payroll().posts().size(),
          pay.roles().stream().map(p -> PayrollRole.of(p, tables)).toList(),
          pay.roles().stream()
              .map(PayrollCalculator.RolePay::salary)
              .filter(Objects::nonNull)
              .map(PayrollSalary::of)
              .toList(),
          pay.roles().stream()
              .map(PayrollCalculator.RolePay::agency)
              .filter(Objects::nonNull)
              .map(PayrollAgencyRate::of)
              .toList(),
          pay.payroll().notes());
    }
  }

  /**
   * A role of a payroll: National Insurance of a full-time post person by person, and by the row
   * that is made; what an hour costs by that row, null without the overheads of its year or without
   * a salary.
   */
  @Serdeable
  record PayrollRole(
      String role,
      int persons,
      BigDecimal employedFte,
      BigDecimal agencyFte,
      @Nullable BigDecimal insuranceByPerson,
      @Nullable BigDecimal insuranceByRow,
      @Nullable BigDecimal perWorkingHour,
      @Nullable BigDecimal perWorkingHourNow) {

    static PayrollRole of(PayrollCalculator.RolePay pay, ReferenceTables tables) {
      Money insurance = pay.insurance();
      HourlyCost hour = hour(pay, tables);
      return new PayrollRole(
          pay.role(),
          pay.persons(),
          pay.employedFte(),
          pay.agencyFte(),
          insurance == null ? null : insurance.rounded(2),
          hour == null ? null : hour.insurance().rounded(2),
          perHour(hour),
          perHour(role(pay, tables).flatMap(PayrollRole.now(tables)).orElse(null)));
    }

    private static Function<StaffRole, Optional<HourlyCost>> now(ReferenceTables tables) {
      return role ->
          new StaffCosts(tables)
              .latest(role, AreaWeight.NONE)
              .map(new HourlyCostCalculator()::calculate);
    }

    private static Optional<StaffRole> role(PayrollCalculator.RolePay pay, ReferenceTables tables) {
      return tables.roles().stream().filter(r -> r.id().equals(pay.role())).findFirst();
    }

    private static @Nullable HourlyCost hour(
        PayrollCalculator.RolePay pay, ReferenceTables tables) {
      Salary salary = pay.salary();
      AgencyRate agency = pay.agency();
      List<AgencyRate> rates = agency == null ? List.of() : List.of(agency);
      return salary == null
          ? null
          : role(pay, tables)
              .flatMap(
                  r ->
                      new StaffCosts(tables.withAgencyRates(rates))
                          .inputs(r, salary, AreaWeight.NONE))
              .map(new HourlyCostCalculator()::calculate)
              .orElse(null);
    }

    private static @Nullable BigDecimal perHour(@Nullable HourlyCost hour) {
      return hour == null ? null : hour.perHour(HourBasis.WORKING_HOUR).rounded(2);
    }
  }

  /** A row for salaries.csv. */
  @Serdeable
  record PayrollSalary(
      String role,
      String financialYear,
      BigDecimal salary,
      BigDecimal hoursAWeek,
      BigDecimal fte,
      String source) {
    static PayrollSalary of(Salary s) {
      return new PayrollSalary(
          s.role(),
          s.year().toString(),
          s.amount().rounded(2),
          s.hoursAWeek(),
          s.fte(),
          s.provenance().source());
    }
  }

  /** A row for agency-rates.csv. */
  @Serdeable
  record PayrollAgencyRate(
      String role,
      String financialYear,
      BigDecimal dayRate,
      BigDecimal hoursADay,
      BigDecimal share,
      String source) {
    static PayrollAgencyRate of(AgencyRate a) {
      return new PayrollAgencyRate(
          a.role(),
          a.year().toString(),
          a.dayRate().rounded(2),
          a.hoursADay(),
          a.share(),
          a.provenance().source());
    }
  }
}
