package org.homeward.staffing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * The cost of an hour set out as the PSSRU volumes of unit costs do: A wages, B salary on-costs, C
 * qualifications, D overheads, E capital overheads, working time, and from these the unit costs.
 * The amounts of the lines add up to the annual cost.
 */
public record StaffCostSchema(HourlyCost hour, List<Line> lines) {

  /**
   * A line of the schema.
   *
   * @param letter A to E
   * @param amount pounds a year of an average post; null for what is left out
   * @param working how it comes about, or why it is left out, in words
   */
  public record Line(String letter, String name, @Nullable Money amount, String working) {}

  public static StaffCostSchema of(StaffCostInputs inputs) {
    HourlyCost hour = new HourlyCostCalculator().calculate(inputs);
    return new StaffCostSchema(hour, lines(inputs, hour));
  }

  public StaffCostInputs inputs() {
    return hour.inputs();
  }

  /**
   * For one hour of case-related work so many hours of other work: the ratio of direct to indirect
   * time is 1 to this.
   */
  public BigFraction indirectForEachDirectHour() {
    return Fractions.of(hour.role().caseRelatedShare()).reciprocal().subtract(BigFraction.ONE);
  }

  private static List<Line> lines(StaffCostInputs inputs, HourlyCost hour) {
    BigFraction permanent = hour.agency().permanent();
    String share = permanent.equals(BigFraction.ONE) ? "" : percent(permanent) + " of posts × ";
    Money pay = hour.permanentPay();
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            "A",
            "Wages/salary",
            hour.salary().times(permanent),
            share + "salary of a full-time post" + weighted(inputs)));
    lines.add(
        new Line(
            "B",
            "Salary on-costs: employer National Insurance",
            hour.insurance().times(permanent),
            share + insurance(inputs)));
    lines.add(
        new Line(
            "B",
            "Salary on-costs: employer pension",
            hour.pension().times(permanent),
            share + percent(inputs.rates().pension()) + " of the salary"));
    AgencyRate agency = inputs.agency();
    if (agency != null && agency.share().signum() > 0) {
      lines.add(agency(agency, hour));
    }
    lines.add(
        new Line(
            "C",
            "Qualifications",
            null,
            "Left out: what training to qualify cost is spread over a working life by PSSRU; it is"
                + " not paid by the authority."));
    lines.add(overhead("Direct overheads", hour.directOverheads(), inputs, true, pay));
    lines.add(overhead("Indirect overheads", hour.indirectOverheads(), inputs, false, pay));
    lines.add(
        new Line(
            "E",
            "Capital overheads",
            hour.capital(),
            "pounds a year of a post" + weight(inputs.weight().capital(), inputs)));
    return lines;
  }

  private static String weighted(StaffCostInputs inputs) {
    return weight(inputs.weight().pay(), inputs);
  }

  private static String weight(BigDecimal multiplier, StaffCostInputs inputs) {
    return multiplier.compareTo(BigDecimal.ONE) == 0
        ? ""
        : " × " + multiplier.toPlainString() + " for " + inputs.weight().name();
  }

  private static String insurance(StaffCostInputs inputs) {
    EmployerRates.OfYear rates = inputs.rates();
    BigDecimal fte = inputs.salary().fte();
    String person =
        fte.compareTo(BigDecimal.ONE) == 0
            ? "a full-time person"
            : "each person, who works " + fte.toPlainString() + " of full time";
    return percent(rates.insurance())
        + " of what "
        + person
        + " earns above "
        + pounds(rates.threshold())
        + " a year";
  }

  private static Line agency(AgencyRate agency, HourlyCost hour) {
    return new Line(
        "A–B",
        "Agency workers in place of wages and on-costs",
        hour.agency().annualPay().times(Fractions.of(agency.share())),
        percent(Fractions.of(agency.share()))
            + " of posts × "
            + pounds(agency.dayRate())
            + " a day ÷ "
            + agency.hoursADay().toPlainString()
            + " hours × hours worked");
  }

  private static Line overhead(
      String name, Money amount, StaffCostInputs inputs, boolean direct, Money pay) {
    BigDecimal rate =
        direct ? inputs.onCosts().directOverheads() : inputs.onCosts().indirectOverheads();
    return new Line(
        "D",
        name,
        amount,
        percent(Fractions.of(rate))
            + " of "
            + pounds(pay)
            + ", the pay of a permanent post"
            + (direct
                ? ": team managers, administration, premises"
                : ": finance, personnel, IT, legal"));
  }

  private static String percent(BigFraction part) {
    return Fractions.plain(Fractions.toDecimal(part.multiply(100), 2)).toPlainString() + " %";
  }

  private static String pounds(Money amount) {
    return "£"
        + String.format(java.util.Locale.UK, "%,.2f", amount.rounded(2)).replaceAll("\\.00$", "");
  }
}
