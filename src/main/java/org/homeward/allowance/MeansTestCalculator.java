package org.homeward.allowance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.allowance.Household.Item;
import org.homeward.allowance.MeansTest.Step;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;

/**
 * The standard means test: income less the disregard, less housing, other and core expenditure, is
 * disposable; a part of what is disposable, half in the model, is put in by the family. Core
 * expenditure is the Income Support rates of the family times 1.25.
 */
public final class MeansTestCalculator {

  public MeansTest calculate(Household household, MeansTestRules rules) {
    List<Step> steps = new ArrayList<>();
    Money income = step(steps, "Income", household.income());
    if (!household.disregarded().isEmpty()) {
      step(steps, "Income that does not count", household.disregarded());
    }
    Money counted = income.times(rest(rules.incomeDisregard()));
    steps.add(
        new Step("Income that counts", counted, "income less " + percent(rules.incomeDisregard())));
    Money housing = step(steps, "Housing cost", household.housing());
    Money other = step(steps, "Other expenditure that counts", household.other());
    Money core = core(steps, household, rules);
    Money expenditure = housing.plus(other).plus(core);
    steps.add(new Step("Expenditure", expenditure, "housing, other and core expenditure"));
    Money disposable = counted.minus(expenditure);
    steps.add(new Step("Disposable income", disposable, "income that counts less expenditure"));
    Money contribution =
        disposable.isNegative() ? Money.ZERO : disposable.times(Fractions.of(rules.contribution()));
    steps.add(
        new Step(
            "Contribution of the family",
            contribution,
            disposable.isNegative()
                ? "none: the family spends more than it has"
                : percent(rules.contribution()) + " of disposable income"));
    return new MeansTest(household, rules, steps, disposable, contribution);
  }

  private static Money step(List<Step> steps, String name, List<Item> items) {
    Money sum = items.stream().map(Item::aMonth).reduce(Money.ZERO, Money::plus);
    String working =
        items.isEmpty()
            ? "none stated"
            : items.stream().map(MeansTestCalculator::said).collect(Collectors.joining(" + "));
    steps.add(new Step(name, sum, working));
    return sum;
  }

  private static String said(Item item) {
    return item.name() + " " + item.amount() + " a " + item.per().code();
  }

  private static Money core(List<Step> steps, Household household, MeansTestRules rules) {
    Item stated = household.core();
    if (stated != null) {
      steps.add(new Step("Core expenditure", stated.aMonth(), "stated: " + said(stated)));
      return stated.aMonth();
    }
    Money adults = household.adults() == 1 ? rules.oneAdult() : rules.couple();
    Money children = rules.child().times(BigFraction.of(household.children()));
    Money family = household.children() == 0 ? Money.ZERO : rules.family();
    Money aWeek = adults.plus(children).plus(family).times(Fractions.of(rules.coreMultiplier()));
    Money aMonth = Rate.of(aWeek, Rate.Per.WEEK).amountPer(Rate.Per.MONTH);
    steps.add(
        new Step(
            "Core expenditure",
            aMonth,
            rules.coreMultiplier().toPlainString()
                + " × ("
                + adults
                + (household.adults() == 1 ? " for one adult + " : " for a couple + ")
                + household.children()
                + " × "
                + rules.child()
                + " + "
                + family
                + " family premium) a week"));
    return aMonth;
  }

  private static BigFraction rest(BigDecimal part) {
    return BigFraction.ONE.subtract(Fractions.of(part));
  }

  private static String percent(BigDecimal part) {
    return Fractions.plain(part.movePointRight(2)).toPlainString() + " %";
  }
}
