package org.homeward.pathway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CompiledProcess;
import org.homeward.costbook.FeeTerm;
import org.homeward.costbook.PricedProcess;
import org.homeward.history.Payer;
import org.homeward.quantity.Accrual;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/** Writes what a walk meets as ledger lines; stretches of one rate become one line. */
class LedgerWriter implements LedgerSink {

  private final List<Stay> stays;
  private final BigFraction probability;
  private final @Nullable String branch;
  private final List<LedgerLine> lines;
  private final Map<String, Integer> lastOfItem = new HashMap<>();

  LedgerWriter(
      List<Stay> stays, BigFraction probability, @Nullable String branch, List<LedgerLine> lines) {
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
        lines.set(last, before.and(line));
        return;
      }
    }
    lastOfItem.put(line.item(), lines.size());
    lines.add(line);
  }

  private static Component component(CompiledProcess process) {
    return process.graph().legal() ? Component.LEGAL : Component.CASE_MANAGEMENT;
  }

  /**
   * What a leg is called in a ledger.
   *
   * @param item the code of its type
   * @param name its own, or empty
   */
  record Stay(String item, String name) {}
}
