package org.homeward.pathway;

import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.history.Payer;
import org.homeward.quantity.Accrual;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/**
 * One cost of one pathway, in whole pence.
 *
 * @param item what it is for: a placement type, process, support or one-off item
 * @param span the days it is for; one day where it does not run over time
 * @param amount over the span
 * @param probability of the branch, or share of families: the amount is an expected value
 * @param branch id of the branch, or null for the trunk
 * @param accrual what it grows by, counted from {@code rateStart}; null where it falls on one day
 */
public record LedgerLine(
    Component component,
    String item,
    String name,
    DateSpan span,
    Pence amount,
    Payer payer,
    BigFraction probability,
    @Nullable String branch,
    LineSource source,
    @Nullable Accrual accrual,
    int rateStart) {

  /** The same rate over the days of both, of which the other's follow. */
  LedgerLine and(LedgerLine following) {
    return new LedgerLine(
        component,
        item,
        name,
        new DateSpan(span.fromDay(), following.span.toDay()),
        amount.plus(following.amount),
        payer,
        probability,
        branch,
        source,
        accrual,
        rateStart);
  }

  /**
   * The part of the amount that falls into {@code [from, to)}; the parts of a span add up to the
   * whole.
   */
  public long within(int from, int to) {
    int a = Math.max(from, span.fromDay());
    int b = Math.min(to, span.toDay());
    if (a >= b) {
      return 0;
    }
    return accrual == null ? amount.value() : accrual.between(a - rateStart, b - rateStart);
  }
}
