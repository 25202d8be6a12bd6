package org.homeward.costbook;

import org.homeward.history.Payer;
import org.homeward.placement.PriceRow;
import org.homeward.quantity.Accrual;
import org.homeward.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * The price of a support or one-off cost at work: in prices of the cost book.
 *
 * @param amount what is paid once, or per stretch of time
 * @param accrual null for a price that is paid once
 * @param row the price row behind it, or null for a price stated in the request
 */
public record CompiledPrice(
    String item,
    String name,
    PriceRow.Kind kind,
    Money amount,
    @Nullable Accrual accrual,
    Payer payer,
    @Nullable PriceRow row) {}
