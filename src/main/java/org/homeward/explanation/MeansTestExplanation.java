package org.homeward.explanation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.allowance.Household;
import org.homeward.allowance.MeansTest;
import org.homeward.allowance.MeansTestRules;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/**
 * Explains what is left of an allowance after the means test: allowance → the most that can be paid
 * and contribution → disposable income → income that counts, housing, other and core expenditure,
 * down to what the household stated and the rates of the rules. All in pounds a month.
 */
public final class MeansTestExplanation {

  private static final BigFraction A_MONTH = Rate.Per.MONTH.days();

  private final Household household;
  private final MeansTestRules rules;

  private MeansTestExplanation(MeansTest test) {
    household = test.household();
    rules = test.rules();
  }

  /**
   * @param most the most that can be paid
   * @param source of it; null where it was stated
   */
  public static Explanation of(MeansTest test, Household.Item most, @Nullable Provenance source) {
    MeansTestExplanation of = new MeansTestExplanation(test);
    Explanation allowance =
        Explanation.of(
                "Allowance after the means test",
                Measure.POUNDS_A_MONTH,
                Rule.DIFFERENCE_OR_ZERO,
                aMonth(most, source).at("maximum"),
                of.contribution())
            .at("allowance");
    if (!allowance.value().equals(test.allowance(most.aMonth()).pounds())) {
      throw new IllegalStateException("The allowance is explained as " + allowance.written());
    }
    return allowance;
  }

  private Explanation contribution() {
    return Explanation.of(
            "Contribution of the family",
            Measure.POUNDS_A_MONTH,
            Rule.PRODUCT,
            Explanation.of(
                    "Disposable income, if any",
                    Measure.POUNDS_A_MONTH,
                    Rule.DIFFERENCE_OR_ZERO,
                    counted(),
                    expenditure())
                .at("disposable"),
            share("Part of it that the family puts in", rules.contribution()))
        .at("contribution");
  }

  private Explanation counted() {
    return Explanation.of(
            "Income that counts",
            Measure.POUNDS_A_MONTH,
            Rule.PRODUCT,
            sum("Income", household.income()).at("income"),
            Explanation.of(
                "Part of it that counts",
                Measure.SHARE,
                Rule.DIFFERENCE,
                Explanation.input("All of it", Measure.SHARE, BigFraction.ONE, null),
                share("Part that is left out of account", rules.incomeDisregard())))
        .at("income-that-counts");
  }

  private Explanation expenditure() {
    return Explanation.of(
            "Expenditure",
            Measure.POUNDS_A_MONTH,
            Rule.SUM,
            sum("Housing cost", household.housing()).at("housing"),
            sum("Other expenditure that counts", household.other()).at("other"),
            core().at("core"))
        .at("expenditure");
  }

  private Explanation core() {
    Household.Item stated = household.core();
    if (stated != null) {
      return aMonth(stated, null).named("Core expenditure, as stated");
    }
    boolean single = household.adults() == 1;
    List<Explanation> parts = new ArrayList<>();
    parts.add(weekly(single ? "One adult" : "Couple", single ? rules.oneAdult() : rules.couple()));
    if (household.children() > 0) {
      parts.add(
          Explanation.of(
              "Children",
              Measure.POUNDS_A_WEEK,
              Rule.PRODUCT,
              weekly("A child", rules.child()),
              Explanation.input(
                  "How many", Measure.FACTOR, BigFraction.of(household.children()), null)));
      parts.add(weekly("Family premium", rules.family()));
    }
    return Explanation.of(
        "Core expenditure",
        Measure.POUNDS_A_MONTH,
        Rule.PRODUCT,
        Explanation.of(
            "Income Support rates of the family", Measure.POUNDS_A_WEEK, Rule.SUM, parts),
        Explanation.input(
            "Multiplier of the model",
            Measure.FACTOR,
            Fractions.of(rules.coreMultiplier()),
            rules.provenance()),
        inAMonth(Rate.Per.WEEK));
  }

  private Explanation weekly(String label, Money amount) {
    return Explanation.input(label, Measure.POUNDS_A_WEEK, amount.pounds(), rules.provenance());
  }

  private Explanation share(String label, BigDecimal part) {
    return Explanation.input(label, Measure.SHARE, Fractions.of(part), rules.provenance());
  }

  private static Explanation sum(String label, List<Household.Item> items) {
    return Explanation.of(
        label, Measure.POUNDS_A_MONTH, Rule.SUM, items.stream().map(i -> aMonth(i, null)).toList());
  }

  private static Explanation aMonth(Household.Item item, @Nullable Provenance source) {
    Explanation stated =
        Explanation.input(item.name(), Measure.of(item.per()), item.amount().pounds(), source);
    return item.per() == Rate.Per.MONTH
        ? stated
        : Explanation.of(
            item.name() + ", a month",
            Measure.POUNDS_A_MONTH,
            Rule.PRODUCT,
            stated,
            inAMonth(item.per()));
  }

  private static Explanation inAMonth(Rate.Per per) {
    return Explanation.of(
        "How often in a month",
        Measure.FACTOR,
        Rule.QUOTIENT,
        Explanation.input("Days of a month", Measure.DAYS, A_MONTH, null)
            .noting("a twelfth of 365.25"),
        Explanation.daysIn(per, per.days()));
  }
}
