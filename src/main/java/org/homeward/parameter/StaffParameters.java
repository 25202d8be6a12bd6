package org.homeward.parameter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.BookInputs;
import org.homeward.parameter.ParameterCatalogue.Entry;
import org.homeward.parameter.TableParameters.Column;
import org.homeward.parameter.TableParameters.Facts;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.staffing.AgencyRate;
import org.homeward.staffing.AreaWeight;
import org.homeward.staffing.EmployerRate;
import org.homeward.staffing.OnCosts;
import org.homeward.staffing.Salary;
import org.homeward.staffing.StaffRole;
import org.homeward.staffing.WeeksAway;

/** The numbers behind the cost of an hour. */
final class StaffParameters {

  private static final String PART = "part of one";

  private StaffParameters() {}

  private static final TableParameters<StaffRole> ROLES =
      new TableParameters<>(
          "catalogue/roles.csv",
          i -> i.tables().roles(),
          (i, rows) -> i.withTables(i.tables().withRoles(rows)),
          StaffParameters::facts,
          (names, r) -> names.role(r.id()),
          List.of(
              new Column<>(
                  "case-related-share",
                  "Case-related share of the working time of %s",
                  r -> "part of one",
                  false,
                  r -> Fractions.of(r.caseRelatedShare()),
                  (r, v) -> new StaffRole(r.id(), r.name(), Words.decimal(v), r.provenance()))));

  private static final TableParameters<Salary> SALARIES =
      new TableParameters<>(
          "catalogue/salaries.csv",
          i -> i.tables().salaries(),
          (i, rows) -> i.withTables(i.tables().withSalaries(rows)),
          StaffParameters::facts,
          (names, s) -> names.role(s.role()),
          List.of(
              money("salary", "Salary of %s", s -> s.amount().pounds(), (s, v) -> with(s, 0, v)),
              number(
                  "hours-a-week",
                  "Contracted hours of %s",
                  "hours a week",
                  s -> Fractions.of(s.hoursAWeek()),
                  (s, v) -> with(s, 1, v)),
              number(
                  "fte",
                  "Part of full time that %s works",
                  PART,
                  s -> Fractions.of(s.fte()),
                  (s, v) -> with(s, 2, v))));

  private static final TableParameters<OnCosts> ON_COSTS =
      new TableParameters<>(
          "catalogue/on-costs.csv",
          i -> i.tables().onCosts(),
          (i, rows) -> i.withTables(i.tables().withOnCosts(rows)),
          StaffParameters::facts,
          (names, o) -> "",
          List.of(
              number(
                  "direct-overheads",
                  "Direct overheads",
                  PART,
                  o -> Fractions.of(o.directOverheads()),
                  (o, v) -> with(o, 0, v)),
              number(
                  "indirect-overheads",
                  "Indirect overheads",
                  PART,
                  o -> Fractions.of(o.indirectOverheads()),
                  (o, v) -> with(o, 1, v)),
              money("capital", "Capital", o -> o.capital().pounds(), (o, v) -> with(o, 2, v)),
              weeks("leave-weeks", "Weeks of annual leave", w -> w.leave(), 0),
              weeks("statutory-weeks", "Weeks of statutory days", w -> w.statutory(), 1),
              weeks("sickness-weeks", "Weeks of sickness", w -> w.sickness(), 2),
              weeks("training-weeks", "Weeks of training", w -> w.training(), 3)));

  private static final TableParameters<EmployerRate> EMPLOYER_RATES =
      new TableParameters<>(
          "catalogue/employer-rates.csv",
          i -> i.tables().employerRates(),
          (i, rows) -> i.withTables(i.tables().withEmployerRates(rows)),
          StaffParameters::facts,
          (names, e) -> BookNames.duty(e.kind()),
          List.of(
              number(
                  "rate",
                  "Employer’s rate of %s",
                  PART,
                  e -> Fractions.of(e.rate()),
                  (e, v) ->
                      new EmployerRate(
                          e.kind(), e.from(), Words.decimal(v), e.threshold(), e.provenance())),
              money(
                  "threshold",
                  "Pay free of %s",
                  e -> e.threshold().pounds(),
                  (e, v) ->
                      new EmployerRate(
                          e.kind(), e.from(), e.rate(), new Money(v), e.provenance()))));

  private static final TableParameters<AgencyRate> AGENCY_RATES =
      new TableParameters<>(
          "catalogue/agency-rates.csv",
          i -> i.tables().agencyRates(),
          (i, rows) -> i.withTables(i.tables().withAgencyRates(rows)),
          StaffParameters::facts,
          (names, a) -> names.role(a.role()),
          List.of(
              new Column<>(
                  "day-rate",
                  "Agency day rate of %s",
                  a -> "£ a day",
                  true,
                  a -> a.dayRate().pounds(),
                  (a, v) -> with(a, 0, v)),
              number(
                  "hours-a-day",
                  "Hours in an agency day of %s",
                  "hours a day",
                  a -> Fractions.of(a.hoursADay()),
                  (a, v) -> with(a, 1, v)),
              number(
                  "share",
                  "Share of posts of %s that agency workers fill",
                  PART,
                  a -> Fractions.of(a.share()),
                  (a, v) -> with(a, 2, v))));

  private static final TableParameters<AreaWeight> AREA_WEIGHTS =
      new TableParameters<>(
          "catalogue/area-weights.csv",
          i -> i.tables().areaWeights(),
          (i, rows) -> i.withTables(i.tables().withAreaWeights(rows)),
          StaffParameters::facts,
          (names, w) -> w.name(),
          List.of(
              number(
                  "pay",
                  "Area weight of pay, %s",
                  "factor",
                  w -> Fractions.of(w.pay()),
                  (w, v) ->
                      new AreaWeight(
                          w.id(), w.name(), Words.decimal(v), w.capital(), w.provenance())),
              number(
                  "capital",
                  "Area weight of capital, %s",
                  "factor",
                  w -> Fractions.of(w.capital()),
                  (w, v) ->
                      new AreaWeight(
                          w.id(), w.name(), w.pay(), Words.decimal(v), w.provenance()))));

  static List<Entry> of(BookInputs inputs) {
    List<Entry> all = new ArrayList<>(ROLES.of(inputs));
    all.addAll(SALARIES.of(inputs));
    all.addAll(AGENCY_RATES.of(inputs));
    all.addAll(EMPLOYER_RATES.of(inputs));
    all.addAll(ON_COSTS.of(inputs));
    all.addAll(AREA_WEIGHTS.of(inputs));
    return all;
  }

  private static Facts facts(StaffRole role) {
    String path = Paths.staff(role.id());
    return new Facts(path, path, Words.key("role", role.id()), "", null, null, role.provenance());
  }

  private static Facts facts(Salary salary) {
    String series = Paths.staff(salary.role());
    return new Facts(
        series + "/" + salary.year(),
        series,
        Words.key("role", salary.role(), "financial_year", salary.year().toString()),
        salary.year().toString(),
        salary.year(),
        salary.year().firstDay(),
        salary.provenance());
  }

  private static Facts facts(OnCosts onCosts) {
    return new Facts(
        Paths.ON_COSTS + "/" + onCosts.year(),
        Paths.ON_COSTS,
        Words.key("financial_year", onCosts.year().toString()),
        onCosts.year().toString(),
        onCosts.year(),
        onCosts.year().firstDay(),
        onCosts.provenance());
  }

  private static Facts facts(EmployerRate rate) {
    String series = Paths.employerRates(rate);
    return new Facts(
        series + "/" + rate.from(),
        series,
        Words.key("kind", rate.kind().code(), "from_date", rate.from().toString()),
        BookNames.from(rate.from()),
        FinancialYear.of(rate.from()),
        rate.from(),
        rate.provenance());
  }

  private static Facts facts(AgencyRate rate) {
    String series = Paths.agencyRates(rate);
    return new Facts(
        series + "/" + rate.year(),
        series,
        Words.key("role", rate.role(), "financial_year", rate.year().toString()),
        "from " + rate.year(),
        rate.year(),
        rate.year().firstDay(),
        rate.provenance());
  }

  private static Facts facts(AreaWeight weight) {
    String path = Paths.areaWeightRow(weight);
    return new Facts(
        path, path, Words.key("area", weight.id()), "", null, null, weight.provenance());
  }

  private static <R> Column<R> number(
      String name,
      String meaning,
      String unit,
      Function<R, BigFraction> get,
      BiFunction<R, BigFraction, R> with) {
    return new Column<>(name, meaning, r -> unit, false, get, with);
  }

  private static <R> Column<R> money(
      String name,
      String meaning,
      Function<R, BigFraction> get,
      BiFunction<R, BigFraction, R> with) {
    return new Column<>(name, meaning, r -> "£ a year", true, get, with);
  }

  private static Column<OnCosts> weeks(
      String name, String meaning, Function<WeeksAway, BigDecimal> get, int place) {
    return number(
        name,
        meaning,
        "weeks a year",
        o -> Fractions.of(get.apply(o.away())),
        (o, v) ->
            new OnCosts(
                o.year(),
                o.directOverheads(),
                o.indirectOverheads(),
                o.capital(),
                with(o.away(), place, Words.decimal(v)),
                o.provenance()));
  }

  private static WeeksAway with(WeeksAway w, int place, BigDecimal v) {
    return new WeeksAway(
        place == 0 ? v : w.leave(),
        place == 1 ? v : w.statutory(),
        place == 2 ? v : w.sickness(),
        place == 3 ? v : w.training());
  }

  /** With another number at a place, in the order of the columns above. */
  private static Salary with(Salary s, int place, BigFraction v) {
    return new Salary(
        s.role(),
        s.year(),
        place == 0 ? new Money(v) : s.amount(),
        place == 1 ? Words.decimal(v) : s.hoursAWeek(),
        place == 2 ? Words.decimal(v) : s.fte(),
        s.provenance());
  }

  private static OnCosts with(OnCosts o, int place, BigFraction v) {
    return new OnCosts(
        o.year(),
        place == 0 ? Words.decimal(v) : o.directOverheads(),
        place == 1 ? Words.decimal(v) : o.indirectOverheads(),
        place == 2 ? new Money(v) : o.capital(),
        o.away(),
        o.provenance());
  }

  private static AgencyRate with(AgencyRate a, int place, BigFraction v) {
    return new AgencyRate(
        a.role(),
        a.year(),
        place == 0 ? new Money(v) : a.dayRate(),
        place == 1 ? Words.decimal(v) : a.hoursADay(),
        place == 2 ? Words.decimal(v) : a.share(),
        a.provenance());
  }
}
