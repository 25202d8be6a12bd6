package org.homeward.staffing;

import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;

/**
 * The part of a role's posts that agency workers fill.
 *
 * @param share of posts, 0 to 1
 * @param annualPay pounds a year of a post so filled: day rate ÷ hours a day × hours worked; an
 *     agency is paid for days worked alone, and pays insurance, pension and leave itself
 */
public record AgencyCover(BigDecimal share, Money annualPay) {

  /** No agency worker. */
  public static final AgencyCover NONE = new AgencyCover(BigDecimal.ZERO, Money.ZERO);

  static AgencyCover of(AgencyRate rate, AreaWeight weight, WorkingYear time) {
    Money perHour =
        rate.dayRate().times(Fractions.of(weight.pay())).dividedBy(Fractions.of(rate.hoursADay()));
    return new AgencyCover(rate.share(), perHour.times(time.hours()));
  }

  /** The share of posts that are filled by permanent staff. */
  public BigFraction permanent() {
    return BigFraction.ONE.subtract(Fractions.of(share));
  }
}
