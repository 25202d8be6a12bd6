package org.homeward.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Another program that works a workbook out; where it is missing, its tests are skipped. */
public final class LibreOffice {

  private static final List<String> SOFFICE =
      List.of("/usr/bin/soffice", "/usr/bin/libreoffice", "/opt/libreoffice/program/soffice");

  private LibreOffice() {}

  /**
   * The first sheet of a workbook that is changed and then worked out anew: numbers by the text in
   * the first cell of their row, to two decimals; of rows with the same text one after the other.
   *
   * @param folder of its own, empty
   */
  public static Map<String, List<BigDecimal>> recalculated(
      byte[] workbook, Path folder, Consumer<XSSFWorkbook> change)
      throws IOException, InterruptedException {
    String soffice =
        SOFFICE.stream().filter(s -> Files.isExecutable(Path.of(s))).findFirst().orElse(null);
    assumeTrue(soffice != null, "LibreOffice is not installed: its recalculation is not tested.");
    Path file = folder.resolve("workbook.xlsx");
    try (XSSFWorkbook changed = new XSSFWorkbook(new ByteArrayInputStream(workbook));
        var out = Files.newOutputStream(file)) {
      forget(changed);
      change.accept(changed);
      changed.write(out);
    }
    Path result = Files.createDirectories(folder.resolve("recalculated"));
    Process process =
        new ProcessBuilder(
                soffice,
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                result.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("soffice.log").toFile())
            .start();
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    return answer(Files.readAllBytes(result.resolve("workbook.xlsx")));
  }

  /** Without what was worked out when it was made, so that nothing of it can be read again. */
  private static void forget(XSSFWorkbook workbook) {
    for (int s = 0; s < workbook.getNumberOfSheets(); s++) {
      for (Row row : workbook.getSheetAt(s)) {
        for (Cell cell : row) {
          if (cell.getCellType() == CellType.FORMULA) {
            ((XSSFCell) cell).getCTCell().unsetV();
          }
        }
      }
    }
  }

  /** The same of a workbook as it was made. */
  public static Map<String, List<BigDecimal>> answer(byte[] bytes) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      Map<String, List<BigDecimal>> rows = new LinkedHashMap<>();
      for (Row row : workbook.getSheet("Answer")) {
        List<BigDecimal> values = new ArrayList<>();
        for (int c = 1; c < row.getLastCellNum(); c++) {
          Cell cell = row.getCell(c);
          if (cell != null
              && (cell.getCellType() == CellType.NUMERIC
                  || cell.getCellType() == CellType.FORMULA)) {
            values.add(
                BigDecimal.valueOf(cell.getNumericCellValue()).setScale(2, RoundingMode.HALF_EVEN));
          }
        }
        if (!values.isEmpty()) {
          rows.computeIfAbsent(row.getCell(0).getStringCellValue(), k -> new ArrayList<>())
              .addAll(values);
        }
      }
      return rows;
    }
  }

  /**
   * The first chart of the first sheet, recalculated or not: by series, the amounts of its
   * categories in the cells that it is drawn from.
   */
  public static Map<String, List<BigDecimal>> chart(byte[] bytes) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      XSSFChart chart = workbook.getSheet("Answer").getDrawingPatriarch().getCharts().get(0);
      Map<String, List<BigDecimal>> series = new LinkedHashMap<>();
      for (var drawn : chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray()) {
        AreaReference cells =
            new AreaReference(drawn.getVal().getNumRef().getF(), SpreadsheetVersion.EXCEL2007);
        List<BigDecimal> amounts = new ArrayList<>();
        for (CellReference at : cells.getAllReferencedCells()) {
          Cell cell = workbook.getSheet(at.getSheetName()).getRow(at.getRow()).getCell(at.getCol());
          amounts.add(
              BigDecimal.valueOf(cell.getNumericCellValue()).setScale(2, RoundingMode.HALF_EVEN));
        }
        series.put(drawn.getTx().getV(), amounts);
      }
      return series;
    }
  }

  /** Sets the input of a path, on one sheet of inputs, and tells what it was. */
  public static double set(XSSFWorkbook workbook, String sheet, String path, double value) {
    for (Row row : workbook.getSheet(sheet)) {
      Cell at = row.getCell(6);
      if (at != null && at.getStringCellValue().equals(path)) {
        double before = row.getCell(2).getNumericCellValue();
        row.getCell(2).setCellValue(value);
        return before;
      }
    }
    throw new AssertionError("No input " + path + " on " + sheet);
  }
}
