package org.homeward.allowance;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;

/**
 * What the means test counts with from a day on.
 *
 * @param incomeDisregard part of income that is left out of account, 0 to 1
 * @param contribution part of disposable income that a family is to put in, 0 to 1
 * @param coreMultiplier by which the benefit rates below are multiplied for core expenditure
 * @param oneAdult pounds a week
 * @param couple pounds a week
 * @param child pounds a week, for each
 * @param family pounds a week, once where there is a child
 */
public record MeansTestRules(
    LocalDate from,
    BigDecimal incomeDisregard,
    BigDecimal contribution,
    BigDecimal coreMultiplier,
    Money oneAdult,
    Money couple,
    Money child,
    Money family,
    Provenance provenance) {

  /**
   * @throws IllegalArgumentException if a part is outside 0 to 1 or anything else is negative
   */
  public MeansTestRules {
    for (BigDecimal part : new BigDecimal[] {incomeDisregard, contribution}) {
      if (part.signum() < 0 || part.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException(
            "A part of income must be between 0 and 1, but was " + part.toPlainString() + ".");
      }
    }
    boolean negative =
        coreMultiplier.signum() < 0
            || oneAdult.isNegative()
            || couple.isNegative()
            || child.isNegative()
            || family.isNegative();
    if (negative) {
      throw new IllegalArgumentException(
          "The rates of core expenditure from " + from + " must be zero or more.");
    }
  }
}
