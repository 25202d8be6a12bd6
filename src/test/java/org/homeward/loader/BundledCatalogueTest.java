package org.homeward.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.homeward.comparison.Comparison;
import org.homeward.comparison.ComparisonCalculator;
import org.homeward.costbook.BookInputs;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.Child;
import org.homeward.parameter.Parameter;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.pathway.Horizon;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.LedgerLine;
import org.homeward.pathway.LineSource;
import org.homeward.pathway.PathwayTemplate;
import org.homeward.quantity.DiscountSchedule;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Provenance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue that ships with the project. */
class BundledCatalogueTest {

  private static Catalogue catalogue;

  @BeforeAll
  static void read() {
    catalogue = CatalogueReader.read(CatalogueFolder.read(Path.of("")));
  }

  @Test
  void everyFileOfItIsGood() {
    assertThat(catalogue.book().processes()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(catalogue.pathways()).hasSize(11);
    assertThat(catalogue.surveys())
        .extracting(s -> s.method().code())
        .containsExactlyInAnyOrder("event-record", "focus-group", "online-survey");
    assertThat(catalogue.book().hourlyCosts()).hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void theSurveysAskAboutEveryTaskOfAtLeastSixProcesses() {
    Set<String> covered =
        catalogue.book().processes().stream()
            .filter(
                p ->
                    p.tasks().stream()
                        .allMatch(
                            t ->
                                catalogue.book().timeUse().estimates().stream()
                                    .anyMatch(
                                        e ->
                                            e.cell().process().equals(p.id())
                                                && e.cell().task().equals(t.id()))))
            .map(p -> p.id())
            .collect(Collectors.toSet());
    assertThat(covered).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void everyPathwayCanBeCostedFromBirthToTwentyFive() {
    CompiledBook book = new CompiledBook(catalogue.book());
    for (int age : new int[] {0, 2, 9, 15, 17}) {
      LocalDate start = LocalDate.of(2025, 4, 1);
      Child child = new Child(start.minusYears(age), Set.of());
      int from = (int) start.toEpochDay();
      Comparison comparison =
          new ComparisonCalculator(book)
              .calculate(
                  catalogue.pathways().stream()
                      .map(
                          (PathwayTemplate p) ->
                              p.forChild(child, from, new Horizon.Age(25).day(child, from), null))
                      .toList());
      assertThat(comparison.pathways())
          .allSatisfy(
              p -> assertThat(p.ledger().total().value()).as(p.pathway().id()).isPositive());
    }
  }

  @Test
  void aSurveyThatCountsNonCaseRelatedTimeIsWarnedOfByName() {
    TreeMap<String, String> texts = new TreeMap<>(CatalogueFolder.read(Path.of("")).texts());
    texts.computeIfPresent(
        "timeuse-surveys/focus-groups-2025/datapackage.json",
        (path, text) ->
            text.replace(
                "\"includesNonCaseRelatedTime\": false", "\"includesNonCaseRelatedTime\": true"));
    assertThat(CatalogueReader.read(new CatalogueFiles(texts)).book().warnings())
        .filteredOn(w -> w.contains("not case-related"))
        .singleElement()
        .asString()
        .contains("focus-groups-2025", "counted twice");
    assertThat(catalogue.book().warnings()).noneMatch(w -> w.contains("not case-related"));
  }

  @Test
  void whatIsIllustrativeSaysWhyInANote() {
    List<String> without = new ArrayList<>();
    BookInputs inputs = catalogue.inputs();
    inputs.processes().forEach(p -> note(p.id(), p.provenance(), without));
    catalogue.pathways().forEach(p -> note(p.id(), p.provenance(), without));
    inputs.tables().fees().forEach(f -> note(f.label(), f.provenance(), without));
    inputs.tables().prices().forEach(p -> note(p.label(), p.provenance(), without));
    inputs.tables().salaries().forEach(s -> note(s.role(), s.provenance(), without));
    inputs.tables().roles().forEach(r -> note(r.id(), r.provenance(), without));
    assertThat(without).isEmpty();
    assertThat(inputs.processes()).allMatch(p -> p.provenance().illustrative());
    assertThat(catalogue.surveys()).allMatch(s -> s.illustrative());
  }

  private static void note(String what, Provenance provenance, List<String> without) {
    if (provenance.illustrative() && provenance.note().isBlank()) {
      without.add(what);
    }
  }

  /** Answers are in prices of 2025-26: the rate of its first day counts. */
  @ParameterizedTest
  @CsvSource({"2025-04-01, 0.030", "2025-04-02, 0.035", "2010-04-01, 0.030"})
  void theDiscountScheduleInForceAtThePriceYearCounts(String from, BigDecimal rate) {
    TreeMap<String, String> texts = new TreeMap<>(CatalogueFolder.read(Path.of("")).texts());
    texts.computeIfPresent(
        "catalogue/discount-schedule.csv",
        (path, text) ->
            text + "Green Book standard," + from + ",1,0.030,\"HM Treasury, a later one\",true,\n");
    DiscountSchedule inForce = CatalogueReader.read(new CatalogueFiles(texts)).book().discounts();
    assertThat(inForce.bands().get(0).rate()).isEqualByComparingTo(rate);
    assertThat(
            ParameterCatalogue.of(CatalogueReader.read(new CatalogueFiles(texts)).inputs()).all())
        .extracting(Parameter::path)
        .contains(
            "discounts/green-book-standard/2003-04-01/1/rate",
            "discounts/green-book-standard/" + from + "/1/rate");
  }

  /**
   * Who pays for the work that a fee may pay for, in each route of a child of two from 1 April 2025
   * to 18: it follows from the dates of the route and from what is published of the fees –
   * fostering fees pay for the supervision of the carer, the inter-agency fee for preparation,
   * approval, matching and the twelve months of support from the placement on, a kinship allowance
   * for nothing.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          adoption | supervise-foster-carer 2025-04-01/2026-05-01 | adopter-recruitment-assessment 2026-04-01/2026-04-02, adoption-matching-adopters 2026-04-01/2026-04-02, post-adoption-support 2026-12-01/2041-04-01, support-adopters 2026-05-01/2026-12-01
          adoption-inter-agency | adopter-recruitment-assessment 2026-04-01/2026-04-02, adoption-matching-adopters 2026-04-01/2026-04-02, post-adoption-support 2026-12-01/2027-05-01, supervise-foster-carer 2025-04-01/2026-05-01, support-adopters 2026-05-01/2026-12-01 | post-adoption-support 2027-05-01/2041-04-01
          early-permanence | supervise-foster-carer 2025-04-01/2026-01-01 | adopter-recruitment-assessment 2025-12-01/2025-12-02, adoption-matching-adopters 2025-12-01/2025-12-02, post-adoption-support 2026-07-01/2041-04-01, support-adopters 2026-01-01/2026-07-01
          foster-ifa | supervise-foster-carer 2025-04-01/2041-04-01 | ''
          foster-in-house | supervise-foster-carer 2025-04-01/2041-04-01 | ''
          kinship-foster | '' | supervise-foster-carer 2025-04-01/2041-04-01
          residential | supervise-foster-carer 2025-04-01/2025-07-01 | ''
          return-home | supervise-foster-carer 2025-04-01/2026-01-01, supervise-foster-carer 2027-01-01/2028-07-01 | ''
          special-guardianship | supervise-foster-carer 2025-04-01/2026-04-01 | ''
          special-guardianship-from-kinship | '' | supervise-foster-carer 2025-04-01/2026-04-01
          supported-accommodation | supervise-foster-carer 2025-04-01/2039-04-01 | ''
          """)
  void whatAFeePaysForIsCountedOnce(String template, String byFee, String byItself) {
    CompiledBook book = new CompiledBook(catalogue.book());
    int start = (int) LocalDate.of(2025, 4, 1).toEpochDay();
    Child child = new Child(LocalDate.of(2023, 4, 1), Set.of());
    Ledger ledger =
        new LedgerCalculator(book)
            .calculate(catalogue.pathway(template).forChild(child, start, child.reaches(18), null));
    Set<String> mayBePaid =
        Set.of(
            "adopter-recruitment-assessment",
            "adoption-matching-adopters",
            "post-adoption-support",
            "supervise-foster-carer",
            "support-adopters");
    assertThat(spans(ledger, l -> l.source() instanceof LineSource.Included)).isEqualTo(byFee);
    assertThat(spans(ledger, l -> mayBePaid.contains(l.item()) && l.amount().value() != 0))
        .isEqualTo(byItself);
    assertThat(ledger.lines())
        .filteredOn(l -> l.source() instanceof LineSource.Included)
        .allSatisfy(l -> assertThat(l.amount()).isEqualTo(Pence.ZERO));
  }

  /** {@code item from/to} of each run of days, where one follows another as one. */
  private static String spans(Ledger ledger, Predicate<LedgerLine> of) {
    TreeMap<String, TreeMap<Integer, Integer>> byItem = new TreeMap<>();
    for (LedgerLine line : ledger.lines()) {
      if (of.test(line)) {
        byItem
            .computeIfAbsent(line.item(), i -> new TreeMap<>())
            .merge(line.span().fromDay(), line.span().toDay(), Math::max);
      }
    }
    List<String> spans = new ArrayList<>();
    byItem.forEach(
        (item, runs) -> {
          int from = runs.firstKey();
          int to = from;
          for (Map.Entry<Integer, Integer> run : runs.entrySet()) {
            if (run.getKey() > to) {
              spans.add(span(item, from, to));
              from = run.getKey();
            }
            to = Math.max(to, run.getValue());
          }
          spans.add(span(item, from, to));
        });
    return String.join(", ", spans);
  }

  private static String span(String item, int from, int to) {
    return item + " " + LocalDate.ofEpochDay(from) + "/" + LocalDate.ofEpochDay(to);
  }
}
