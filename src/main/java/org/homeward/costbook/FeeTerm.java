package org.homeward.costbook;

import org.homeward.history.Payer;
import org.homeward.placement.FeeRow;
import org.homeward.quantity.Accrual;
import org.jspecify.annotations.Nullable;

/**
 * A fee at work: in prices of the cost book, ready for adding up.
 *
 * @param includes bits of the processes that it already pays for, by their place in the book
 * @param row the fee row behind it, or null for a fee stated in the request
 * @param lastRow whether it is the last row of its kind, carried forward at constant real price
 */
public record FeeTerm(
    String label,
    Accrual accrual,
    long includes,
    Payer payer,
    @Nullable FeeRow row,
    boolean lastRow) {}
