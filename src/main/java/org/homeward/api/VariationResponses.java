package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.cohort.DearestPlacementsCalculator;
import org.homeward.cohort.Suppression;
import org.homeward.comparison.BookVariations;
import org.homeward.comparison.PathwayDecomposition;
import org.homeward.comparison.UnitCostDecomposition;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledProcess;
import org.homeward.costbook.CostBookEntry;
import org.homeward.intake.CohortAnswers;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Pence;
import org.homeward.unitcost.UnitCost;
import org.jspecify.annotations.Nullable;

/** Several cost books, or several price years, side by side, as they travel. */
final class VariationResponses {

  private static final int SHARE_PLACES = 4;

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

  /** Why something costs other by a book than by the first: the parts add up to the difference. */
  @Serdeable
  record Explained(String book, BigDecimal difference, Map<String, BigDecimal> parts) {
    static Explained of(
        CostBookEntry book, Pence difference, Map<UnitCostDecomposition.Factor, Pence> parts) {
      return new Explained(
          book.id(),
          difference.toPounds(),
          ComparisonResponses.pounds(parts, UnitCostDecomposition.Factor::code));
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
          explained.add(Explained.of(books.get(i + 1), why.difference(), why.parts()));
        }
      }
      return new UnitCostVariation(c.process(), AmountsResponse.of(c.amounts()), explained);
    }
  }

  /** A week in a kind of placement in each book. */
  @Serdeable
  record FeeVariation(
      String placement, String provider, String area, int age, AmountsResponse each) {
    static FeeVariation of(BookVariations.Fees f) {
      return new FeeVariation(
          f.type().code(),
          f.provider().code(),
          f.area().code(),
          f.age(),
          AmountsResponse.of(f.aWeek()));
    }
  }

  /** What a whole route costs by each book, to the 18th birthday. */
  @Serdeable
  record RouteVariation(
      String pathway,
      String name,
      int age,
      AmountsResponse each,
      Map<String, AmountsResponse> byComponent,
      List<Explained> explained) {
    static RouteVariation of(List<CostBookEntry> books, BookVariations.Routes r) {
      Map<String, AmountsResponse> components = new LinkedHashMap<>();
      r.byComponent()
          .forEach(
              (component, amounts) ->
                  components.put(component.code(), AmountsResponse.of(amounts)));
      List<Explained> explained = new ArrayList<>();
      for (int i = 0; i < r.explained().size(); i++) {
        PathwayDecomposition why = r.explained().get(i);
        explained.add(Explained.of(books.get(i + 1), why.difference(), why.parts()));
      }
      return new RouteVariation(
          r.pathway().id(),
          r.pathway().name(),
          r.age(),
          AmountsResponse.of(r.totals()),
          components,
          explained);
    }
  }

  /** By one book, the share of a cohort's fees that goes on its ten dearest placements. */
  @Serdeable
  record DearestShare(
      String book,
      boolean suppressed,
      @Nullable BigDecimal spend,
      @Nullable BigDecimal spendOnDearest,
      @Nullable BigDecimal share) {}

  /** In prices of one year; numbers of few children are kept back. */
  static List<DearestShare> dearest(BooksBeside beside, CohortAnswers.Held held) {
    List<DearestShare> shares = new ArrayList<>();
    for (DearestPlacementsCalculator.Result result : beside.dearest(held)) {
      boolean hidden = result.tellsOfFew(Suppression.MOST);
      shares.add(
          new DearestShare(
              beside.books().get(shares.size()).entry().id(),
              hidden,
              hidden ? null : result.share().spend().toPounds(),
              hidden ? null : result.share().spendOnDearest().toPounds(),
              hidden ? null : Fractions.toDecimal(result.share().share(), SHARE_PLACES)));
    }
    return shares;
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
      List<HourVariation> hours,
      List<RouteVariation> routes,
      List<DearestShare> dearest) {
    static VariationsResponse of(BooksBeside beside, List<DearestShare> dearest) {
      List<CostBookEntry> books = beside.entries();
      BookVariations v = beside.variations();
      return new VariationsResponse(
          books.stream().map(CostBookResponses.CostBookResponse::of).toList(),
          v.priceYear().toString(),
          beside.on().toString(),
          v.unitCosts().stream().map(c -> UnitCostVariation.of(books, c)).toList(),
          v.fees().stream().map(FeeVariation::of).toList(),
          v.hours().stream().map(HourVariation::of).toList(),
          v.routes().stream().map(r -> RouteVariation.of(books, r)).toList(),
          dearest);
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
