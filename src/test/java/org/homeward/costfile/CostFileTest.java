package org.homeward.costfile;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.HydratorSupplier;
import blue.strategic.parquet.ParquetReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.homeward.cohort.CostTable;
import org.homeward.cohort.CostTable.Column;
import org.homeward.cohort.CostTable.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back by other readers, cell by cell. */
class CostFileTest {

  private static final CostTable TABLE =
      new CostTable(
          CostTable.Kind.COSTS,
          1,
          List.of(
              new Column("authority", Type.TEXT, 0),
              new Column("children", Type.WHOLE, 0),
              new Column("total", Type.DECIMAL, 2)),
          List.of(
              new CostTable.Row(false, List.of("=1+1", 12L, new BigDecimal("-1234567.80"))),
              new CostTable.Row(true, Arrays.asList("Bar, \"chester\"", null, null)),
              new CostTable.Row(false, Arrays.asList("all", 15L, null))));

  @Test
  void csvMarksWhatIsKeptBackAndNothingInItIsCalculated() {
    assertThat(new String(CostFile.CSV.write(TABLE, Map.of()), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            authority,children,total\r
            '=1+1,12,-1234567.80\r
            "Bar, ""chester""\",[c],[c]\r
            all,15,\r
            """);
  }

  @Test
  void aWorkbookHoldsNumbersAsNumbersAndTextsThatAreNoFormulas() throws IOException {
    byte[] bytes = CostFile.XLSX.write(TABLE, Map.of("window", "+2020"));
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows.get(1).getCellText(0)).isEqualTo("'=1+1");
      assertThat(rows.get(1).getCellAsNumber(2)).contains(new BigDecimal("-1234567.80"));
      assertThat(rows.get(2).getCellText(2)).isEqualTo("[c]");
      List<Row> notes = book.findSheet("about").orElseThrow().read();
      assertThat(notes.get(0).getCellText(1)).isEqualTo("'+2020");
    }
  }

  @Test
  void parquetHoldsExactDecimalsAndSaysWhatIsKeptBack(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("costs.parquet");
    Files.write(file, CostFile.PARQUET.write(TABLE, Map.of("book", "test")));
    Hydrator<Map<String, Object>, Map<String, Object>> hydrator =
        new Hydrator<>() {
          @Override
          public Map<String, Object> start() {
            return new TreeMap<>();
          }

          @Override
          public Map<String, Object> add(Map<String, Object> target, String heading, Object value) {
            if (value != null) {
              target.put(heading, value);
            }
            return target;
          }

          @Override
          public Map<String, Object> finish(Map<String, Object> target) {
            return target;
          }
        };
    assertThat(ParquetReader.streamContent(file.toFile(), HydratorSupplier.constantly(hydrator)))
        .containsExactly(
            Map.of("authority", "=1+1", "children", 12L, "total", -123456780L, "suppressed", false),
            Map.of("authority", "Bar, \"chester\"", "suppressed", true),
            Map.of("authority", "all", "children", 15L, "suppressed", false));
    assertThat(ParquetReader.readMetadata(file.toFile()).getFileMetaData().getSchema().toString())
        .contains("optional int64 total (DECIMAL(18,2))");
    assertThat(ParquetReader.readMetadata(file.toFile()).getFileMetaData().getKeyValueMetaData())
        .containsEntry("book", "test");
  }
}
