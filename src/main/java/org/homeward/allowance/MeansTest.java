package org.homeward.allowance;

import java.util.List;
import org.homeward.quantity.Money;

/**
 * How much a family is to put in, and why.
 *
 * @param rules that were in force
 * @param disposable pounds a month: income that counts less expenditure; below zero where the
 *     family spends more than it has
 * @param contribution pounds a month, zero or more, by which an allowance is less than the most
 *     that can be paid
 */
public record MeansTest(
    Household household,
    MeansTestRules rules,
    List<Step> steps,
    Money disposable,
    Money contribution) {

  public MeansTest {
    steps = List.copyOf(steps);
  }

  /**
   * A step of the calculation.
   *
   * @param amount pounds a month
   * @param working in words
   */
  public record Step(String name, Money amount, String working) {}

  /** What is paid of an allowance that is at most so many pounds a month: never below zero. */
  public Money allowance(Money most) {
    Money left = most.minus(contribution);
    return left.isNegative() ? Money.ZERO : left;
  }
}
