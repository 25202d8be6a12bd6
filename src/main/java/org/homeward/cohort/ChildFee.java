package org.homeward.cohort;

import org.homeward.history.Provider;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.returns.Pseudonym;
import org.jspecify.annotations.Nullable;

/**
 * What one child's placement really costs a week over some days; it wins over the fee table.
 *
 * @param line of the file it comes from, for messages
 * @param provider null where it is the one of the return
 * @param priceYear the year in whose prices the amount is
 */
public record ChildFee(
    int line,
    Pseudonym child,
    DateSpan span,
    Money perWeek,
    @Nullable Provider provider,
    FinancialYear priceYear) {}
