package org.homeward.explanation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.PriceIndices;
import org.homeward.parameter.Paths;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.staffing.AgencyRate;
import org.homeward.staffing.AreaWeight;
import org.homeward.staffing.EmployerRate;
import org.homeward.staffing.EmployerRates.InForce;
import org.homeward.staffing.HourBasis;
import org.homeward.staffing.HourlyCost;
import org.homeward.staffing.OnCosts;
import org.homeward.staffing.Salary;
import org.homeward.staffing.StaffRole;
import org.homeward.staffing.WorkingYear;

/**
 * What an hour of each role costs, from salary, thresholds and rates (method, section 3). Only what
 * counts is told: no area weight, agency or part-time work where there is none.
 */
final class HourExplanations {

  private final CostBook book;
  private final IndexExplanations indices;
  private final Map<String, HourlyCost> hourlyCosts;
  private final Map<String, Explanation> made = new HashMap<>();
  private final Map<String, Explanation> years = new HashMap<>();

  HourExplanations(CostBook book, IndexExplanations indices) {
    this.book = book;
    this.indices = indices;
    hourlyCosts = book.hourlyCostsByRole();
  }

  String name(String role) {
    return hourly(role).role().name();
  }

  /** Annual cost ÷ working hours, ÷ the case-related share where that hour is meant. */
  Explanation of(String role) {
    return made.computeIfAbsent(role, r -> new OfRole(hourly(r)).hour());
  }

  /** What a full-time post costs a year, in prices of the book. */
  Explanation aYear(String role) {
    return years.computeIfAbsent(role, r -> new OfRole(hourly(r)).year());
  }

  /** The hours of a full-time year of a role. */
  Explanation workingHours(String role) {
    return new OfRole(hourly(role)).workingHours;
  }

  private HourlyCost hourly(String role) {
    HourlyCost cost = hourlyCosts.get(role);
    if (cost == null) {
      throw new IllegalStateException("No hourly cost of " + role);
    }
    return cost;
  }

  private final class OfRole {

    private final HourlyCost cost;
    private final String key;
    private final Explanation salary;
    private final Explanation pay;
    private final Explanation workingHours;

    OfRole(HourlyCost cost) {
      this.cost = cost;
      key = "hourly-cost/" + cost.role().id();
      salary = salary();
      pay = permanentPay();
      workingHours = workingHours();
    }

    Explanation hour() {
      String name = cost.role().name();
      Explanation hour =
          made("An hour of " + name, Measure.POUNDS_AN_HOUR, Rule.QUOTIENT, annual(), workingHours);
      if (book.hourBasis() == HourBasis.CASE_RELATED_HOUR) {
        StaffRole role = cost.role();
        hour =
            made(
                "A case-related hour of " + name,
                Measure.POUNDS_AN_HOUR,
                Rule.QUOTIENT,
                hour,
                input(
                    "Case-related share of working time",
                    Measure.SHARE,
                    role.caseRelatedShare(),
                    role.provenance(),
                    Paths.role(role, "case-related-share")));
      }
      return inPricesOfBook(hour).sharedAt(key);
    }

    Explanation year() {
      return inPricesOfBook(annual()).sharedAt(key + "/year");
    }

    private Explanation inPricesOfBook(Explanation of) {
      return cost.year().equals(book.priceYear())
          ? of
          : made(
              of.label() + ", in " + book.priceYear() + " prices",
              of.measure(),
              Rule.PRODUCT,
              of,
              indices.index(PriceIndices.Kind.STAFF, cost.year()));
    }

    /** Where agency workers fill a share of the posts, each kind of pay counts by its share. */
    private Explanation annual() {
      OnCosts onCosts = cost.inputs().onCosts();
      List<Explanation> parts = new ArrayList<>();
      AgencyRate agency = cost.inputs().agency();
      if (agency == null || agency.share().signum() == 0) {
        parts.add(pay);
      } else {
        parts.addAll(mix(agency));
      }
      parts.add(overhead("Direct overheads", "direct-overheads", onCosts.directOverheads()));
      parts.add(overhead("Indirect overheads", "indirect-overheads", onCosts.indirectOverheads()));
      parts.add(
          weighted(
              "Capital",
              Measure.POUNDS_A_YEAR,
              input(
                  "Capital",
                  Measure.POUNDS_A_YEAR,
                  onCosts.capital(),
                  onCosts.provenance(),
                  Paths.onCosts(onCosts, "capital")),
              "capital",
              cost.inputs().weight().capital()));
      return Explanation.of(
          "Annual cost of one " + cost.role().name().toLowerCase(Locale.UK),
          Measure.POUNDS_A_YEAR,
          Rule.SUM,
          parts);
    }

    private Explanation salary() {
      Salary of = cost.inputs().salary();
      Explanation salary =
          weighted(
              "Salary",
              Measure.POUNDS_A_YEAR,
              input(
                  "Salary",
                  Measure.POUNDS_A_YEAR,
                  of.amount(),
                  of.provenance(),
                  Paths.salary(of, "salary")),
              "pay",
              cost.inputs().weight().pay());
      return salary.rule() == Rule.INPUT ? salary : salary.sharedAt(key + "/salary");
    }

    private Explanation permanentPay() {
      return made(
              "Pay of a permanent post with on-costs",
              Measure.POUNDS_A_YEAR,
              Rule.SUM,
              salary,
              insurance(),
              made(
                  "Employer pension",
                  Measure.POUNDS_A_YEAR,
                  Rule.PRODUCT,
                  salary,
                  rate("Rate of employer pension", cost.inputs().rates().pensions())))
          .sharedAt(key + "/permanent-pay");
    }

    /** On what each person earns above the threshold. */
    private Explanation insurance() {
      String name = "Employer National Insurance";
      List<InForce> rates = cost.inputs().rates().insurances();
      Explanation rate = rate("Rate of employer National Insurance", rates);
      Explanation threshold =
          mean(
              "Threshold, a year and person",
              Measure.POUNDS_A_YEAR,
              rates,
              r -> r.threshold().pounds(),
              "threshold");
      Salary of = cost.inputs().salary();
      if (of.fte().compareTo(BigDecimal.ONE) == 0) {
        return made(name, Measure.POUNDS_A_YEAR, Rule.PRODUCT, above(salary, threshold), rate);
      }
      Explanation fte =
          input(
              "Part of full time that one person works",
              Measure.SHARE,
              of.fte(),
              of.provenance(),
              Paths.salary(of, "fte"));
      Explanation earns =
          made("Pay of one person", Measure.POUNDS_A_YEAR, Rule.PRODUCT, salary, fte);
      return made(
          name,
          Measure.POUNDS_A_YEAR,
          Rule.QUOTIENT,
          made(
              name + " of one person",
              Measure.POUNDS_A_YEAR,
              Rule.PRODUCT,
              above(earns, threshold),
              rate),
          fte);
    }

    private Explanation above(Explanation pay, Explanation threshold) {
      return made(
          "Pay above the threshold",
          Measure.POUNDS_A_YEAR,
          Rule.DIFFERENCE_OR_ZERO,
          pay,
          threshold);
    }

    private Explanation rate(String label, List<InForce> rates) {
      return mean(label, Measure.SHARE, rates, r -> Fractions.of(r.rate()), "rate");
    }

    /** One rate as it is; several of one year by the days on which each is in force. */
    private Explanation mean(
        String label,
        Measure measure,
        List<InForce> rates,
        Function<EmployerRate, BigFraction> amount,
        String what) {
      List<Explanation> parts = new ArrayList<>();
      long days = 0;
      for (InForce each : rates) {
        EmployerRate rate = each.rate();
        Explanation one =
            Explanation.input(
                    label + ", " + rate.label(), measure, amount.apply(rate), rate.provenance())
                .at(Paths.employerRate(rate, what));
        if (rates.size() == 1) {
          return one.named(label);
        }
        parts.add(made(one.label(), measure, Rule.PRODUCT, one, days(each.days())));
        days += each.days();
      }
      return made(
          label,
          measure,
          Rule.QUOTIENT,
          Explanation.of(label + ", times days", measure, Rule.SUM, parts),
          days(days));
    }

    private Explanation days(long days) {
      return Explanation.input("Days", Measure.DAYS, BigFraction.of(days), null);
    }

    private Explanation overhead(String label, String what, BigDecimal rate) {
      OnCosts onCosts = cost.inputs().onCosts();
      return made(
          label,
          Measure.POUNDS_A_YEAR,
          Rule.PRODUCT,
          pay,
          input(
              label + ", part of pay",
              Measure.SHARE,
              rate,
              onCosts.provenance(),
              Paths.onCosts(onCosts, what)));
    }

    private Explanation workingHours() {
      OnCosts onCosts = cost.inputs().onCosts();
      Salary of = cost.inputs().salary();
      return made(
              "Working hours a year",
              Measure.HOURS,
              Rule.PRODUCT,
              made(
                  "Weeks worked",
                  Measure.FACTOR,
                  Rule.DIFFERENCE,
                  Explanation.input(
                      "Weeks in a year",
                      Measure.FACTOR,
                      Fractions.of(WorkingYear.WEEKS_IN_YEAR),
                      null),
                  made(
                      "Weeks not worked",
                      Measure.FACTOR,
                      Rule.SUM,
                      weeks("Weeks of leave", onCosts.away().leave(), "leave-weeks"),
                      weeks("Statutory weeks", onCosts.away().statutory(), "statutory-weeks"),
                      weeks("Weeks of sickness", onCosts.away().sickness(), "sickness-weeks"),
                      weeks("Weeks of training", onCosts.away().training(), "training-weeks"))),
              input(
                  "Contracted hours a week",
                  Measure.HOURS,
                  of.hoursAWeek(),
                  of.provenance(),
                  Paths.salary(of, "hours-a-week")))
          .sharedAt(key + "/working-hours");
    }

    private Explanation weeks(String label, BigDecimal weeks, String what) {
      OnCosts of = cost.inputs().onCosts();
      return input(label, Measure.FACTOR, weeks, of.provenance(), Paths.onCosts(of, what));
    }

    private List<Explanation> mix(AgencyRate agency) {
      Explanation share =
          input(
              "Share of posts that agency workers fill",
              Measure.SHARE,
              agency.share(),
              agency.provenance(),
              Paths.agency(agency, "share"));
      Explanation dayRate =
          weighted(
              "Agency day rate",
              Measure.POUNDS_A_DAY,
              input(
                  "Agency day rate",
                  Measure.POUNDS_A_DAY,
                  agency.dayRate(),
                  agency.provenance(),
                  Paths.agency(agency, "day-rate")),
              "pay",
              cost.inputs().weight().pay());
      Explanation perHour =
          made(
              "An hour of an agency worker",
              Measure.POUNDS_AN_HOUR,
              Rule.QUOTIENT,
              dayRate,
              input(
                  "Hours of an agency day",
                  Measure.HOURS,
                  agency.hoursADay(),
                  agency.provenance(),
                  Paths.agency(agency, "hours-a-day")));
      return List.of(
          made(
              "Permanent staff, by their share of posts",
              Measure.POUNDS_A_YEAR,
              Rule.PRODUCT,
              pay,
              made(
                  "Share of posts that permanent staff fill",
                  Measure.SHARE,
                  Rule.DIFFERENCE,
                  Explanation.input("All posts", Measure.SHARE, BigFraction.ONE, null),
                  share)),
          made(
              "Agency workers, by their share of posts",
              Measure.POUNDS_A_YEAR,
              Rule.PRODUCT,
              made(
                  "Pay of an agency post",
                  Measure.POUNDS_A_YEAR,
                  Rule.PRODUCT,
                  perHour,
                  workingHours),
              share));
    }

    /** An amount times the area's weight on it, where the area has one. */
    private Explanation weighted(
        String label, Measure measure, Explanation amount, String what, BigDecimal by) {
      AreaWeight weight = cost.inputs().weight();
      return weight.equals(AreaWeight.NONE)
          ? amount
          : made(
              label + " in " + weight.name(),
              measure,
              Rule.PRODUCT,
              amount,
              input(
                  "Weight of " + weight.name() + " on " + what,
                  Measure.FACTOR,
                  by,
                  weight.provenance(),
                  Paths.areaWeight(weight, what)));
    }
  }

  private static Explanation made(String label, Measure measure, Rule rule, Explanation... parts) {
    return Explanation.of(label, measure, rule, parts);
  }

  private static Explanation input(
      String label, Measure measure, BigDecimal value, Provenance source, String path) {
    return Explanation.input(label, measure, Fractions.of(value), source).at(path);
  }

  private static Explanation input(
      String label, Measure measure, Money value, Provenance source, String path) {
    return Explanation.input(label, measure, value.pounds(), source).at(path);
  }
}
