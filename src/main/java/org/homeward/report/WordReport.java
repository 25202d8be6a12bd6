package org.homeward.report;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * A report as a Word document: headings as such, tables whose heading repeats on every page, charts
 * that Word itself draws and that can be edited there.
 */
public final class WordReport {

  // A4 with margins of 2 cm, in twentieths of a point.
  private static final int PAGE_WIDTH = 11_906;
  private static final int PAGE_HEIGHT = 16_838;
  private static final int MARGIN = 1_134;
  private static final int CHART_WIDTH = Units.toEMU(480);
  private static final int CHART_HEIGHT = Units.toEMU(270);
  private static final String SHADE = "E8F1F8";

  private final XWPFDocument word = new XWPFDocument();

  private WordReport() {}

  public static byte[] of(Document document) {
    WordReport report = new WordReport();
    try (XWPFDocument word = report.word) {
      report.write(document);
      return Packed.of(word, Text.clean(document.title()));
    } catch (IOException | InvalidFormatException e) {
      throw new IllegalStateException("A document in memory cannot fail to be written", e);
    }
  }

  private void write(Document document) throws IOException, InvalidFormatException {
    page();
    WordStyles.addTo(word);
    paragraph(WordStyles.TITLE, document.title());
    section("Question", document.question());
    section("Answer", document.answer());
    for (int i = 0; i < document.charts().size(); i++) {
      chart(document.charts().get(i));
    }
    for (Document.Grid table : document.tables()) {
      table(table);
    }
    list("What the answer takes for granted", document.assumptions());
    list("What is illustrative: chosen to be plausible, not observed", document.illustrative());
    list("What is not included", document.leftOut());
    list("Sources", document.sources());
    paragraph(WordStyles.HEADING, "What this was made from");
    document.stamp().forEach((name, value) -> fact(name, value));
  }

  private void page() {
    CTSectPr section = word.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(PAGE_WIDTH));
    size.setH(BigInteger.valueOf(PAGE_HEIGHT));
    CTPageMar margins = section.addNewPgMar();
    for (var set :
        List.<java.util.function.Consumer<Object>>of(
            margins::setTop, margins::setBottom, margins::setLeft, margins::setRight)) {
      set.accept(BigInteger.valueOf(MARGIN));
    }
  }

  private void section(String title, List<String> sentences) {
    paragraph(WordStyles.HEADING, title);
    sentences.forEach(s -> paragraph(WordStyles.BODY, s));
  }

  private void list(String title, List<String> items) {
    if (!items.isEmpty()) {
      paragraph(WordStyles.HEADING, title);
      items.forEach(i -> paragraph(WordStyles.ITEM, "• " + i));
    }
  }

  private void fact(String name, String value) {
    XWPFParagraph paragraph = paragraph(WordStyles.ITEM, "");
    run(paragraph, name + ": ").setBold(true);
    run(paragraph, value);
  }

  private XWPFParagraph paragraph(String style, String text) {
    XWPFParagraph paragraph = word.createParagraph();
    paragraph.setStyle(style);
    if (!text.isEmpty()) {
      run(paragraph, text);
    }
    return paragraph;
  }

  private static XWPFRun run(XWPFParagraph paragraph, String text) {
    XWPFRun run = paragraph.createRun();
    run.setText(Text.clean(text));
    return run;
  }

  private void chart(Document.Chart chart) throws IOException, InvalidFormatException {
    paragraph(WordStyles.CAPTION, chart.title());
    XWPFChart drawn = word.createChart(CHART_WIDTH, CHART_HEIGHT);
    OfficeChart.draw(drawn, chart);
  }

  private void table(Document.Grid grid) {
    paragraph(WordStyles.CAPTION, grid.caption());
    XWPFTable table = word.createTable(grid.lines().size() + 1, grid.columns().size());
    table.setWidth("100%");
    XWPFTableRow head = table.getRow(0);
    head.setRepeatHeader(true);
    for (int c = 0; c < grid.columns().size(); c++) {
      cell(head.getCell(c), grid.columns().get(c), c > 0, true);
      head.getCell(c).setColor(SHADE);
    }
    for (int r = 0; r < grid.lines().size(); r++) {
      Document.Line line = grid.lines().get(r);
      XWPFTableRow row = table.getRow(r + 1);
      row.setCantSplitRow(true);
      cell(row.getCell(0), line.heading(), false, line.strong());
      for (int c = 0; c < line.cells().size(); c++) {
        cell(row.getCell(c + 1), line.cells().get(c), true, line.strong());
      }
    }
  }

  private static void cell(XWPFTableCell cell, String text, boolean right, boolean bold) {
    XWPFParagraph paragraph = cell.getParagraphs().get(0);
    paragraph.setStyle(WordStyles.CELL);
    paragraph.setAlignment(right ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
    run(paragraph, text).setBold(bold);
  }
}
