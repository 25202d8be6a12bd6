package org.homeward.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.homeward.comparison.Comparison;
import org.homeward.comparison.ComparisonCalculator;
import org.homeward.comparison.Journey;
import org.homeward.comparison.JourneyComparisonCalculator;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.Child;
import org.homeward.loader.Catalogue;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.parameter.Change;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.pathway.Component;
import org.homeward.pathway.Pathway;
import org.homeward.pathway.PathwayTemplate;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Rate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports: the same figures as the service, and formulas that LibreOffice works out alike. */
class ReportTest {

  private static final LocalDate START = LocalDate.of(2025, 4, 1);
  private static final List<String> SOFFICE =
      List.of("/usr/bin/soffice", "/usr/bin/libreoffice", "/opt/libreoffice/program/soffice");

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
        of, new ComparisonCalculator(of).calculate(pathways), Map.of("Version", of.book().hash()));
  }

  /** The answer of a workbook: a row for each label, a column for each route. */
  private static Map<String, List<BigDecimal>> answer(Path file) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
      Map<String, List<BigDecimal>> rows = new java.util.LinkedHashMap<>();
      for (Row row : workbook.getSheet("Answer")) {
        List<BigDecimal> values = new ArrayList<>();
        for (int c = 1; c < 8; c++) {
          Cell cell = row.getCell(c);
          boolean number =
              cell != null
                  && (cell.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC
                      || cell.getCellType() == org.apache.poi.ss.usermodel.CellType.FORMULA);
          if (number) {
            values.add(
                BigDecimal.valueOf(cell.getNumericCellValue()).setScale(2, RoundingMode.HALF_EVEN));
          }
        }
        if (!values.isEmpty()) {
          rows.put(row.getCell(0).getStringCellValue(), values);
        }
      }
      return rows;
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
    }
  }

  private Path recalculated(Path workbook) throws IOException, InterruptedException {
    String soffice =
        SOFFICE.stream().filter(s -> Files.isExecutable(Path.of(s))).findFirst().orElse(null);
    assumeTrue(soffice != null, "LibreOffice is not installed: its recalculation is not tested.");
    Path out = Files.createDirectories(folder.resolve("recalculated"));
    Process process =
        new ProcessBuilder(
                soffice,
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                out.toString(),
                workbook.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("soffice.log").toFile())
            .start();
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    return out.resolve(workbook.getFileName());
  }

  /** Without what was worked out when it was made, so that nothing of it can be read again. */
  private static void forget(XSSFWorkbook workbook) {
    for (int s = 0; s < workbook.getNumberOfSheets(); s++) {
      for (Row row : workbook.getSheetAt(s)) {
        for (Cell cell : row) {
          if (cell.getCellType() == org.apache.poi.ss.usermodel.CellType.FORMULA) {
            ((org.apache.poi.xssf.usermodel.XSSFCell) cell).getCTCell().unsetV();
          }
        }
      }
    }
  }

  @Test
  void libreOfficeWorksOutTheTotalsOfTheServiceToThePenny() throws Exception {
    List<Pathway> pathways =
        pathways(
            2, 18, catalogue.pathways().stream().map(PathwayTemplate::id).toArray(String[]::new));
    ComparisonReport report = report(book, pathways.subList(0, Math.min(6, pathways.size())));
    Path file = folder.resolve("report.xlsx");
    try (XSSFWorkbook workbook =
            new XSSFWorkbook(new ByteArrayInputStream(WorkbookReport.of(report)));
        var out = Files.newOutputStream(file)) {
      forget(workbook);
      workbook.write(out);
    }
    holds(answer(recalculated(file)), report.comparison());
  }

  @Test
  void aMinuteASalaryAndAFeeChangedInTheSheetChangeItsTotalsAsTheyChangeTheServices()
      throws Exception {
    List<Pathway> pathways = pathways(9, 18, "foster-ifa", "return-home");
    ComparisonReport report = report(book, pathways);
    List<Change> changes = new ArrayList<>();
    Path file = folder.resolve("changed.xlsx");
    try (XSSFWorkbook workbook =
            new XSSFWorkbook(new ByteArrayInputStream(WorkbookReport.of(report)));
        var out = Files.newOutputStream(file)) {
      forget(workbook);
      XSSFSheet inputs = workbook.getSheet("Inputs");
      change(inputs, "processes/review/.*/minutes|time-use/review/tasks/.*/minutes", changes);
      change(inputs, "fees/foster/agency/.*/amount", changes);
      workbook.write(out);
    }
    assertThat(changes).hasSize(2);
    CompiledBook changed =
        new CompiledBook(ParameterCatalogue.of(catalogue.inputs()).with(changes).book());
    Comparison expected = new ComparisonCalculator(changed).calculate(pathways);
    assertThat(expected.pathways().get(0).ledger().total())
        .isNotEqualTo(report.comparison().pathways().get(0).ledger().total());
    holds(answer(recalculated(file)), expected);
  }

  /** Sets the first input whose path fits to 123.25. */
  private static void change(XSSFSheet inputs, String path, List<Change> changes) {
    for (Row row : inputs) {
      Cell at = row.getCell(6);
      if (row.getRowNum() > 0 && at != null && at.getStringCellValue().matches(path)) {
        row.getCell(2).setCellValue(123.25);
        changes.add(Change.set(at.getStringCellValue(), new BigDecimal("123.25"), "test"));
        return;
      }
    }
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
    Path file = folder.resolve("journeys.xlsx");
    try (XSSFWorkbook workbook =
            new XSSFWorkbook(new ByteArrayInputStream(JourneyWorkbook.of(report)));
        var out = Files.newOutputStream(file)) {
      forget(workbook);
      workbook.write(out);
    }
    Map<String, List<BigDecimal>> answer = answer(recalculated(file));
    assertThat(answer.get("What happened").get(0)).isEqualByComparingTo("144180"); // 36 × 4,005
    assertThat(answer.get("What would have happened").get(0)).isEqualByComparingTo("26604");
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
    Path file = folder.resolve("fresh.xlsx");
    Files.write(file, WorkbookReport.of(report));
    holds(answer(file), report.comparison());
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
      assertThat(word.getTables()).hasSize(4);
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
    }
  }
}
