package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.comparison.BookVariations;
import org.homeward.comparison.UnitCostDecomposition;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledProcess;
import org.homeward.costbook.CostBookEntry;
import org.homeward.quantity.Pence;
import org.homeward.unitcost.UnitCost;
import org.jspecify.annotations.Nullable;

/** Several cost books, or several price years, side by side, as they travel. */
final class VariationResponses {

  private VariationResponses() {}

  /** The same thing in each book, in their order, and how far apart they are. */
  @Serdeable
  record AmountsResponse(
      List<@Nullable BigDecimal> amounts,
      BigDecimal lowest,
      BigDecimal highest,
      BigDecimal spread) {
    static AmountsResponse of(BookVariations.Amounts a) {
      List<@Nullable BigDecimal> each = new ArrayList<>();
      for (@Nullable Pence pence : a.each()) {
        each.add(pence == null ? null : pence.toPounds());
      }
      return new AmountsResponse(
          each, a.lowest().toPounds(), a.highest().toPounds(), a.spread().toPounds());
    }
  }

  /**
   * Why a unit cost of a book differs from that of the first: the parts add up to the difference.
   */
  @Serdeable
  record Explained(String book, BigDecimal difference, Map<String, BigDecimal> parts) {
    static Explained of(CostBookEntry book, UnitCostDecomposition d) {
      Map<String, BigDecimal> parts = new LinkedHashMap<>();
      d.parts().forEach((factor, pence) -> parts.put(factor.code(), pence.toPounds()));
      return new Explained(book.id(), d.difference().toPounds(), parts);
    }
  }

  /** The unit cost of a process in each book. */
  @Serdeable
  record UnitCostVariation(String process, AmountsResponse each, List<Explained> explained) {
    static UnitCostVariation of(List<CostBookEntry> books, BookVariations.UnitCosts c) {
      List<Explained> explained = new ArrayList<>();
      for (int i = 0; i < c.explained().size(); i++) {
        UnitCostDecomposition why = c.explained().get(i);
        if (why != null) {
          explained.add(Explained.of(books.get(i + 1), why));
        }
      }
      return new UnitCostVariation(c.process(), AmountsResponse.of(c.amounts()), explained);
    }
  }

  /** A week in a kind of placement in each book. */
  @Serdeable
  record FeeVariation(String placement, String provider, String area, AmountsResponse each) {
    static FeeVariation of(BookVariations.Fees f) {
      return new FeeVariation(
          f.type().code(), f.provider().code(), f.area().code(), AmountsResponse.of(f.aWeek()));
    }
  }

  /** A working hour of a role in each book, and what of it is pay, on-costs and overheads. */
  @Serdeable
  record HourVariation(
      String role,
      AmountsResponse each,
      AmountsResponse pay,
      AmountsResponse onCosts,
      AmountsResponse overheads) {
    static HourVariation of(BookVariations.Hours h) {
      return new HourVariation(
          h.role(),
          AmountsResponse.of(h.anHour()),
          AmountsResponse.of(h.pay()),
          AmountsResponse.of(h.onCosts()),
          AmountsResponse.of(h.overheads()));
    }
  }

  /** Several books side by side; the first is the one that the others are held against. */
  @Serdeable
  record VariationsResponse(
      List<CostBookResponses.CostBookResponse> books,
      String priceYear,
      String feesOn,
      List<UnitCostVariation> unitCosts,
      List<FeeVariation> fees,
      List<HourVariation> hours) {
    static VariationsResponse of(List<CostBookEntry> books, BookVariations v, LocalDate on) {
      return new VariationsResponse(
          books.stream().map(CostBookResponses.CostBookResponse::of).toList(),
          v.priceYear().toString(),
          on.toString(),
          v.unitCosts().stream().map(c -> UnitCostVariation.of(books, c)).toList(),
          v.fees().stream().map(FeeVariation::of).toList(),
          v.hours().stream().map(HourVariation::of).toList());
    }
  }

  /** A unit cost in prices of each year. */
  @Serdeable
  record UnitCostInYears(String process, boolean illustrative, List<BigDecimal> amounts) {}

  /** The unit costs of a book, without any variation, in prices of several years. */
  @Serdeable
  record UnitCostsResponse(
      CostBookResponses.CostBookResponse book,
      List<String> priceYears,
      List<UnitCostInYears> unitCosts) {
    static UnitCostsResponse of(CostBookEntry entry, List<CompiledBook> inYears) {
      List<UnitCostInYears> costs = new ArrayList<>();
      for (CompiledProcess process : inYears.get(0).processes()) {
        UnitCost own = process.unitCost(0);
        costs.add(
            new UnitCostInYears(
                process.graph().id(),
                own.illustrative(),
                inYears.stream()
                    .map(
                        b -> b.process(process.graph().id()).unitCost(0).perOccurrence().toPounds())
                    .toList()));
      }
      return new UnitCostsResponse(
          CostBookResponses.CostBookResponse.of(entry),
          inYears.stream().map(b -> b.book().priceYear().toString()).toList(),
          costs);
    }
  }
}
