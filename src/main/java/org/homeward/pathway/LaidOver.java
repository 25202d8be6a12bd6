package org.homeward.pathway;

import java.util.List;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.allowance.MeansTest;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledPrice;
import org.homeward.history.Child;
import org.homeward.placement.PriceRow;
import org.homeward.quantity.Accrual;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/**
 * Supports, allowances and one-off costs that are laid over the legs of a trunk or branch, as lines
 * of its ledger.
 */
final class LaidOver {

  private final CompiledBook book;
  private final Child child;
  private final BigFraction probability;
  private final @Nullable String branch;
  private final DateSpan window;
  private final List<LedgerLine> lines;

  /**
   * @param probability of the branch
   * @param branch its id, or null for the trunk
   * @param lines what is paid is added to them
   */
  LaidOver(
      CompiledBook book,
      Child child,
      BigFraction probability,
      @Nullable String branch,
      DateSpan window,
      List<LedgerLine> lines) {
    this.book = book;
    this.child = child;
    this.probability = probability;
    this.branch = branch;
    this.window = window;
    this.lines = lines;
  }

  /** The price of what falls on one day. */
  static CompiledPrice price(CompiledBook book, Child child, Pathway.OneOff oneOff) {
    return book.price(oneOff.item(), oneOff.day(), child.ageOn(oneOff.day()));
  }

  void oneOff(Pathway.OneOff oneOff) {
    if (!window.contains(oneOff.day())) {
      return;
    }
    StatedFee stated = oneOff.amount();
    CompiledPrice price =
        stated == null
            ? price(book, child, oneOff)
            : new CompiledPrice(
                oneOff.item(),
                oneOff.name(),
                PriceRow.Kind.ONE_OFF,
                book.reprice(PriceRow.Kind.ONE_OFF, stated.amount(), stated.priceYear()),
                null,
                stated.payer(),
                null);
    BigFraction share = probability.multiply(Fractions.of(oneOff.share()));
    lines.add(
        new LedgerLine(
            component(price.kind()),
            oneOff.item(),
            price.name(),
            new DateSpan(oneOff.day(), oneOff.day() + 1),
            price.amount().times(share).toPence(),
            price.payer(),
            share,
            branch,
            new LineSource.OfPrice(price),
            null,
            oneOff.day()));
  }

  /**
   * A support's price can change with its dates and with the child's age; each change starts a new
   * rate.
   */
  void support(Pathway.Support support) {
    BigFraction share = probability.multiply(Fractions.of(support.share()));
    int day = support.span().fromDay();
    int end = support.span().toDay();
    int start = day;
    CompiledPrice listed = null;
    CompiledPrice price = null;
    while (day < end) {
      CompiledPrice found = supportPrice(support, day);
      if (price == null || !found.equals(listed)) {
        listed = found;
        price = afterMeansTest(found, support);
        start = day;
      }
      int until = end;
      if (support.fee() == null) {
        int change = book.book().prices().nextChange(support.item(), day, child);
        until = Math.min(until, change);
      }
      DateSpan part = new DateSpan(day, until).intersection(window);
      if (part != null && price.accrual() != null) {
        Accrual accrual = price.accrual().times(share);
        add(
            new LedgerLine(
                component(price.kind()),
                support.item(),
                price.name(),
                part,
                Pence.of(accrual.between(part.fromDay() - start, part.toDay() - start)),
                price.payer(),
                share,
                branch,
                new LineSource.OfPrice(price),
                accrual,
                start));
      }
      day = until;
    }
  }

  private CompiledPrice supportPrice(Pathway.Support support, int day) {
    StatedFee fee = support.fee();
    if (fee == null) {
      return book.price(support.item(), day, child.ageOn(day));
    }
    Rate.Per per = fee.per() == null ? Rate.Per.WEEK : fee.per();
    Money amount = book.reprice(PriceRow.Kind.SUPPORT, fee.amount(), fee.priceYear());
    return new CompiledPrice(
        support.item(),
        support.name(),
        PriceRow.Kind.SUPPORT,
        amount,
        Accrual.of(Rate.of(amount, per)),
        fee.payer(),
        null);
  }

  /** What is left of a price once the family has put its contribution in: never below zero. */
  private CompiledPrice afterMeansTest(CompiledPrice price, Pathway.Support support) {
    MeansTest test = support.meansTest();
    Accrual accrual = price.accrual();
    if (test == null || accrual == null || price.amount().isZero()) {
      return price;
    }
    Money contribution =
        book.reprice(price.kind(), test.contribution(), FinancialYear.of(test.rules().from()));
    Money whole = accrual.rate().perDay();
    Money left = whole.minus(Rate.of(contribution, Rate.Per.MONTH).perDay());
    BigFraction paid = left.isNegative() ? BigFraction.ZERO : left.pounds().divide(whole.pounds());
    return new CompiledPrice(
        price.item(),
        price.name() + ", after the means test",
        price.kind(),
        price.amount().times(paid),
        Accrual.of(accrual.rate().times(paid)),
        price.payer(),
        price.row());
  }

  private static Component component(PriceRow.Kind kind) {
    return switch (kind) {
      case SUPPORT -> Component.SUPPORT;
      case LEGAL -> Component.LEGAL;
      case ONE_OFF -> Component.ONE_OFF;
    };
  }

  /** Adds a line, or lengthens the last one of the same rate. */
  private void add(LedgerLine line) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      LedgerLine before = lines.get(i);
      boolean sameRate =
          before.source().equals(line.source())
              && Objects.equals(before.branch(), line.branch())
              && before.rateStart() == line.rateStart()
              && before.item().equals(line.item())
              && before.span().toDay() == line.span().fromDay();
      if (sameRate) {
        lines.set(i, before.and(line));
        return;
      }
    }
    lines.add(line);
  }
}
