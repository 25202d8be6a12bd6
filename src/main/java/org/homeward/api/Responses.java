package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.comparison.Comparison;
import org.homeward.comparison.JourneyComparison;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledPrice;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.FeeTerm;
import org.homeward.costbook.PriceIndices;
import org.homeward.history.Area;
import org.homeward.history.Provider;
import org.homeward.pathway.Component;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerLine;
import org.homeward.pathway.LineSource;
import org.homeward.pathway.NominalCost;
import org.homeward.pathway.Pathway;
import org.homeward.pathway.PathwayTemplate;
import org.homeward.pathway.Trajectory;
import org.homeward.placement.Block;
import org.homeward.placement.FeeRow;
import org.homeward.placement.PriceRow;
import org.homeward.process.IntRange;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Task;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.homeward.quantity.WeeksInYear;
import org.homeward.timeuse.Estimate;
import org.homeward.timeuse.EstimateSet;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.Statistics;
import org.homeward.unitcost.UnitCost;
import org.jspecify.annotations.Nullable;

/**
 * What answers look like when they travel. Amounts are pounds with two decimals, exact; minutes
 * have two decimals.
 */
final class Responses {

  static final String ILLUSTRATIVE =
      "This answer uses illustrative inputs: minutes, salaries or prices chosen to be plausible,"
          + " not observed. Each line says which. Load your own before you rely on it.";

  private Responses() {}

  /** What an answer was made from: the same stamp and question give the same bytes. */
  @Serdeable
  record Stamp(
      String service,
      String version,
      String catalogue,
      String costBook,
      String priceYear,
      String hourBasis,
      EstimateSetStamp estimates,
      String priceIndex,
      String discountSchedule,
      List<String> statedProcesses,
      boolean illustrative,
      @Nullable String illustrativeNote,
      List<String> warnings) {

    static Stamp of(CostBook book, boolean illustrative) {
      return new Stamp(
          "Homeward",
          Version.VALUE,
          book.hash(),
          book.name(),
          book.priceYear().toString(),
          book.hourBasis().code(),
          EstimateSetStamp.of(book.estimates()),
          book.index().name(),
          book.discounts().name(),
          book.statedProcesses().stream().sorted().toList(),
          illustrative,
          illustrative ? ILLUSTRATIVE : null,
          book.warnings());
    }
  }

  /** Which estimates the unit costs use. */
  @Serdeable
  record EstimateSetStamp(String id, String name, String methods, List<String> surveys) {
    static EstimateSetStamp of(EstimateSet set) {
      return new EstimateSetStamp(set.id(), set.name(), set.methodsInWords(), set.surveys());
    }
  }

  /**
   * The files of a version of the catalogue.
   *
   * @param files text by path
   */
  @Serdeable
  record CatalogueFilesResponse(String hash, Map<String, String> files) {
    static CatalogueFilesResponse of(CatalogueFiles files) {
      return new CatalogueFilesResponse(files.hash(), files.texts());
    }
  }

  /** The question, as it was understood. */
  @Serdeable
  record CaseResponse(
      String birth, String start, String horizon, @Nullable String area, List<String> needs) {
    static CaseResponse of(Requests.CaseRead read) {
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
        CompiledBook book,
        Requests.CaseRead read,
        Comparison comparison,
        WeeksInYear weeksInYear,
        List<PriceYearResponse> priceYears) {
      boolean illustrative =
          comparison.pathways().stream()
              .anyMatch(p -> p.ledger().illustrative() || p.pathway().provenance().illustrative());
      List<String> notes = new ArrayList<>();
      notes.add("All amounts are in " + book.book().priceYear() + " prices.");
      if (read.span().toDay() <= read.child().reaches(18)) {
        notes.add(
            "The comparison stops at or before the 18th birthday: leaving care, Staying Put and"
                + " setting-up costs are left out.");
      }
      if (FinancialYear.of(read.span().to()).compareTo(book.book().index().levels().lastKey())
          > 0) {
        notes.add(
            "Nominal amounts after "
                + book.book().index().levels().lastKey()
                + " assume that prices go on growing as in that year, the last of the index's"
                + " forecast.");
      }
      return new ComparisonResponse(
          Stamp.of(book.book(), illustrative),
          CaseResponse.of(read),
          weeksInYear.code(),
          comparison.pathways().stream()
              .map(p -> CostedPathway.of(p, book.book(), weeksInYear))
              .toList(),
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
    Map<String, BigDecimal> pounds = new LinkedHashMap<>();
    sums.forEach((component, sum) -> pounds.put(component.code(), sum.toPounds()));
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

  /** A ledger with the working of every line. */
  @Serdeable
  record LedgerResponse(
      Stamp stamp,
      CaseResponse child,
      String pathway,
      String name,
      BigDecimal total,
      Map<String, BigDecimal> byComponent,
      Map<String, BigDecimal> hoursByRole,
      List<Line> lines,
      List<UnitCostResponse> unitCosts) {

    static LedgerResponse of(
        CompiledBook book, Requests.CaseRead read, Pathway pathway, Ledger ledger) {
      Set<LineSource.OfProcess> processes = new LinkedHashSet<>();
      for (LedgerLine line : ledger.lines()) {
        if (line.source() instanceof LineSource.OfProcess process) {
          processes.add(process);
        }
      }
      return new LedgerResponse(
          Stamp.of(book.book(), ledger.illustrative() || pathway.provenance().illustrative()),
          CaseResponse.of(read),
          pathway.id(),
          pathway.name(),
          ledger.total().toPounds(),
          components(ledger.byComponent()),
          hours(ledger),
          ledger.lines().stream().map(Line::of).toList(),
          processes.stream()
              .map(
                  p ->
                      UnitCostResponse.of(
                          book.book(),
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

    static PriceTrace of(FeeTerm fee) {
      FeeRow row = fee.row();
      Rate.Per rowPer = row == null ? null : row.per();
      if (row == null) {
        return new PriceTrace(
            fee.label(),
            null,
            "day",
            null,
            fee.accrual().rate().perDay().rounded(6),
            false,
            Provenance.STATED_IN_REQUEST.source(),
            false,
            "");
      }
      return new PriceTrace(
          row.label(),
          row.cost().rounded(2),
          FeeResponse.per(row),
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
        return new PriceTrace(
            price.item(),
            null,
            null,
            null,
            price.amount().rounded(6),
            false,
            Provenance.STATED_IN_REQUEST.source(),
            false,
            "");
      }
      return new PriceTrace(
          row.label(),
          row.amount().rounded(2),
          row.per() == null ? "once" : row.per().code(),
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
          Responses.key(cost),
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

  /** A process in a list. */
  @Serdeable
  record ProcessSummary(
      String id,
      String name,
      String group,
      String description,
      BigDecimal unitCost,
      String per,
      String basis,
      boolean illustrative) {}

  /** A process with its tasks, critical path and unit costs. */
  @Serdeable
  record ProcessResponse(
      Stamp stamp,
      String id,
      String name,
      String group,
      String description,
      String source,
      String note,
      List<TaskResponse> tasks,
      List<String> criticalPath,
      int criticalPathWorkingDays,
      Map<String, BigDecimal> minutesByRole,
      UnitCostResponse unitCost,
      List<UnitCostResponse> variations) {}

  /** A task, with what it costs within the process without variations. */
  @Serdeable
  record TaskResponse(
      String id,
      String name,
      List<String> after,
      BigDecimal share,
      BigDecimal times,
      int elapsedWorkingDays,
      BigDecimal minutes,
      BigDecimal cost) {

    static TaskResponse of(Task task, UnitCost cost) {
      Minutes minutes =
          cost.lines().stream()
              .filter(l -> l.task().equals(task.id()))
              .map(UnitCost.Line::minutes)
              .reduce(Minutes.ZERO, Minutes::plus);
      Pence pence =
          cost.lines().stream()
              .filter(l -> l.task().equals(task.id()))
              .map(UnitCost.Line::pence)
              .reduce(Pence.ZERO, Pence::plus);
      return new TaskResponse(
          task.id(),
          task.name(),
          task.after(),
          task.share(),
          task.times(),
          task.elapsed(),
          minutes.rounded(),
          pence.toPounds());
    }
  }

  /** A pathway template: its legs and events in their own words of time, and where it branches. */
  @Serdeable
  record PathwayTemplateResponse(
      String id,
      String name,
      String description,
      boolean illustrative,
      String note,
      List<String> sources,
      TemplatePart trunk,
      List<TemplateBranch> branches) {

    static PathwayTemplateResponse of(PathwayTemplate t) {
      return new PathwayTemplateResponse(
          t.id(),
          t.name(),
          t.description(),
          t.provenance().illustrative(),
          t.provenance().note(),
          t.sources(),
          TemplatePart.of(t.trunk()),
          t.options().stream()
              .map(
                  o ->
                      new TemplateBranch(
                          o.id(),
                          o.name(),
                          String.valueOf(t.branchAt()),
                          o.probability(),
                          TemplatePart.of(o.part())))
              .toList());
    }
  }

  /** One way in which a template goes on. */
  @Serdeable
  record TemplateBranch(
      String id, String name, String at, BigDecimal probability, TemplatePart part) {}

  /** Legs, each until the next; events; supports and one-off costs by item. */
  @Serdeable
  record TemplatePart(
      List<TemplateLeg> legs,
      List<TemplateStep> events,
      List<TemplateStep> supports,
      List<TemplateStep> oneOffs) {
    static TemplatePart of(PathwayTemplate.Part part) {
      return new TemplatePart(
          part.legs().stream()
              .map(
                  l ->
                      new TemplateLeg(
                          l.from().toString(),
                          l.type().code(),
                          l.provider().code(),
                          l.area().code(),
                          l.legalStatus().code(),
                          l.sameCarer()))
              .toList(),
          part.events().stream()
              .map(e -> new TemplateStep(e.type().code(), e.at().toString(), null, BigDecimal.ONE))
              .toList(),
          part.supports().stream()
              .map(
                  x ->
                      new TemplateStep(x.item(), x.from().toString(), x.to().toString(), x.share()))
              .toList(),
          part.oneOffs().stream()
              .map(o -> new TemplateStep(o.item(), o.at().toString(), null, o.share()))
              .toList());
    }
  }

  /** A leg of a template. */
  @Serdeable
  record TemplateLeg(
      String from,
      String placement,
      String provider,
      String area,
      String legalStatus,
      boolean sameCarer) {}

  /** An event, or an item with the share of families who have it. */
  @Serdeable
  record TemplateStep(String what, String from, @Nullable String to, BigDecimal share) {}

  /**
   * A placement fee or extra as stated, in its own price year; ages and needs are from, up to not
   * with; a used placement costs amount + retainer ÷ occupancy.
   */
  @Serdeable
  record FeeResponse(
      String label,
      String placement,
      @Nullable String provider,
      @Nullable String providerName,
      @Nullable String area,
      @Nullable Integer ageFrom,
      @Nullable Integer ageBelow,
      @Nullable Integer needsFrom,
      @Nullable Integer needsBelow,
      @Nullable String extra,
      @Nullable Boolean extraAlways,
      String from,
      @Nullable String to,
      BigDecimal amount,
      String per,
      @Nullable BigDecimal retainer,
      @Nullable BigDecimal occupancy,
      BigDecimal costOfUsed,
      String priceYear,
      List<String> includes,
      String payer,
      boolean illustrative,
      String source,
      String note) {

    /** Once, or the stretch of time that the amount is for. */
    static String per(FeeRow r) {
      Rate.Per per = r.per();
      return per == null ? "once" : per.code();
    }

    static FeeResponse of(FeeRow r) {
      boolean anyAge = r.age().equals(IntRange.ANY);
      IntRange needs = r.kind().needs();
      FeeRow.Extra extra = r.kind().extra();
      Block block = r.block();
      LocalDate to = r.to();
      Provider provider = r.provider();
      Area area = r.area();
      return new FeeResponse(
          r.label(),
          r.type().code(),
          provider == null ? null : provider.code(),
          r.kind().providerName(),
          area == null ? null : area.code(),
          anyAge ? null : r.age().from(),
          anyAge ? null : r.age().below(),
          needs.equals(IntRange.ANY) ? null : needs.from(),
          needs.below() == Integer.MAX_VALUE ? null : needs.below(),
          extra == null ? null : extra.id(),
          extra == null ? null : extra.always(),
          r.from().toString(),
          to == null ? null : to.toString(),
          r.amount().rounded(2),
          per(r),
          block == null ? null : block.retainer().rounded(2),
          block == null ? null : block.occupancy(),
          r.cost().rounded(2),
          r.priceYear().toString(),
          r.includes().stream().sorted().toList(),
          r.payer().code(),
          r.provenance().illustrative(),
          r.provenance().source(),
          r.provenance().note());
    }
  }

  /** A price as stated, in its own price year; per is once, or a stretch of time. */
  @Serdeable
  record PriceResponse(
      String label,
      String item,
      String name,
      String component,
      @Nullable Integer ageFrom,
      @Nullable Integer ageBelow,
      String from,
      BigDecimal amount,
      String per,
      String priceYear,
      List<String> includes,
      String payer,
      boolean illustrative,
      String source,
      String note) {

    static PriceResponse of(PriceRow r) {
      boolean anyAge = r.age().equals(IntRange.ANY);
      var per = r.per();
      return new PriceResponse(
          r.label(),
          r.item(),
          r.name(),
          r.kind().code(),
          anyAge ? null : r.age().from(),
          anyAge ? null : r.age().below(),
          r.from().toString(),
          r.amount().rounded(2),
          per == null ? "once" : per.code(),
          r.priceYear().toString(),
          r.includes().stream()
              .map(
                  i ->
                      i.months() == 0
                          ? i.process()
                          : i.process() + " for " + i.months() + " months")
              .toList(),
          r.payer().code(),
          r.provenance().illustrative(),
          r.provenance().source(),
          r.provenance().note());
    }
  }

  /** An estimate with its statistics; minutes per process occurrence in all. */
  @Serdeable
  record EstimateResponse(
      String process,
      String task,
      String role,
      @Nullable String variation,
      String category,
      BigDecimal mean,
      int answers,
      int participants,
      BigDecimal median,
      BigDecimal lowerQuartile,
      BigDecimal upperQuartile,
      BigDecimal trimmedMean,
      BigDecimal minimum,
      BigDecimal maximum,
      BigDecimal standardDeviation,
      @Nullable BigDecimal standardError,
      @Nullable BigDecimal skewness,
      BigDecimal intervalLow,
      BigDecimal intervalHigh,
      DescriptionResponses.@Nullable DistributionResponse distribution,
      List<String> methods,
      List<String> surveys,
      boolean illustrative) {

    static EstimateResponse of(Estimate e) {
      Statistics s = e.statistics();
      return new EstimateResponse(
          e.cell().process(),
          e.cell().task(),
          e.cell().role(),
          e.cell().variation(),
          e.cell().category().code(),
          e.mean().rounded(),
          e.answers(),
          e.participants(),
          two(s.median()),
          two(s.lowerQuartile()),
          two(s.upperQuartile()),
          two(s.trimmedMean()),
          two(s.minimum()),
          two(s.maximum()),
          two(s.standardDeviation()),
          DescriptionResponses.places(s.standardError(), 2),
          DescriptionResponses.places(s.skewness(), 4),
          two(s.intervalLow()),
          two(s.intervalHigh()),
          DescriptionResponses.DistributionResponse.of(e.distribution()),
          e.methods().stream().map(Method::code).toList(),
          e.surveys(),
          e.illustrative());
    }

    private static BigDecimal two(double value) {
      return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    }
  }

  /** A journey comparison. */
  @Serdeable
  record JourneyComparisonResponse(
      String service,
      String version,
      String monthLength,
      String prices,
      JourneyResponse actual,
      JourneyResponse anticipated,
      BigDecimal avoided,
      @Nullable BigDecimal statedAvoided,
      List<String> findings,
      List<String> assumptions) {}

  /** One side of it. */
  @Serdeable
  record JourneyResponse(
      String name,
      List<JourneyRow> rows,
      BigDecimal total,
      BigDecimal weeks,
      @Nullable BigDecimal statedTotal,
      @Nullable BigDecimal statedRowsTotal) {

    static JourneyResponse of(JourneyComparison.CostedJourney j) {
      Pence stated = j.statedTotal();
      Pence rows = j.statedRows();
      return new JourneyResponse(
          j.name(),
          j.rows().stream().map(JourneyRow::of).toList(),
          j.total().toPounds(),
          Fractions.toDecimal(j.weeks(), 2),
          stated == null ? null : stated.toPounds(),
          rows == null ? null : rows.toPounds());
    }
  }

  /** One row, computed and as stated. */
  @Serdeable
  record JourneyRow(
      String description,
      String length,
      boolean concurrent,
      boolean costed,
      BigDecimal computed,
      @Nullable BigDecimal stated,
      @Nullable BigDecimal difference) {
    static JourneyRow of(JourneyComparison.CostedRow r) {
      Pence stated = r.stated();
      Pence difference = r.difference();
      return new JourneyRow(
          r.description(),
          r.length(),
          r.concurrent(),
          r.costed(),
          r.computed().toPounds(),
          stated == null ? null : stated.toPounds(),
          difference == null ? null : difference.toPounds());
    }
  }
}
