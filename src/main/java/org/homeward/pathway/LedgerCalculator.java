package org.homeward.pathway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.allowance.MeansTest;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledPrice;
import org.homeward.costbook.CompiledProcess;
import org.homeward.costbook.FeeBands;
import org.homeward.costbook.FeeTerm;
import org.homeward.costbook.PricedProcess;
import org.homeward.history.Child;
import org.homeward.history.HistoryColumns;
import org.homeward.history.Payer;
import org.homeward.history.PlacementKind;
import org.homeward.placement.PriceRow;
import org.homeward.problem.InputException;
import org.homeward.quantity.Accrual;
import org.homeward.quantity.CalendarDays;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Rate;
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
    List<Stay> stays = new ArrayList<>();
    for (int leg = 0; leg < history.legs(); leg++) {
      stays.add(new Stay(PlacementKind.type(history.kind(leg)).code(), ""));
    }
    Writer writer =
        new Writer(stays, BigFraction.ONE, null, lines) {
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
      List<Stay> stays = legs.stream().map(l -> new Stay(l.leg().type().code(), l.name())).toList();
      Writer writer = new Writer(stays, probability, branchId, lines);
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
    for (Pathway.Support support : own.supports()) {
      support(pathway, support, probability, branchId, window, lines);
    }
    for (Pathway.OneOff oneOff : own.oneOffs()) {
      oneOff(pathway, oneOff, probability, branchId, window, lines);
    }
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
      PriceRow row = price(pathway, oneOff).row();
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

  private CompiledPrice price(Pathway pathway, Pathway.OneOff oneOff) {
    return book.price(oneOff.item(), oneOff.day(), pathway.child().ageOn(oneOff.day()));
  }

  private void oneOff(
      Pathway pathway,
      Pathway.OneOff oneOff,
      BigFraction probability,
      @Nullable String branch,
      DateSpan window,
      List<LedgerLine> lines) {
    if (!window.contains(oneOff.day())) {
      return;
    }
    StatedFee stated = oneOff.amount();
    CompiledPrice price =
        stated == null
            ? price(pathway, oneOff)
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
  private void support(
      Pathway pathway,
      Pathway.Support support,
      BigFraction probability,
      @Nullable String branch,
      DateSpan window,
      List<LedgerLine> lines) {
    BigFraction share = probability.multiply(Fractions.of(support.share()));
    int day = support.span().fromDay();
    int end = support.span().toDay();
    int start = day;
    CompiledPrice listed = null;
    CompiledPrice price = null;
    while (day < end) {
      CompiledPrice found = supportPrice(pathway, support, day);
      if (price == null || !found.equals(listed)) {
        listed = found;
        price = afterMeansTest(found, support);
        start = day;
      }
      int until = end;
      if (support.fee() == null) {
        int change = book.book().prices().nextChange(support.item(), day, pathway.child());
        until = Math.min(until, change);
      }
      DateSpan part = new DateSpan(day, until).intersection(window);
      if (part != null && price.accrual() != null) {
        Accrual accrual = price.accrual().times(share);
        add(
            lines,
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

  private CompiledPrice supportPrice(Pathway pathway, Pathway.Support support, int day) {
    StatedFee fee = support.fee();
    if (fee == null) {
      return book.price(support.item(), day, pathway.child().ageOn(day));
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
  private static void add(List<LedgerLine> lines, LedgerLine line) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      LedgerLine before = lines.get(i);
      boolean sameRate =
          before.source().equals(line.source())
              && Objects.equals(before.branch(), line.branch())
              && before.rateStart() == line.rateStart()
              && before.item().equals(line.item())
              && before.span().toDay() == line.span().fromDay();
      if (sameRate) {
        lines.set(i, lengthened(before, line));
        return;
      }
    }
    lines.add(line);
  }

  private static LedgerLine lengthened(LedgerLine line, LedgerLine by) {
    return new LedgerLine(
        line.component(),
        line.item(),
        line.name(),
        new DateSpan(line.span().fromDay(), by.span().toDay()),
        line.amount().plus(by.amount()),
        line.payer(),
        line.probability(),
        line.branch(),
        line.source(),
        line.accrual(),
        line.rateStart());
  }

  /**
   * What a leg is called in a ledger.
   *
   * @param item the code of its type
   * @param name its own, or empty
   */
  private record Stay(String item, String name) {}

  /** Writes what a walk meets as ledger lines; stretches of one rate become one line. */
  private static class Writer implements LedgerSink {

    private final List<Stay> stays;
    private final BigFraction probability;
    private final @Nullable String branch;
    private final List<LedgerLine> lines;
    private final Map<String, Integer> lastOfItem = new HashMap<>();

    Writer(
        List<Stay> stays,
        BigFraction probability,
        @Nullable String branch,
        List<LedgerLine> lines) {
      this.stays = stays;
      this.probability = probability;
      this.branch = branch;
      this.lines = lines;
    }

    @Override
    public void placement(int leg, FeeTerm fee, int rateStart, int from, int to) {
      Stay of = stays.get(leg);
      String extra = fee.extra();
      rate(
          Component.PLACEMENT,
          extra == null ? of.item() : extra,
          extra != null || of.name().isEmpty() ? fee.label() : of.name(),
          fee.payer(),
          fee.accrual(),
          new LineSource.OfFee(fee),
          rateStart,
          from,
          to);
    }

    @Override
    public void continuous(PricedProcess process, int rateStart, int from, int to) {
      rate(
          component(process.process()),
          process.process().graph().id(),
          process.process().graph().name(),
          Payer.SOCIAL_CARE,
          process.accrual(),
          new LineSource.OfProcess(process.process(), process.variant()),
          rateStart,
          from,
          to);
    }

    @Override
    public void occurrence(PricedProcess process, int day) {
      LineSource.OfProcess source = new LineSource.OfProcess(process.process(), process.variant());
      Pence amount =
          probability.equals(BigFraction.ONE)
              ? Pence.of(process.pence())
              : source.unitCost().exact().times(probability).toPence();
      put(
          new LedgerLine(
              component(process.process()),
              process.process().graph().id(),
              process.process().graph().name(),
              new DateSpan(day, day + 1),
              amount,
              Payer.SOCIAL_CARE,
              probability,
              branch,
              source,
              null,
              day));
    }

    @Override
    public void included(CompiledProcess process, String paidBy, int from, int to) {
      LineSource.Included source = new LineSource.Included(process, paidBy);
      String name = process.graph().name() + " – paid by " + paidBy;
      put(
          new LedgerLine(
              component(process),
              process.graph().id(),
              name,
              new DateSpan(from, to),
              Pence.ZERO,
              Payer.SOCIAL_CARE,
              probability,
              branch,
              source,
              null,
              from));
    }

    private void rate(
        Component component,
        String item,
        String name,
        Payer payer,
        Accrual full,
        LineSource source,
        int rateStart,
        int from,
        int to) {
      Accrual accrual = full.times(probability);
      Pence amount = Pence.of(accrual.between(from - rateStart, to - rateStart));
      put(
          new LedgerLine(
              component,
              item,
              name,
              new DateSpan(from, to),
              amount,
              payer,
              probability,
              branch,
              source,
              accrual,
              rateStart));
    }

    private void put(LedgerLine line) {
      Integer last = lastOfItem.get(line.item());
      if (last != null) {
        LedgerLine before = lines.get(last);
        boolean sameRate = line.accrual() != null && before.rateStart() == line.rateStart();
        if (before.span().toDay() == line.span().fromDay()
            && before.source().equals(line.source())
            && (sameRate || line.source() instanceof LineSource.Included)) {
          lines.set(last, lengthened(before, line));
          return;
        }
      }
      lastOfItem.put(line.item(), lines.size());
      lines.add(line);
    }

    private static Component component(CompiledProcess process) {
      return process.graph().legal() ? Component.LEGAL : Component.CASE_MANAGEMENT;
    }
  }
}
