package org.homeward.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.homeward.comparison.Comparison;
import org.homeward.comparison.ComparisonCalculator;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.Child;
import org.homeward.loader.Catalogue;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.pathway.Pathway;
import org.homeward.pathway.PathwayTemplate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a committee reads: every section of a report, in each of its three formats. */
class ReportTextTest {

  private static final LocalDate START = LocalDate.of(2025, 4, 1);
  private static final Map<String, String> STAMP =
      Map.of("Version", "0123456789abcdef", "Cost book", "England, illustrative");

  private static Catalogue catalogue;
  private static CompiledBook book;

  @BeforeAll
  static void read() {
    catalogue = CatalogueReader.read(CatalogueFolder.read(Path.of(".")));
    book = new CompiledBook(catalogue.book());
  }

  private static ComparisonReport report(int age, List<String> templates) {
    Child child = new Child(START.minusYears(age), Set.of());
    List<Pathway> pathways =
        templates.stream()
            .map(
                id ->
                    catalogue
                        .pathway(id)
                        .forChild(child, (int) START.toEpochDay(), child.reaches(18), null))
            .toList();
    return ComparisonReport.of(
        book, new ComparisonCalculator(book).calculate(pathways), Map.of(), STAMP);
  }

  /** The text of a page below each of its headings. */
  private static Map<String, String> page(Document document) {
    Map<String, String> sections = new LinkedHashMap<>();
    String html = HtmlReport.of(document).replaceAll("(?s)<style>.*?</style>", "");
    for (String section : html.split("<h2>", -1)) {
      String[] parts = section.split("</h2>", 2);
      if (parts.length == 2) {
        sections.put(plain(parts[0]), plain(parts[1]));
      }
    }
    return sections;
  }

  private static String plain(String html) {
    return html.replaceAll("<[^>]*>", " ")
        .replace("&#39;", "'")
        .replace("&#34;", "\"")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static Map<String, String> word(Document document) throws IOException {
    Map<String, String> sections = new LinkedHashMap<>();
    String now = "";
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(WordReport.of(document)))) {
      assertThat(word.getCharts()).hasSize(document.charts().size());
      for (IBodyElement element : word.getBodyElements()) {
        if (element instanceof XWPFParagraph p && "Heading1".equals(p.getStyle())) {
          now = p.getText();
        } else {
          String text =
              element instanceof XWPFParagraph p
                  ? p.getText()
                  : ((XWPFTable) element).getText().replaceAll("\\s+", " ");
          sections.merge(now, text, (a, b) -> a + " " + b);
        }
      }
    }
    return sections;
  }

  /** The texts of the first sheet; a line that is alone in bold begins a section. */
  private static String sheet(byte[] workbook) throws IOException {
    List<String> texts = new ArrayList<>();
    try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      for (Row row : read.getSheetAt(0)) {
        for (Cell cell : row) {
          if (cell.getCellType() == CellType.STRING) {
            texts.add(cell.getStringCellValue());
          }
        }
      }
    }
    return String.join("\n", texts);
  }

  @Test
  void everySectionStandsInEveryFormatWithWhatItSays() throws IOException {
    ComparisonReport report = report(2, List.of("foster-in-house", "adoption-inter-agency"));
    Document document = report.document();
    Map<String, List<String>> says = new LinkedHashMap<>();
    says.put(
        "Question",
        List.of(
            "long-term foster care, in-house", "adoption through another agency", "1 April 2025"));
    says.put("Answer", List.of(total(report, 0), total(report, 1)));
    says.put("What the answer takes for granted", List.of("2025-26 prices", "Green Book"));
    says.put("What is not included", List.of("18th birthday"));
    says.put("Sources", List.of("CoramBAAF", "section 251", "inputs"));
    says.put(
        "What this was made from",
        List.of("Version", "0123456789abcdef", "Cost book", "England, illustrative"));
    Map<String, String> page = page(document);
    Map<String, String> word = word(document);
    String sheet = sheet(WorkbookReport.of(report));
    assertThat(page.keySet()).containsSubsequence(says.keySet());
    assertThat(word.keySet()).containsSubsequence(says.keySet());
    says.forEach(
        (section, words) -> {
          for (String said : words) {
            assertThat(page.get(section)).as("page, " + section).contains(said);
            assertThat(word.get(section)).as("word, " + section).contains(said);
          }
        });
    says.remove("Answer"); // its figures are numbers in a sheet
    says.values().forEach(words -> assertThat(sheet).contains(words));
    assertThat(document.charts()).hasSize(2);
    assertThat(HtmlReport.of(document).split("<svg", -1)).hasSize(3);
  }

  /** Nothing that a document says is lost in any of its formats. */
  @Test
  void everySentenceAndEveryCellStandsInEveryFormat() throws IOException {
    ComparisonReport report = report(2, List.of("foster-in-house", "special-guardianship"));
    Document document = report.document();
    String page = String.join(" ", page(document).values());
    String word = String.join(" ", word(document).values());
    String sheet = sheet(WorkbookReport.of(report));
    List<String> sentences = new ArrayList<>(document.assumptions());
    for (List<String> more :
        List.of(document.illustrative(), document.leftOut(), document.sources())) {
      assertThat(more).isNotEmpty();
      sentences.addAll(more);
    }
    assertThat(sheet).contains(sentences);
    sentences.addAll(document.question());
    sentences.addAll(document.answer());
    for (Document.Chart chart : document.charts()) {
      sentences.add(chart.title());
    }
    for (Document.Grid table : document.tables()) {
      sentences.add(table.caption());
      for (Document.Line line : table.lines()) {
        sentences.add(line.heading() + " " + String.join(" ", line.cells()));
      }
    }
    for (String sentence : sentences) {
      String plain = sentence.replaceAll("\\s+", " ").strip();
      assertThat(page).contains(plain);
      assertThat(word).contains(plain);
    }
  }

  private static String total(ComparisonReport report, int route) {
    return report.comparison().pathways().get(route).ledger().total().toString();
  }

  /** Every template that ships, once in one report, at the total that its own ledger has. */
  @Test
  void everyTemplateGoesIntoAReport() throws IOException {
    List<String> all = catalogue.pathways().stream().map(PathwayTemplate::id).toList();
    assertThat(all).hasSize(11);
    ComparisonReport report = report(12, all);
    List<BigDecimal> totals =
        report.comparison().pathways().stream().map(p -> p.ledger().total().toPounds()).toList();
    Map<String, List<BigDecimal>> sheet = LibreOffice.answer(WorkbookReport.of(report));
    assertThat(sheet.get("Total")).isEqualTo(totals);
    String page = String.join(" ", page(report.document()).values());
    String word = String.join(" ", word(report.document()).values());
    for (Comparison.CostedPathway costed : report.comparison().pathways()) {
      assertThat(costed.ledger().total().value()).isPositive();
      for (String format : Arrays.asList(page, word)) {
        assertThat(format)
            .contains(costed.pathway().name())
            .contains(costed.ledger().total().toString());
      }
    }
    assertThat(
            report.comparison().pathways().stream()
                .map(p -> p.pathway().name())
                .collect(Collectors.toSet()))
        .hasSize(11);
  }
}
