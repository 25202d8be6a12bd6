package org.homeward.costbook;

import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.history.Payer;
import org.homeward.placement.FeeRow;
import org.homeward.quantity.Accrual;
import org.jspecify.annotations.Nullable;

/**
 * A fee at work: in prices of the cost book, ready for adding up.
 *
 * @param accrual of what is paid once, the whole amount on its one day
 * @param once whether it is paid for the first day of a placement alone
 * @param includes bits of the processes that it already pays for, by their place in the book
 * @param extra id of the extra that it is, or null for the fee itself
 * @param row the fee row behind it, or null for a fee stated in the request
 * @param lastRow whether it is the last row of its kind, carried forward at constant real price
 */
public record FeeTerm(
    String label,
    Accrual accrual,
    boolean once,
    long includes,
    Payer payer,
    @Nullable String extra,
    @Nullable FeeRow row,
    boolean lastRow) {

  /** So many times of it. */
  public FeeTerm times(BigFraction quantity) {
    return new FeeTerm(label, accrual.times(quantity), once, includes, payer, extra, row, lastRow);
  }
}
