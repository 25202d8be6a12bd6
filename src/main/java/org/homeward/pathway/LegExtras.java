package org.homeward.pathway;

import java.time.LocalDate;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.FeeBands;
import org.homeward.costbook.FeeTerm;
import org.homeward.history.Child;
import org.homeward.history.Leg;
import org.homeward.placement.FeeRow;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Fractions;

/**
 * What is bought on top of placements for one child, written to a sink as fees: a rate for each
 * extra of each leg, that starts with the leg and anew where its price changes.
 */
final class LegExtras {

  private final CompiledBook book;
  private final Child child;
  private final DateSpan window;
  private final LedgerSink sink;

  LegExtras(CompiledBook book, Child child, DateSpan window, LedgerSink sink) {
    this.book = book;
    this.child = child;
    this.window = window;
    this.sink = sink;
  }

  /** The placement that fees are looked up for. */
  static FeeRow.Placement placement(Pathway.PathwayLeg of, Child child) {
    Leg leg = of.leg();
    return new FeeRow.Placement(
        leg.type(), leg.provider(), of.providerName(), leg.area(), child.needs().size());
  }

  /**
   * Writes the extras of one leg.
   *
   * @throws InputException if the fee table has no price of an extra on one of the days
   */
  void pay(int place, Pathway.PathwayLeg leg) {
    for (Pathway.LegExtra extra : leg.extras()) {
      BigFraction quantity = Fractions.of(extra.quantity());
      StatedFee stated = extra.fee();
      if (stated == null) {
        listed(place, leg, extra.id(), quantity);
      } else {
        DateSpan days = leg.leg().span();
        write(place, stated(extra.id(), stated, quantity), days.fromDay(), days);
      }
    }
  }

  private FeeTerm stated(String id, StatedFee fee, BigFraction quantity) {
    return book.statedFee(
        id + " (stated price)",
        fee.amount().times(quantity),
        fee.per(),
        fee.priceYear(),
        Set.of(),
        fee.payer(),
        id);
  }

  private void listed(int place, Pathway.PathwayLeg leg, String id, BigFraction quantity) {
    FeeBands bands = book.extra(id, placement(leg, child));
    DateSpan days = leg.leg().span();
    FeeTerm before = null;
    int start = days.fromDay();
    for (int day = start, until; day < days.toDay(); day = until) {
      int age = child.ageOn(day);
      FeeTerm term = bands.on(day, age);
      if (term == null) {
        throw missing(id, day);
      }
      until = Math.min(days.toDay(), bands.nextChange(day, age, child.birthDay()));
      if (!term.equals(before)) {
        before = term;
        start = day;
      }
      write(place, term.times(quantity), start, new DateSpan(day, until));
    }
  }

  /** What is paid once is paid on the first day of the leg alone. */
  private void write(int place, FeeTerm term, int rateStart, DateSpan days) {
    DateSpan paid = term.once() ? new DateSpan(rateStart, rateStart + 1) : days;
    DateSpan part = paid.intersection(days);
    DateSpan within = part == null ? null : part.intersection(window);
    if (within != null) {
      sink.placement(place, term, rateStart, within.fromDay(), within.toDay());
    }
  }

  private static InputException missing(String id, int day) {
    return new InputException(
        Problem.of(
            "extras",
            id,
            "There is no price of this extra on " + LocalDate.ofEpochDay(day) + ".",
            "State its price, or start later."));
  }
}
