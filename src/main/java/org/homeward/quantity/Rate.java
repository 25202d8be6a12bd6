package org.homeward.quantity;

import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;

/** A cost that runs over time, as exact money a day (method, section 2). */
public record Rate(Money perDay) {

  private static final BigFraction DAYS_PER_YEAR = BigFraction.of(1461, 4);

  /** The stretch of time that an amount of a rate is stated for. */
  public enum Per implements Coded {
    NIGHT("night", BigFraction.ONE),
    DAY("day", BigFraction.ONE),
    WEEK("week", BigFraction.of(7)),
    FOUR_WEEKS("four-weeks", BigFraction.of(28)),
    MONTH("month", DAYS_PER_YEAR.divide(BigInteger.valueOf(12))),
    YEAR("year", DAYS_PER_YEAR);

    private final String code;
    private final BigFraction days;

    Per(String code, BigFraction days) {
      this.code = code;
      this.days = days;
    }

    @Override
    public String code() {
      return code;
    }

    /** How many days it has: 7 a week, 365.25/12 a month, 365.25 a year. */
    public BigFraction days() {
      return days;
    }
  }

  public static Rate of(Money amount, Per per) {
    return new Rate(amount.dividedBy(per.days()));
  }

  public Rate times(BigFraction factor) {
    return new Rate(perDay.times(factor));
  }

  /** The exact amount of this rate for the stretch. */
  public Money amountPer(Per per) {
    return perDay.times(per.days());
  }

  /** What has accrued, in whole pence, by the end of so many days from the rate's start. */
  public Pence upTo(int days) {
    return perDay.times(BigFraction.of(days)).toPence();
  }

  /**
   * What accrues between two days counted from the rate's start; the pieces of a period always add
   * up to the whole.
   */
  public Pence between(int fromDay, int toDay) {
    return upTo(toDay).minus(upTo(fromDay));
  }
}
