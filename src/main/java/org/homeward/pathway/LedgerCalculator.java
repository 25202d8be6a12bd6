package org.homeward.pathway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.FeeBands;
import org.homeward.costbook.FeeTerm;
import org.homeward.history.Child;
import org.homeward.history.HistoryColumns;
import org.homeward.history.PlacementKind;
import org.homeward.placement.PriceRow;
import org.homeward.problem.InputException;
import org.homeward.quantity.CalendarDays;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Fractions;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of a pathway: the trunk is walked up to where it branches, each branch with the trunk
 * behind it from there on, its lines at {@code round(p × exact amount)}; supports and one-off costs
 * are laid over (method, section 6).
 */
public final class LedgerCalculator {

  private static final Comparator<LedgerLine> ORDER =
      Comparator.comparing(LedgerLine::component)
          .thenComparing((LedgerLine l) -> l.span().fromDay())
          .thenComparing(LedgerLine::item)
          .thenComparing((LedgerLine l) -> l.branch() == null ? "" : l.branch())
          .thenComparing((LedgerLine l) -> l.span().toDay());

  private final CompiledBook book;

  public LedgerCalculator(CompiledBook book) {
    this.book = book;
  }

  /** The whole pathway, from its start to its horizon. */
  public Ledger calculate(Pathway pathway) {
    return calculate(pathway, pathway.span());
  }

  /**
   * What falls into a window of it; adjoining windows add up.
   *
   * @throws org.homeward.problem.InputException if a fee or price is missing
   */
  public Ledger calculate(Pathway pathway, DateSpan window) {
    DateSpan within = window.intersection(pathway.span());
    if (within == null) {
      return new Ledger(window, List.of());
    }
    List<LedgerLine> lines = new ArrayList<>();
    strand(pathway, null, within, lines);
    pathway.branches().forEach(branch -> strand(pathway, branch, within, lines));
    lines.sort(ORDER);
    return new Ledger(window, lines);
  }

  /**
   * What a real history costs in a window. Days for which the book has no fee cost nothing.
   *
   * @param statedFees by leg, null where the fee is looked up; may be shorter than the legs
   */
  public Ledger calculate(
      HistoryColumns history, List<@Nullable FeeTerm> statedFees, DateSpan window) {
    List<LedgerLine> lines = new ArrayList<>();
    List<LedgerWriter.Stay> stays = new ArrayList<>();
    for (int leg = 0; leg < history.legs(); leg++) {
      stays.add(new LedgerWriter.Stay(PlacementKind.type(history.kind(leg)).code(), ""));
    }
    LedgerWriter writer =
        new LedgerWriter(stays, BigFraction.ONE, null, lines) {
          @Override
          public void unpriced(int kind, int from, int to, Supplier<InputException> why) {}
        };
    new PathwayWalk(book).walk(history, statedFees, window.fromDay(), window.toDay(), writer);
    lines.sort(ORDER);
    return new Ledger(window, lines);
  }

  private void strand(
      Pathway pathway, Pathway.@Nullable Branch branch, DateSpan window, List<LedgerLine> lines) {
    Pathway.Strand own = branch == null ? pathway.trunk() : branch.strand();
    BigFraction probability = branch == null ? BigFraction.ONE : Fractions.of(branch.probability());
    String branchId = branch == null ? null : branch.id();
    List<Pathway.PathwayLeg> legs = new ArrayList<>(pathway.trunk().legs());
    List<Pathway.OneOff> oneOffs = new ArrayList<>(pathway.trunk().oneOffs());
    if (branch != null) {
      legs.addAll(own.legs());
      oneOffs.addAll(own.oneOffs());
    }
    int from = branch == null ? window.fromDay() : Math.max(window.fromDay(), pathway.branchDay());
    int to =
        branch == null && !pathway.branches().isEmpty()
            ? Math.min(window.toDay(), pathway.branchDay())
            : window.toDay();
    if (from < to) {
      List<LedgerWriter.Stay> stays =
          legs.stream().map(l -> new LedgerWriter.Stay(l.leg().type().code(), l.name())).toList();
      LedgerWriter writer = new LedgerWriter(stays, probability, branchId, lines);
      new PathwayWalk(book)
          .walk(
              pathway.history(branch).columns(),
              legs.stream().map(this::statedFee).toList(),
              legs.stream().map(leg -> namedFees(leg, pathway.child())).toList(),
              covers(pathway, oneOffs),
              from,
              to,
              writer);
      LegExtras extras = new LegExtras(book, pathway.child(), new DateSpan(from, to), writer);
      for (int i = 0; i < legs.size(); i++) {
        extras.pay(i, legs.get(i));
      }
    }
    LaidOver laidOver = new LaidOver(book, pathway.child(), probability, branchId, window, lines);
    own.supports().forEach(laidOver::support);
    own.oneOffs().forEach(laidOver::oneOff);
  }

  private @Nullable FeeTerm statedFee(Pathway.PathwayLeg leg) {
    StatedFee fee = leg.fee();
    if (fee == null) {
      return null;
    }
    return book.statedFee(
        leg.name().isEmpty() ? "stated fee" : leg.name() + " (stated fee)",
        fee.amount(),
        fee.per(),
        fee.priceYear(),
        fee.includes(),
        fee.payer(),
        null);
  }

  private @Nullable FeeBands namedFees(Pathway.PathwayLeg leg, Child child) {
    return leg.providerName() == null ? null : book.fees(LegExtras.placement(leg, child));
  }

  private List<Cover> covers(Pathway pathway, List<Pathway.OneOff> oneOffs) {
    List<Cover> covers = new ArrayList<>();
    for (Pathway.OneOff oneOff : oneOffs) {
      if (oneOff.amount() != null) {
        long bits = book.bits(oneOff.amount().includes());
        if (bits != 0) {
          covers.add(
              new Cover(bits, pathway.span().fromDay(), pathway.span().toDay(), oneOff.item()));
        }
        continue;
      }
      PriceRow row = LaidOver.price(book, pathway.child(), oneOff).row();
      if (row != null) {
        for (PriceRow.Inclusion inclusion : row.includes()) {
          boolean whole = inclusion.months() == 0;
          int from = whole ? pathway.span().fromDay() : oneOff.day();
          int to =
              whole
                  ? pathway.span().toDay()
                  : CalendarDays.plusMonths(oneOff.day(), inclusion.months());
          covers.add(new Cover(book.bits(List.of(inclusion.process())), from, to, row.label()));
        }
      }
    }
    return covers;
  }
}
