package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.costbook.CompiledPrice;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.FeeTerm;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerLine;
import org.homeward.pathway.LineSource;
import org.homeward.pathway.Pathway;
import org.homeward.placement.FeeRow;
import org.homeward.placement.PriceRow;
import org.homeward.process.ProcessGraph;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.homeward.timeuse.Estimate;
import org.homeward.timeuse.Method;
import org.homeward.unitcost.UnitCost;
import org.jspecify.annotations.Nullable;

/**
 * How a ledger looks when it travels: its lines, and what each is made of. Amounts are pounds with
 * two decimals, exact; minutes have two decimals.
 */
final class LedgerResponses {

  private LedgerResponses() {}

  /** A ledger with the working of every line. */
  @Serdeable
  record LedgerResponse(
      Stamp stamp,
      ComparisonResponses.CaseResponse child,
      String pathway,
      String name,
      BigDecimal total,
      Map<String, BigDecimal> byComponent,
      Map<String, BigDecimal> hoursByRole,
      List<Line> lines,
      List<UnitCostResponse> unitCosts) {

    static LedgerResponse of(
        StampedBook stamped, CaseRequests.CaseRead read, Pathway pathway, Ledger ledger) {
      Set<LineSource.OfProcess> processes = new LinkedHashSet<>();
      for (LedgerLine line : ledger.lines()) {
        if (line.source() instanceof LineSource.OfProcess process) {
          processes.add(process);
        }
      }
      return new LedgerResponse(
          stamped.stamp(ledger.illustrative() || pathway.provenance().illustrative()),
          ComparisonResponses.CaseResponse.of(read),
          pathway.id(),
          pathway.name(),
          ledger.total().toPounds(),
          ComparisonResponses.components(ledger.byComponent()),
          ComparisonResponses.hours(ledger),
          ledger.lines().stream().map(Line::of).toList(),
          processes.stream()
              .map(
                  p ->
                      UnitCostResponse.of(
                          stamped.book().book(),
                          p.process().graph(),
                          p.unitCost(),
                          p.per().code(),
                          isOverTime(p)))
              .toList());
    }

    private static boolean isOverTime(LineSource.OfProcess process) {
      return process.process().graph().trigger() instanceof org.homeward.process.Trigger.Continuous;
    }
  }

  /**
   * One line and where it comes from: a fee, a price, a unit cost by its key, or what already pays
   * for it.
   */
  @Serdeable
  record Line(
      String component,
      String item,
      String name,
      String from,
      String to,
      BigDecimal amount,
      String payer,
      BigDecimal probability,
      @Nullable String branch,
      boolean illustrative,
      @Nullable String unitCost,
      @Nullable PriceTrace price,
      @Nullable String paidBy) {

    static Line of(LedgerLine line) {
      LineSource source = line.source();
      return new Line(
          line.component().code(),
          line.item(),
          line.name(),
          line.span().from().toString(),
          line.span().to().toString(),
          line.amount().toPounds(),
          line.payer().code(),
          Fractions.toDecimal(line.probability(), 4),
          line.branch(),
          source.illustrative(),
          source instanceof LineSource.OfProcess p ? key(p.unitCost()) : null,
          source instanceof LineSource.OfFee f
              ? PriceTrace.of(f.fee())
              : source instanceof LineSource.OfPrice p ? PriceTrace.of(p.price()) : null,
          source instanceof LineSource.Included i ? i.paidBy() : null);
    }
  }

  static String key(UnitCost cost) {
    List<String> parts = new ArrayList<>(List.of(cost.process()));
    parts.addAll(cost.variations());
    return String.join("+", parts);
  }

  /** The row behind a fee or price, as stated and in prices of the book. */
  @Serdeable
  record PriceTrace(
      String label,
      @Nullable BigDecimal stated,
      @Nullable String per,
      @Nullable String priceYear,
      BigDecimal inBookPrices,
      boolean carriedForward,
      String source,
      boolean illustrative,
      String note) {

    /** An amount that the request stated. */
    private static PriceTrace ofRequest(
        String label, @Nullable String per, BigDecimal inBookPrices) {
      return new PriceTrace(
          label,
          null,
          per,
          null,
          inBookPrices,
          false,
          Provenance.STATED_IN_REQUEST.source(),
          false,
          "");
    }

    static PriceTrace of(FeeTerm fee) {
      FeeRow row = fee.row();
      Rate.Per rowPer = row == null ? null : row.per();
      if (row == null) {
        return ofRequest(fee.label(), "day", fee.accrual().rate().perDay().rounded(6));
      }
      return new PriceTrace(
          row.label(),
          row.cost().rounded(2),
          FeeResponses.paid(row.per()),
          row.priceYear().toString(),
          fee.accrual().rate().amountPer(rowPer == null ? Rate.Per.DAY : rowPer).rounded(6),
          fee.lastRow(),
          row.provenance().source(),
          row.provenance().illustrative(),
          row.provenance().note());
    }

    static PriceTrace of(CompiledPrice price) {
      PriceRow row = price.row();
      if (row == null) {
        return ofRequest(price.item(), null, price.amount().rounded(6));
      }
      return new PriceTrace(
          row.label(),
          row.amount().rounded(2),
          FeeResponses.paid(row.per()),
          row.priceYear().toString(),
          price.amount().rounded(6),
          false,
          row.provenance().source(),
          row.provenance().illustrative(),
          row.provenance().note());
    }
  }

  /** The working of a unit cost: its lines add up to it. */
  @Serdeable
  record UnitCostResponse(
      String key,
      String process,
      List<String> variations,
      BigDecimal amount,
      String per,
      String basis,
      boolean illustrative,
      @Nullable String statedVariant,
      @Nullable String statedSource,
      List<UnitCostLine> lines) {

    static UnitCostResponse of(
        CostBook book, ProcessGraph graph, UnitCost cost, String per, boolean overTime) {
      var stated = cost.stated();
      return new UnitCostResponse(
          LedgerResponses.key(cost),
          graph.id(),
          cost.variations(),
          cost.perOccurrence().toPounds(),
          overTime ? per : "occurrence",
          cost.basis().code(),
          cost.illustrative(),
          stated == null ? null : stated.variant(),
          stated == null ? null : stated.provenance().source(),
          cost.lines().stream().map(l -> UnitCostLine.of(l, graph)).toList());
    }
  }

  /** Minutes of a role on a task, what they cost, and what they rest on. */
  @Serdeable
  record UnitCostLine(
      String task,
      String role,
      String category,
      BigDecimal minutes,
      BigDecimal costPerHour,
      BigDecimal amount,
      String minutesFrom,
      @Nullable Integer answers,
      @Nullable Integer participants,
      List<String> methods,
      List<String> surveys,
      boolean illustrative) {

    static UnitCostLine of(UnitCost.Line line, ProcessGraph graph) {
      Estimate estimate = line.estimate();
      return new UnitCostLine(
          line.task(),
          line.role(),
          line.category().code(),
          line.minutes().rounded(),
          line.hourly().rounded(6),
          line.pence().toPounds(),
          estimate == null ? "process-file" : estimate.stated() == null ? "survey" : "stated",
          estimate == null ? null : estimate.answers(),
          estimate == null ? null : estimate.participants(),
          estimate == null ? List.of() : estimate.methods().stream().map(Method::code).toList(),
          estimate == null ? List.of() : estimate.surveys(),
          estimate == null ? graph.provenance().illustrative() : estimate.illustrative());
    }
  }
}
