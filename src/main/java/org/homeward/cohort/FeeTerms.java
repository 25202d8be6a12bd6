package org.homeward.cohort;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledPrice;
import org.homeward.costbook.FeeTerm;
import org.homeward.history.Child;
import org.homeward.history.Payer;
import org.homeward.placement.FeeRow;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.Accrual;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/**
 * Makes the fees of single children ready for the walk: re-priced to the book, and with the payer
 * and the processes that the table's fee for the same placement already pays for.
 */
final class FeeTerms {

  private final CompiledBook book;
  private final Map<Key, FeeTerm> known = new HashMap<>();

  private final Map<Allowance, FeeTerm> allowances = new HashMap<>();

  private record Key(ChildFee fee, int placementKind) {}

  private record Allowance(CompiledPrice price, BigFraction share) {}

  FeeTerms(CompiledBook book) {
    this.book = book;
  }

  /**
   * @param placementKind a {@link org.homeward.history.PlacementKind}
   * @param needs how many needs the child has
   * @param age on the first day
   */
  FeeTerm of(ChildFee fee, int placementKind, int needs, int age) {
    return known.computeIfAbsent(
        new Key(fee, placementKind),
        key -> {
          FeeTerm table =
              book.fees(placementKind, book.needsBand(needs)).on(fee.span().fromDay(), age);
          @Nullable FeeRow row = table == null ? null : table.row();
          return book.statedFee(
              "the child’s own fee",
              fee.perWeek(),
              Rate.Per.WEEK,
              fee.priceYear(),
              row == null ? Set.of() : row.includes(),
              row == null ? Payer.SOCIAL_CARE : row.payer(),
              null);
        });
  }

  /** An allowance of the price list, for the share of families who receive it. */
  FeeTerm allowance(String item, BigFraction share, int day, int age) {
    return allowances.computeIfAbsent(
        new Allowance(book.price(item, day, age), share),
        a ->
            new FeeTerm(
                a.price().name(),
                Accrual.of(accrualOf(a.price()).rate().times(share)),
                false,
                0,
                a.price().payer(),
                null,
                null,
                false));
  }

  private static Accrual accrualOf(CompiledPrice price) {
    Accrual accrual = price.accrual();
    if (accrual == null) {
      throw new InputException(
          Problem.of(
              "prices",
              price.item(),
              "An allowance is paid over time, but this price is paid once.",
              "Give its price a week or a month."));
    }
    return accrual;
  }

  /** The first day after a day on which an allowance can change for a child. */
  int nextChange(String item, int day, Child child) {
    return book.book().prices().nextChange(item, day, child);
  }
}
