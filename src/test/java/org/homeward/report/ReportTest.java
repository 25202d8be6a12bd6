package org.homeward.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.homeward.Books;
import org.homeward.Homes;
import org.homeward.comparison.Comparison;
import org.homeward.comparison.ComparisonCalculator;
import org.homeward.comparison.Journey;
import org.homeward.comparison.JourneyComparisonCalculator;
import org.homeward.costbook.BookInputs;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.PriceIndices;
import org.homeward.history.Area;
import org.homeward.history.Child;
import org.homeward.history.Leg;
import org.homeward.history.LegalStatus;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.loader.Catalogue;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.parameter.Change;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.pathway.Component;
import org.homeward.pathway.Pathway;
import org.homeward.pathway.PathwayTemplate;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Format;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.quantity.PriceIndex;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports: the same figures as the service, and formulas that LibreOffice works out alike. */
class ReportTest {

  private static final LocalDate START = LocalDate.of(2025, 4, 1);
  private static Catalogue catalogue;
  private static CompiledBook book;

  @TempDir Path folder;

  @BeforeAll
  static void read() {
    catalogue = CatalogueReader.read(CatalogueFolder.read(Path.of(".")));
    book = new CompiledBook(catalogue.book());
  }

  private static List<Pathway> pathways(int age, int until, String... ids) {
    Child child = new Child(START.minusYears(age), Set.of());
    List<Pathway> pathways = new ArrayList<>();
    for (String id : ids) {
      pathways.add(
          catalogue
              .pathway(id)
              .forChild(child, (int) START.toEpochDay(), child.reaches(until), null));
    }
    return pathways;
  }

  private static ComparisonReport report(CompiledBook of, List<Pathway> pathways) {
    return ComparisonReport.of(
        of,
        new ComparisonCalculator(of).calculate(pathways),
        Map.of(),
        Map.of("Version", of.book().hash()));
  }

  /**
   * Prices grow by 4 % a year. A fee of £700 a week in 2025-26 prices for 365 days of 2024-25 and
   * 365 of 2025-26 is £36,500 each, £73,000 in all; paid were £36,500 ÷ 1.04 = £35,096.15 and
   * £36,500, £71,596.15 in all; in 2023-24 prices it is £73,000 ÷ 1.0816 = £67,492.60.
   */
  @Test
  void moneyOfEachYearAndPricesOfOtherYearsStandInEveryFormat() throws IOException {
    TreeMap<FinancialYear, BigDecimal> levels = new TreeMap<>();
    levels.put(FinancialYear.parse("2023-24"), new BigDecimal("100"));
    levels.put(FinancialYear.parse("2024-25"), new BigDecimal("104"));
    levels.put(Books.Y2025, new BigDecimal("108.16"));
    CompiledBook fees =
        Books.withIndices(
            Books.book(
                List.of(),
                List.of(Books.fee(PlacementType.FOSTER, "2020-04-01", "700", Rate.Per.WEEK)),
                List.of()),
            PriceIndices.all(new PriceIndex("prices", levels, new TreeSet<>(), "test")));
    Child child = new Child(LocalDate.of(2020, 4, 1), Set.of());
    DateSpan span = DateSpan.of(LocalDate.of(2024, 4, 1), LocalDate.of(2026, 4, 1));
    Pathway pathway =
        new Pathway(
            "placed",
            "Placed",
            child,
            span,
            new Pathway.Strand(
                List.of(
                    new Pathway.PathwayLeg(
                        new Leg(
                            span,
                            PlacementType.FOSTER,
                            Provider.AGENCY,
                            Area.IN_AREA,
                            LegalStatus.CARE_ORDER,
                            false),
                        "",
                        null,
                        null,
                        List.of())),
                List.of(),
                List.of(),
                List.of()),
            span.toDay(),
            List.of(),
            Provenance.STATED_IN_REQUEST);
    FinancialYear then = FinancialYear.parse("2023-24");
    CompiledBook inThen = new CompiledBook(fees.book().inPricesOf(then));
    ComparisonReport report =
        ComparisonReport.of(
            fees,
            new ComparisonCalculator(fees).calculate(List.of(pathway)),
            Map.of(then, new ComparisonCalculator(inThen).calculate(List.of(pathway))),
            Map.of());
    Map<String, String> expected =
        Map.of(
            "2024-25", "35096.15",
            "2025-26", "36500.00",
            "Total, nominal", "71596.15",
            "Total in 2025-26 prices, real", "73000.00",
            "In 2025-26 prices", "73000.00",
            "In 2023-24 prices", "67492.60");
    Map<String, List<BigDecimal>> sheet = LibreOffice.answer(WorkbookReport.of(report));
    String page = HtmlReport.of(report.document()).replaceAll("\\s*\\R\\s*", "");
    try (XWPFDocument word =
        new XWPFDocument(new ByteArrayInputStream(WordReport.of(report.document())))) {
      String tables =
          word.getTables().stream().map(t -> t.getText()).collect(Collectors.joining("\n"));
      expected.forEach(
          (heading, amount) -> {
            String pounds = Format.pounds(Money.ofPounds(amount));
            assertThat(sheet.get(heading)).as(heading).contains(new BigDecimal(amount));
            assertThat(tables).contains(heading + "\t" + pounds);
            assertThat(page).contains(heading + "</th><td>" + pounds + "</td>");
          });
    }
  }

  private static void holds(Map<String, List<BigDecimal>> answer, Comparison comparison) {
    for (int p = 0; p < comparison.pathways().size(); p++) {
      Comparison.CostedPathway pathway = comparison.pathways().get(p);
      for (Component component : Component.values()) {
        String title = component.title();
        assertThat(answer.get(title).get(p))
            .as(pathway.pathway().id() + " " + title)
            .isEqualByComparingTo(
                pathway.ledger().byComponent().getOrDefault(component, Pence.ZERO).toPounds());
      }
      assertThat(answer.get("Total").get(p))
          .isEqualByComparingTo(pathway.ledger().total().toPounds());
      assertThat(answer.get("Against the first").get(p))
          .isEqualByComparingTo(pathway.difference().toPounds());
      assertThat(answer.get("Discounted, as the Green Book asks").get(p))
          .isEqualByComparingTo(pathway.discounted().total().toPounds());
      int place = p;
      pathway
          .ledger()
          .byPayer()
          .forEach(
              (payer, sum) ->
                  assertThat(answer.get(Format.title(payer.code())).get(place))
                      .isEqualByComparingTo(sum.toPounds()));
      assertThat(pathway.ledger().minutesByRole()).isNotEmpty();
      pathway
          .ledger()
          .minutesByRole()
          .forEach(
              (role, minutes) ->
                  assertThat(
                          answer.get(ComparisonReport.roleNames(book.book()).get(role)).get(place))
                      .as(role)
                      .isCloseTo(
                          Fractions.toDecimal(minutes.value().divide(60), 2),
                          within(new BigDecimal("0.01"))));
    }
  }

  @Test
  void libreOfficeWorksOutTheTotalsOfTheServiceToThePenny() throws Exception {
    List<Pathway> pathways =
        pathways(
            2, 18, catalogue.pathways().stream().map(PathwayTemplate::id).toArray(String[]::new));
    ComparisonReport report = report(book, pathways.subList(0, Math.min(6, pathways.size())));
    holds(
        LibreOffice.recalculated(WorkbookReport.of(report), folder, w -> {}), report.comparison());
  }

  @Test
  void aMinuteASalaryARateAndAFeeChangedInTheSheetChangeItsTotalsAsTheyChangeTheServices()
      throws Exception {
    List<Pathway> pathways = pathways(9, 18, "foster-ifa", "return-home");
    ComparisonReport report = report(book, pathways);
    List<Change> changes =
        List.of(
            Change.set("staff-costs/social-worker/2025-26/salary", new BigDecimal("47123"), "t"),
            Change.set("staff-costs/social-worker/2025-26/hours-a-week", new BigDecimal("36"), "t"),
            Change.set(
                "employer-rates/national-insurance/2025-04-06/rate", new BigDecimal("0.13"), "t"),
            Change.set(
                "employer-rates/national-insurance/2025-04-06/threshold",
                new BigDecimal("9100"),
                "t"),
            Change.set("on-costs/2025-26/direct-overheads", new BigDecimal("0.31"), "t"),
            Change.set("on-costs/2025-26/leave-weeks", new BigDecimal("6.4"), "t"),
            first(report, "processes/review/.*/minutes|time-use/review/tasks/.*/minutes"),
            first(report, "fees/foster/agency/.*/amount"));
    CompiledBook changed =
        new CompiledBook(ParameterCatalogue.of(catalogue.inputs()).with(changes).book());
    Comparison expected = new ComparisonCalculator(changed).calculate(pathways);
    assertThat(expected.pathways().get(0).ledger().total())
        .isNotEqualTo(report.comparison().pathways().get(0).ledger().total());
    holds(
        LibreOffice.recalculated(
            WorkbookReport.of(report),
            folder,
            w ->
                changes.forEach(
                    c -> LibreOffice.set(w, "Inputs", c.path(), c.value().doubleValue()))),
        expected);
  }

  /** A week in Oak House: posts, salary, running cost, value, years, rate, beds and occupancy. */
  @Test
  void aPartOfAHomeChangedInTheSheetChangesItsTotalsAsItChangesTheServices() throws Exception {
    BookInputs inputs = CatalogueReader.read(Homes.oakHouse()).inputs();
    List<Pathway> week = List.of(Homes.week());
    String home = "homes/residential/by-oak-house/2025-04-01/";
    List<Change> changes =
        List.of(
            Change.set(
                "staff-costs/family-support-worker/2025-26/salary", new BigDecimal("33777"), "t"),
            Change.set(home + "beds", new BigDecimal("5"), "t"),
            Change.set(home + "occupancy", new BigDecimal("0.85"), "t"),
            Change.set(home + "staffing/care-workers/posts", new BigDecimal("7.5"), "t"),
            Change.set(home + "running/food-and-heating/amount", new BigDecimal("123.45"), "t"),
            Change.set(home + "capital/minibus/value", new BigDecimal("34567.89"), "t"),
            Change.set(home + "capital/minibus/years", new BigDecimal("7"), "t"),
            Change.set(home + "capital/minibus/rate", new BigDecimal("0.0375"), "t"));
    BookInputs changed = ParameterCatalogue.of(inputs).with(changes);

    Map<String, List<BigDecimal>> answer =
        LibreOffice.recalculated(
            WorkbookReport.of(report(new CompiledBook(inputs.book()), week)),
            folder,
            w ->
                changes.forEach(
                    c -> LibreOffice.set(w, "Inputs", c.path(), c.value().doubleValue())));

    holds(answer, new ComparisonCalculator(new CompiledBook(changed.book())).calculate(week));
  }

  /** The first input whose path fits, set to 123.25. */
  private static Change first(ComparisonReport report, String path) {
    return report.totals().stream()
        .flatMap(t -> t.addresses().keySet().stream())
        .filter(k -> k.matches(path))
        .findFirst()
        .map(k -> Change.set(k, new BigDecimal("123.25"), "t"))
        .orElseThrow();
  }

  @Test
  void aJourneyIsRecalculatedToItsComputedTotalsWithFourWeekMonths() throws Exception {
    // child 1 of the Leicestershire journeys: 9 months of four weeks at £4,005 against £739 a week
    Journey actual = journey("Actual", "9", "4005");
    Journey anticipated = journey("Anticipated", "9", "739");
    JourneyComparisonCalculator calculator =
        new JourneyComparisonCalculator(Journey.MonthLength.FOUR_WEEKS, START);
    JourneyReport report =
        JourneyReport.of(
            calculator,
            actual,
            anticipated,
            calculator.calculate(actual, anticipated, null),
            List.of("Outreach would have kept the foster placement."),
            Map.of());
    Map<String, List<BigDecimal>> answer =
        LibreOffice.recalculated(JourneyWorkbook.of(report), folder, w -> {});
    assertThat(answer.get("What happened").get(0)).isEqualByComparingTo("144180"); // 36 × 4,005
    assertThat(answer.get("What would have happened").get(0)).isEqualByComparingTo("26604");
    assertThat(LibreOffice.chart(JourneyWorkbook.of(report)).get("Cost"))
        .containsExactly(new BigDecimal("144180.00"), new BigDecimal("26604.00"));
    assertThat(HtmlReport.of(report.document())).contains("£117,576.00 was avoided");
    assertThat(WordReport.of(report.document())).startsWith('P', 'K');
  }

  private static Journey journey(String name, String months, String weekly) {
    return new Journey(
        name,
        List.of(
            new Journey.Row(
                "Placement",
                List.of(
                    new Journey.Stretch(
                        new Journey.Length(new BigDecimal(months), Journey.Length.Unit.MONTHS),
                        new Journey.Price(Money.ofPounds(weekly), Rate.Per.WEEK))),
                false,
                null)),
        null);
  }

  @Test
  void theWorkbookShowsTheTotalsOfTheServiceBeforeAnythingIsCalculated() throws IOException {
    ComparisonReport report = report(book, pathways(2, 18, "foster-in-house", "adoption"));
    holds(LibreOffice.answer(WorkbookReport.of(report)), report.comparison());
  }

  @Test
  void everyInputOfTheSheetIsKnownToTheCostBookUnderItsPath() throws IOException {
    ComparisonReport report =
        report(book, pathways(2, 21, "foster-in-house", "adoption", "special-guardianship"));
    ParameterCatalogue parameters = ParameterCatalogue.of(catalogue.inputs());
    int known = 0;
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(WorkbookReport.of(report)))) {
      for (Row row : workbook.getSheet("Inputs")) {
        String path = row.getCell(6).getStringCellValue();
        if (row.getRowNum() > 0 && !path.isEmpty()) {
          assertThat(parameters.at(path).value().doubleValue())
              .as(path)
              .isEqualTo(row.getCell(2).getNumericCellValue());
          known++;
        }
      }
    }
    assertThat(known).isGreaterThan(100);
  }

  @Test
  void theWordDocumentHasHeadingsTablesAndChartsAndTheTotals() throws IOException {
    ComparisonReport report = report(book, pathways(2, 18, "foster-in-house", "adoption"));
    try (XWPFDocument word =
        new XWPFDocument(new ByteArrayInputStream(WordReport.of(report.document())))) {
      List<String> headings =
          word.getParagraphs().stream()
              .filter(p -> "Heading1".equals(p.getStyle()))
              .map(XWPFParagraph::getText)
              .toList();
      assertThat(headings)
          .containsSubsequence(
              "Question",
              "Answer",
              "What the answer takes for granted",
              "What is not included",
              "Sources",
              "What this was made from");
      assertThat(word.getCharts()).hasSize(2);
      assertThat(word.getTables()).hasSize(5);
      String total = report.comparison().pathways().get(1).ledger().total().toString();
      assertThat(word.getTables().get(0).getText()).contains(total);
      assertThat(word.getTables().get(0).getRow(0).isRepeatHeader()).isTrue();
    }
  }

  @Test
  void thePageHoldsEverythingInItselfAndOnlyItsOwnStyle() {
    ComparisonReport report = report(book, pathways(2, 18, "foster-in-house", "adoption"));
    String page = HtmlReport.of(report.document());
    assertThat(page)
        .contains("<style>" + HtmlReport.STYLE + "</style>")
        .contains(report.comparison().pathways().get(0).ledger().total().toString())
        .doesNotContain("<script")
        .doesNotContain(" style=")
        .doesNotContain("src=")
        .doesNotContain("href=");
    assertThat(HtmlReport.policy()).startsWith("default-src 'none'; style-src 'sha256-");
  }

  @Test
  void whatAUserWroteIsNeverAFormulaNorMarkUpNorABrokenFile() throws IOException {
    Pathway own = pathways(2, 18, "foster-in-house").get(0);
    String nasty = "=HYPERLINK(\"http://x\")<b>\u0007";
    Pathway named =
        new Pathway(
            "own",
            nasty,
            own.child(),
            own.span(),
            own.trunk(),
            own.branchDay(),
            own.branches(),
            own.provenance());
    ComparisonReport report = report(book, List.of(named));
    assertThat(HtmlReport.of(report.document())).doesNotContain("<b>");
    try (XSSFWorkbook workbook =
            new XSSFWorkbook(new ByteArrayInputStream(WorkbookReport.of(report)));
        XWPFDocument word =
            new XWPFDocument(new ByteArrayInputStream(WordReport.of(report.document())))) {
      Cell name = workbook.getSheet("Lines").getRow(1).getCell(1);
      assertThat(name.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
      assertThat(name.getCellStyle().getQuotePrefixed()).isTrue();
      assertThat(word.getParagraphs()).isNotEmpty();
      assertThat(word.getProperties().getCoreProperties().getTitle())
          .isNotEmpty()
          .doesNotContain("\u0007");
    }
  }
}
