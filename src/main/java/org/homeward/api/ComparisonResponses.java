package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.homeward.comparison.Comparison;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.PriceIndices;
import org.homeward.history.Area;
import org.homeward.pathway.Component;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerLine;
import org.homeward.pathway.NominalCost;
import org.homeward.pathway.Trajectory;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Pence;
import org.homeward.quantity.WeeksInYear;
import org.jspecify.annotations.Nullable;

/**
 * How pathways side by side look when they travel. Amounts are pounds with two decimals, exact;
 * minutes have two decimals.
 */
final class ComparisonResponses {

  private ComparisonResponses() {}

  /** The question, as it was understood. */
  @Serdeable
  record CaseResponse(
      String birth, String start, String horizon, @Nullable String area, List<String> needs) {
    static CaseResponse of(CaseRequests.CaseRead read) {
      Area area = read.area();
      return new CaseResponse(
          read.child().birth().toString(),
          read.span().from().toString(),
          read.span().to().toString(),
          area == null ? null : area.code(),
          read.child().needs().stream().map(n -> n.code()).toList());
    }
  }

  /** Pathways side by side. */
  @Serdeable
  record ComparisonResponse(
      Stamp stamp,
      CaseResponse child,
      String weeksInYear,
      List<CostedPathway> pathways,
      List<BreakEven> breakEvens,
      List<PriceYearResponse> priceYears,
      List<String> notes) {

    static ComparisonResponse of(
        StampedBook stamped,
        CaseRequests.CaseRead read,
        Comparison comparison,
        WeeksInYear weeksInYear,
        List<PriceYearResponse> priceYears) {
      boolean illustrative =
          comparison.pathways().stream()
              .anyMatch(p -> p.ledger().illustrative() || p.pathway().provenance().illustrative());
      CostBook book = stamped.book().book();
      List<String> notes = new ArrayList<>();
      notes.add("All amounts are in " + book.priceYear() + " prices.");
      if (read.span().toDay() <= read.child().reaches(18)) {
        notes.add(
            "The comparison stops at or before the 18th birthday: leaving care, Staying Put and"
                + " setting-up costs are left out.");
      }
      if (FinancialYear.of(read.span().to()).compareTo(book.index().levels().lastKey()) > 0) {
        notes.add(
            "Nominal amounts after "
                + book.index().levels().lastKey()
                + " assume that prices go on growing as in that year, the last of the index's"
                + " forecast.");
      }
      return new ComparisonResponse(
          stamped.stamp(illustrative),
          CaseResponse.of(read),
          weeksInYear.code(),
          comparison.pathways().stream().map(p -> CostedPathway.of(p, book, weeksInYear)).toList(),
          comparison.breakEvens().stream().map(BreakEven::of).toList(),
          priceYears,
          notes);
    }
  }

  /** The same comparison in prices of another year. */
  @Serdeable
  record PriceYearResponse(String priceYear, List<PriceYearPathway> pathways) {
    static PriceYearResponse of(FinancialYear year, Comparison comparison, PriceIndices indices) {
      return new PriceYearResponse(
          year.toString(),
          comparison.pathways().stream().map(p -> PriceYearPathway.of(p, year, indices)).toList());
    }
  }

  /** What one pathway costs in prices of a year; what is paid at the time is the same in all. */
  @Serdeable
  record PriceYearPathway(
      String id,
      BigDecimal total,
      BigDecimal discountedTotal,
      BigDecimal nominalTotal,
      BigDecimal difference,
      Map<String, BigDecimal> byComponent) {
    static PriceYearPathway of(
        Comparison.CostedPathway costed, FinancialYear year, PriceIndices indices) {
      Ledger ledger = costed.ledger();
      return new PriceYearPathway(
          costed.pathway().id(),
          ledger.total().toPounds(),
          costed.discounted().total().toPounds(),
          NominalCost.of(ledger, indices, year).total().toPounds(),
          costed.difference().toPounds(),
          components(ledger.byComponent()));
    }
  }

  /** What one pathway costs. */
  @Serdeable
  record CostedPathway(
      String id,
      String name,
      BigDecimal total,
      BigDecimal councilTotal,
      BigDecimal discountedTotal,
      BigDecimal perWeek,
      BigDecimal perYear,
      BigDecimal nominalTotal,
      BigDecimal difference,
      @Nullable BigDecimal differencePercent,
      Map<String, BigDecimal> byComponent,
      Map<String, BigDecimal> discountedByComponent,
      Map<String, BigDecimal> byPayer,
      Map<String, BigDecimal> byItem,
      Map<String, BigDecimal> hoursByRole,
      List<YearCost> financialYears,
      List<Month> months,
      boolean illustrative,
      String note) {

    static CostedPathway of(
        Comparison.CostedPathway costed, CostBook book, WeeksInYear weeksInYear) {
      Ledger ledger = costed.ledger();
      Map<String, BigDecimal> payers = new LinkedHashMap<>();
      ledger.byPayer().forEach((payer, sum) -> payers.put(payer.code(), sum.toPounds()));
      Map<String, BigDecimal> items = new LinkedHashMap<>();
      ledger.by(LedgerLine::item).forEach((item, sum) -> items.put(item, sum.toPounds()));
      NominalCost nominal = NominalCost.of(ledger, book.indices(), book.priceYear());
      BigDecimal share = costed.differenceShare();
      return new CostedPathway(
          costed.pathway().id(),
          costed.pathway().name(),
          ledger.total().toPounds(),
          payers.getOrDefault("social-care", BigDecimal.ZERO.setScale(2)),
          costed.discounted().total().toPounds(),
          costed.perWeek().rounded(2),
          weeksInYear.yearOf(costed.perWeek()).rounded(2),
          nominal.total().toPounds(),
          costed.difference().toPounds(),
          share == null ? null : share.movePointRight(2),
          components(ledger.byComponent()),
          components(costed.discounted().byComponent()),
          payers,
          items,
          hours(ledger),
          nominal.years().stream().map(YearCost::of).toList(),
          Trajectory.of(ledger).months().stream().map(Month::of).toList(),
          ledger.illustrative() || costed.pathway().provenance().illustrative(),
          costed.pathway().provenance().note());
    }
  }

  static Map<String, BigDecimal> components(Map<Component, Pence> sums) {
    return pounds(sums, Component::code);
  }

  /** Sums in pounds, in their order, by the names of what they are of. */
  static <K> Map<String, BigDecimal> pounds(Map<K, Pence> sums, Function<K, String> name) {
    Map<String, BigDecimal> pounds = new LinkedHashMap<>();
    sums.forEach((key, sum) -> pounds.put(name.apply(key), sum.toPounds()));
    return pounds;
  }

  static Map<String, BigDecimal> hours(Ledger ledger) {
    Map<String, BigDecimal> hours = new LinkedHashMap<>();
    ledger
        .minutesByRole()
        .forEach(
            (role, minutes) -> hours.put(role, Fractions.toDecimal(minutes.value().divide(60), 2)));
    return hours;
  }

  /** A financial year of a pathway, in prices of the book and in those of the year itself. */
  @Serdeable
  record YearCost(
      String financialYear,
      BigDecimal real,
      BigDecimal nominal,
      boolean forecast,
      boolean assumed) {
    static YearCost of(NominalCost.Year year) {
      return new YearCost(
          year.year().toString(),
          year.real().toPounds(),
          year.nominal().toPounds(),
          year.forecast(),
          year.assumed());
    }
  }

  /** A calendar month of a trajectory. */
  @Serdeable
  record Month(
      String month, Map<String, BigDecimal> byComponent, BigDecimal total, BigDecimal cumulative) {
    static Month of(Trajectory.Month month) {
      return new Month(
          month.month().toString(),
          components(month.byComponent()),
          month.total().toPounds(),
          month.cumulative().toPounds());
    }
  }

  /** When one pathway becomes the cheaper of two. */
  @Serdeable
  record BreakEven(
      String first,
      String second,
      @Nullable String cheaper,
      @Nullable String dearer,
      @Nullable Integer month,
      String reason) {
    static BreakEven of(Comparison.BreakEven b) {
      return new BreakEven(
          b.first(),
          b.second(),
          b.cheaper(),
          b.dearer(),
          b.month() == 0 ? null : b.month(),
          b.reason());
    }
  }
}
