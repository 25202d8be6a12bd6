package org.homeward.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.homeward.loader.Catalogue;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.problem.InputException;
import org.homeward.process.ProcessGraph;
import org.homeward.timeuse.GivenAnswer;
import org.homeward.timeuse.Method;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How files are read: units, forms filled in and sent back, and what spreadsheets do. */
class SurveyFilesTest {

  private static Catalogue catalogue;
  private static SurveyDesk desk;

  @TempDir private Path folder;

  @BeforeAll
  static void readCatalogue() {
    catalogue = CatalogueReader.read(CatalogueFolder.read(Path.of(".")));
    desk = new SurveyDesk(catalogue, null);
  }

  private SurveyFile file(byte[] bytes) throws IOException {
    return new SurveyFile(Files.write(folder.resolve("file"), bytes), "file");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Checked check(byte[] bytes, String... fields) throws IOException {
    Map<String, String> form = new HashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return desk.check(file(bytes), new SurveyForm(form), Progress.NONE);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/worked-examples/time-use/conversions.csv",
      useHeadersInDisplayName = true)
  void minutesPerOccurrenceAreThoseWorkedByHand(
      String what, String columns, String row, String process, double minutesInAll)
      throws IOException {
    List<GivenAnswer> answers = new ArrayList<>();
    Method method = columns.contains("participants") ? Method.FOCUS_GROUP : Method.ONLINE_SURVEY;
    SurveyForm form = new SurveyForm(Map.of("process", process, "method", method.code()));
    org.homeward.problem.Problems problems = new org.homeward.problem.Problems();
    Map<String, String> roles = new HashMap<>();
    catalogue.book().hourlyCosts().forEach(c -> roles.put(c.role().id(), c.role().name()));
    Checked checked =
        new SurveyRows(catalogue.book().processes(), roles)
            .read(
                file(utf8(columns + "\n" + row + "\n")).open(),
                "file",
                form.reading(problems),
                Progress.Stage.CHECKING,
                Progress.NONE,
                answers::add);
    assertThat(checked.told()).isEmpty();
    assertThat(answers).hasSize(1);
    assertThat(answers.get(0).normalised().minutes().value().doubleValue())
        .isCloseTo(minutesInAll, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void theFormOfEveryProcessIsReadAsItIsFilledIn(Method method) throws IOException {
    for (ProcessGraph process : catalogue.book().processes()) {
      SurveyTemplate template = desk.template(process.id(), method);
      ByteArrayOutputStream csv = new ByteArrayOutputStream();
      template.csv(csv);
      List<List<String>> rows = new ArrayList<>();
      CsvReader.builder()
          .ofCsvRecord(csv.toString(StandardCharsets.UTF_8).substring(1))
          .forEach(r -> rows.add(new ArrayList<>(r.getFields())));
      ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
      template.xlsx(xlsx);
      List<List<String>> ofWorkbook = rows(xlsx.toByteArray());
      assertThat(ofWorkbook.get(0)).isEqualTo(rows.get(0));
      assertThat(ofWorkbook).hasSameSizeAs(rows);
      fill(rows);
      String text = String.join("\n", rows.stream().map(r -> String.join("\t", r)).toList());
      Checked checked = check(utf8(text), "method", method.code());
      assertThat(checked.told()).as(process.id()).isEmpty();
      assertThat(checked.answers()).as(process.id()).isEqualTo(rows.size() - 1).isPositive();
      assertThat(checked.asked()).hasSize(rows.size() - 1);
    }
  }

  private static void fill(List<List<String>> rows) {
    Map<String, String> values =
        Map.of(
            "respondent", "R01",
            "participants", "4",
            "case", "C001",
            "occurrence", "1",
            "time", "30",
            "percent", "50",
            "times", "2",
            "times per month", "2",
            "date", "03/02/2026");
    for (List<String> row : rows.subList(1, rows.size())) {
      for (int c = 0; c < row.size(); c++) {
        row.set(c, values.getOrDefault(rows.get(0).get(c), row.get(c)));
      }
    }
  }

  private static List<List<String>> rows(byte[] workbook) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(new java.io.ByteArrayInputStream(workbook))) {
      Sheet answers = book.findSheet("answers").orElseThrow();
      List<List<String>> rows = new ArrayList<>();
      for (Row row : answers.read()) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < row.getCellCount(); c++) {
          cells.add(row.getCellText(c));
        }
        rows.add(cells);
      }
      return rows;
    }
  }

  /** A workbook with a header and one good row, and what a test does to it. */
  private byte[] workbook(java.util.function.BiConsumer<Workbook, Worksheet> more)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Sheet1");
      List<String> header = List.of("Respondent ", "PROCESS", "task", "Role", "minutes", "date");
      for (int c = 0; c < header.size(); c++) {
        sheet.value(0, c, header.get(c));
      }
      sheet.value(1, 0, "R01");
      sheet.value(1, 1, "review");
      sheet.value(1, 2, "invite");
      sheet.value(1, 3, "administrator");
      sheet.value(1, 4, 30);
      more.accept(book, sheet);
    }
    return bytes.toByteArray();
  }

  @Test
  void aDateOfASpreadsheetIsReadAndAHiddenSheetIsSaidNotToBe() throws IOException {
    Checked checked =
        check(
            workbook(
                (book, sheet) -> {
                  sheet.value(1, 5, java.time.LocalDate.of(2026, 2, 3));
                  sheet.style(1, 5).format("dd/mm/yyyy").set();
                  Worksheet hidden = book.newWorksheet("Secret");
                  hidden.setVisibilityState(VisibilityState.HIDDEN);
                  hidden.value(0, 0, "x");
                }),
            "from",
            "2026-02-03",
            "to",
            "2026-02-03"); // any other day would be refused
    assertThat(checked.told()).isEmpty();
    assertThat(checked.notes())
        .contains("Read from the sheet \"Sheet1\".", "The hidden sheet \"Secret\" was not read.");
  }

  @Test
  void mergedHeaderCellsFormulasWithoutValueAndTwoSheetsAreRefusedWithTheWayOut()
      throws IOException {
    assertThatThrownBy(() -> check(workbook((b, s) -> s.range(0, 0, 0, 1).merge())))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Unmerge all cells");
    assertThatThrownBy(() -> check(workbook((b, s) -> s.formula(1, 4, "10+20"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("let it calculate");
    assertThatThrownBy(() -> check(workbook((b, s) -> b.newWorksheet("Other").value(0, 0, "x"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("call it \"answers\"");
  }

  @Test
  void aSheetOfMoreThanAHundredThousandRowsIsToBeSavedAsCsv() throws IOException {
    byte[] large =
        workbook(
            (book, sheet) -> {
              for (int r = 2; r <= 100_001; r++) {
                sheet.value(r, 4, 30);
              }
            });
    assertThatThrownBy(() -> check(large))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("more than 100000 rows")
        .hasMessageContaining("Save it as CSV");
  }

  @Test
  void aMarkedUpCopyCalculatesNothingAndCanBeMendedAndSentAgain() throws IOException {
    String bad =
        "respondent,process,task,role,minutes,remark\n"
            + "=1+1,review,invite,administrator,-5,\n"
            + "@SUM(A1),review,invite,administrator,30,\n"
            + "+44,review,invite,administrator,30,\"=HYPERLINK(\"\"x\"\")\"\n";
    Path to = folder.resolve("marked");
    MarkedUp copy = desk.markUp(file(utf8(bad)), new SurveyForm(Map.of()), to);
    assertThat(copy.isWorkbook()).isFalse();
    String marked = Files.readString(to);
    assertThat(marked).contains("'=1+1,review", "'-5", "'@SUM", "'+44", "'=HYPERLINK");
    for (String line : marked.lines().toList()) {
      for (String cell : line.split(",", -1)) {
        assertThat(cell).doesNotMatch("\"?[=+@-].*");
      }
    }
    String mended =
        marked.replace("'-5", "5").replace(",remark,", ",date,").replaceAll("\"'=H[^,]*\"", "");
    Checked checked = check(utf8(mended));
    assertThat(checked.told()).isEmpty();
    assertThat(checked.answers()).isEqualTo(3);
  }

  @Test
  void aMarkedUpWorkbookHoldsEveryRowAndColoursTheCells() throws IOException {
    byte[] bad =
        workbook(
            (book, sheet) -> {
              for (int r = 2; r < 2_500; r++) {
                sheet.value(r, 0, "=R" + r);
                sheet.value(r, 1, "review");
                sheet.value(r, 2, "invite");
                sheet.value(r, 3, "administrator");
                sheet.value(r, 4, r == 2_000 ? -1 : 30);
              }
            });
    Path to = folder.resolve("marked");
    assertThat(desk.markUp(file(bad), new SurveyForm(Map.of()), to).isWorkbook()).isTrue();
    List<List<String>> rows = rows(Files.readAllBytes(to));
    assertThat(rows).hasSize(2_500);
    assertThat(rows.get(2_000).get(0)).isEqualTo("'=R2000");
    assertThat(rows.get(2_000).get(6)).contains("between 0 and 10080");
  }

  @Test
  void codesWithCharactersThatNobodySeesAreRefused() throws IOException {
    String late =
        "respondent,process,task,role,minutes\n"
            + "\n".repeat(70_000) // beyond what is looked at to tell text from binary
            + "R\0001,review,invite,administrator,30\n";
    assertThat(check(utf8(late)).told().toString()).contains("cannot be seen");
  }
}
