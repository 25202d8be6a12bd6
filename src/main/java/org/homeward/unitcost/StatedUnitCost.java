package org.homeward.unitcost;

import org.homeward.process.Condition;
import org.homeward.quantity.Coded;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;

/**
 * A published unit cost that may stand in where nobody has the minutes (method, section 4).
 *
 * @param variant its name in the source, for instance {@code difficult to place, foster}
 * @param when the cases it is for
 * @param per what one of it is
 */
public record StatedUnitCost(
    String process,
    String variant,
    Condition when,
    Money amount,
    Per per,
    FinancialYear priceYear,
    Provenance provenance) {

  /** What a stated cost is stated for. */
  public enum Per implements Coded {
    OCCURRENCE("occurrence"),
    MONTH("month"),
    WEEK("week");

    private final String code;

    Per(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * @throws IllegalArgumentException if the amount is negative
   */
  public StatedUnitCost {
    if (amount.isNegative()) {
      throw new IllegalArgumentException(
          "A stated unit cost must not be negative, but was " + amount + ".");
    }
  }
}
