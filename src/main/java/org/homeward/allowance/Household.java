package org.homeward.allowance;

import java.util.List;
import org.homeward.problem.Problems;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/**
 * What a family has and spends.
 *
 * @param adults one or two
 * @param children whose keep is core expenditure
 * @param income after tax, of all adults
 * @param disregarded income that does not count, for instance child benefit: shown, not added
 * @param housing mortgage or rent, council tax
 * @param other expenditure that counts, for instance child care or maintenance that is paid
 * @param core what the family spends on the rest, where it is known; null for the rules' rates
 */
public record Household(
    int adults,
    int children,
    List<Item> income,
    List<Item> disregarded,
    List<Item> housing,
    List<Item> other,
    @Nullable Item core) {

  private static final int MOST_CHILDREN = 20;

  /** An amount of a month, week or year. */
  public record Item(String name, Money amount, Rate.Per per) {

    /**
     * @throws IllegalArgumentException if the amount is negative
     */
    public Item {
      if (amount.isNegative()) {
        throw new IllegalArgumentException(
            "\"" + name + "\" must be zero or more, but was " + amount + ".");
      }
    }

    /** A weekly amount is 365.25 ÷ 84 of it a month. */
    public Money aMonth() {
      return Rate.of(amount, per).amountPer(Rate.Per.MONTH);
    }
  }

  /** What comes in a month, in all. */
  public Money incomeAMonth() {
    return income.stream().map(Item::aMonth).reduce(Money.ZERO, Money::plus);
  }

  /**
   * The same family with so much a month.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public Household withIncome(Money aMonth) {
    return new Household(
        adults,
        children,
        List.of(new Item("income", aMonth, Rate.Per.MONTH)),
        disregarded,
        housing,
        other,
        core);
  }

  /**
   * @throws org.homeward.problem.InputException if there are not one or two adults, or a number of
   *     children that no household has
   */
  public Household {
    income = List.copyOf(income);
    disregarded = List.copyOf(disregarded);
    housing = List.copyOf(housing);
    other = List.copyOf(other);
    Problems problems = new Problems();
    if (adults < 1 || adults > 2) {
      problems.add("adults", adults, "A household has one or two adults.", "Count the carers.");
    }
    if (children < 0 || children > MOST_CHILDREN) {
      problems.add(
          "children",
          children,
          "The number of children must be between 0 and " + MOST_CHILDREN + ".",
          "Count the children whose keep the family pays.");
    }
    problems.throwIfAny();
  }
}
