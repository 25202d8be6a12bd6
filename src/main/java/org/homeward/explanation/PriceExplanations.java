package org.homeward.explanation;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CompiledPrice;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.FeeTerm;
import org.homeward.costbook.PriceIndices;
import org.homeward.parameter.BookNames;
import org.homeward.parameter.Paths;
import org.homeward.placement.Block;
import org.homeward.placement.FeeRow;
import org.homeward.placement.InHouseHome;
import org.homeward.placement.PriceRow;
import org.homeward.quantity.Accrual;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;

/** Fees and prices: what is stated, moved to the price year of the book. */
final class PriceExplanations {

  private static final int PLACES = 6;

  private final CostBook book;
  private final IndexExplanations indices;
  private final HomeExplanations homes;
  private final Map<String, Explanation> made = new HashMap<>();

  PriceExplanations(CostBook book, IndexExplanations indices, HourExplanations hours) {
    this.book = book;
    this.indices = indices;
    homes = new HomeExplanations(indices, hours);
  }

  /**
   * The stretch that a fee is told for: a day where it is paid once; a week where a request stated
   * it, since its own stretch is lost on the way.
   */
  static Rate.Per per(FeeTerm fee) {
    FeeRow row = fee.row();
    if (fee.once()) {
      return Rate.Per.DAY;
    }
    return row == null ? Rate.Per.WEEK : per(row);
  }

  static Rate.Per per(FeeRow row) {
    Rate.Per per = row.per();
    return per == null ? Rate.Per.DAY : per;
  }

  static Rate.Per per(CompiledPrice price) {
    PriceRow row = price.row();
    Rate.Per per = row == null ? null : row.per();
    return per == null ? Rate.Per.WEEK : per;
  }

  Explanation fee(FeeTerm fee) {
    FeeRow row = fee.row();
    Rate.Per per = per(fee);
    BigFraction paid = fee.accrual().rate().amountPer(per).pounds();
    if (row != null) {
      return times(fee(row), paid, "How many of it");
    }
    return once(
        "fee/" + fee.label() + ", " + new Money(paid),
        Explanation.input(fee.label(), Measure.of(per), paid, Provenance.STATED_IN_REQUEST));
  }

  /** So many times a figure, where it is not paid whole. */
  private Explanation times(Explanation figure, BigFraction paid, String why) {
    if (figure.value().equals(paid) || figure.value().signum() == 0) {
      return figure;
    }
    BigFraction quantity = paid.divide(figure.value());
    return once(
        figure.key() + ", times " + Fractions.toDecimal(quantity, PLACES),
        Explanation.of(
            figure.label(),
            figure.measure(),
            Rule.PRODUCT,
            figure,
            Explanation.input(why, Measure.FACTOR, quantity, null)));
  }

  Explanation fee(FeeRow row) {
    InHouseHome home = row.home();
    Explanation fee = home == null ? stated(row) : homes.fee(row, home);
    return once("fee/" + row.label(), carriedForward(row) ? fee.noting(note(fee)) : fee);
  }

  private Explanation stated(FeeRow row) {
    Measure measure = Measure.of(per(row));
    Block block = row.block();
    return block == null
        ? indices.repriced(
            BookNames.of(row),
            measure,
            row.amount(),
            row.priceYear(),
            row.provenance(),
            PriceIndices.Kind.PLACEMENT,
            Paths.fee(row, "amount"))
        : indices.repriced(
            BookNames.of(row),
            Explanation.of(
                "As stated, in " + row.priceYear() + " prices",
                measure,
                Rule.SUM,
                Explanation.input(
                        "On top, for a place that is used",
                        measure,
                        row.amount().pounds(),
                        row.provenance())
                    .at(Paths.fee(row, "amount")),
                retainer(row, block, measure)),
            row.priceYear(),
            row.provenance(),
            PriceIndices.Kind.PLACEMENT);
  }

  private static Explanation retainer(FeeRow row, Block block, Measure measure) {
    return Explanation.of(
        "Retainer that a used place carries",
        measure,
        Rule.QUOTIENT,
        Explanation.input(
                "Retainer of a place", measure, block.retainer().pounds(), row.provenance())
            .at(Paths.fee(row, "retainer")),
        Explanation.input(
                "Occupancy", Measure.SHARE, Fractions.of(block.occupancy()), row.provenance())
            .at(Paths.fee(row, "occupancy")));
  }

  private boolean carriedForward(FeeRow row) {
    return row.to() == null && book.fees().isLast(row);
  }

  private static String note(Explanation fee) {
    return (fee.note().isEmpty() ? "" : fee.note() + "; ")
        + "the last fee of its kind, carried forward at constant real price";
  }

  Explanation price(CompiledPrice price) {
    PriceRow row = price.row();
    Accrual accrual = price.accrual();
    if (row != null) {
      return times(
          price(row), price.amount().pounds(), "The part that is left after the means test");
    }
    Money amount = accrual == null ? price.amount() : accrual.rate().amountPer(Rate.Per.WEEK);
    return once(
        "price/" + price.item() + ", " + amount,
        Explanation.input(
            price.name(),
            accrual == null ? Measure.POUNDS : Measure.POUNDS_A_WEEK,
            amount.pounds(),
            Provenance.STATED_IN_REQUEST));
  }

  Explanation price(PriceRow row) {
    Rate.Per per = row.per();
    return once(
        "price/" + row.label(),
        indices.repriced(
            BookNames.of(row),
            per == null ? Measure.POUNDS : Measure.of(per),
            row.amount(),
            row.priceYear(),
            row.provenance(),
            PriceIndices.Kind.of(row.kind()),
            Paths.price(row)));
  }

  private Explanation once(String address, Explanation fresh) {
    return made.computeIfAbsent(address, fresh::sharedAt);
  }
}
