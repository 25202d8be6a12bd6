package org.homeward.returnfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.homeward.returnfile.FileReport.YearFrom;
import org.homeward.returns.MergedReturns;
import org.homeward.returns.Pseudonyms;
import org.homeward.returns.Reconciliation.TableYear;
import org.homeward.returns.ReturnsMerge;
import org.homeward.returns.Rule;
import org.homeward.returns.Table;
import org.junit.jupiter.api.Test;

/**
 * The sector's own public sample, four returns of one authority. The figures are those of the
 * description that comes with it.
 */
class SampleReturnsTest {

  @Test
  void theSampleReturnsGoThroughFromEndToEnd() throws Exception {
    Path folder = Shared.sampleReturns();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try (ReturnSources sources = new ReturnSources()) {
      sources.add("", folder);
      ReturnReader.Reading reading =
          ReturnReader.read(
              sources.list(), LoadOptions.of("Sample"), CodeTables.codes(), pool, bytes -> {});
      MergedReturns merged =
          ReturnsMerge.merge(
              reading.tables(),
              CodeTables.codes(),
              ReturnsMerge.SMALL_GAP,
              new Pseudonyms(Returns.KEY),
              pool,
              (children, of) -> {});

      // Files are named by the year in which the collection starts; it is found out of the dates.
      assertThat(reading.files())
          .filteredOn(f -> f.table() == Table.EPISODES)
          .extracting(FileReport::years)
          .containsExactly(List.of(2018), List.of(2019), List.of(2020), List.of(2021));
      assertThat(reading.files())
          .filteredOn(f -> f.table() == Table.HEADER)
          .extracting(FileReport::yearFrom)
          .containsOnly(YearFrom.SIBLING);

      // Rows: 1,460, 974, 648 and 402 episodes; 819, 572, 362 and 226 in the header.
      assertThat(List.of(2018, 2019, 2020, 2021))
          .extracting(y -> rows(merged, Table.EPISODES, y))
          .containsExactly(1460L, 974L, 648L, 402L);
      assertThat(List.of(2018, 2019, 2020, 2021))
          .extracting(y -> rows(merged, Table.HEADER, y))
          .containsExactly(819L, 572L, 362L, 226L);

      // Every open episode still has a REC: 434 + 235 + 160 + 105.
      assertThat(merged.findings().counts()).containsEntry(Rule.REC_WITHOUT_DEC, 934L);
      // 88 + 40 episodes skip a return and come back; none of them is closed too early.
      assertThat(merged.findings().counts().get(Rule.NOT_IN_A_RETURN)).isGreaterThanOrEqualTo(128L);
      assertThat(merged.reconciliation().agrees()).isTrue();
      assertThat(merged.histories().size()).isEqualTo(817);
    } finally {
      pool.shutdownNow();
    }
  }

  private static long rows(MergedReturns merged, Table table, int year) {
    return merged.reconciliation().rows().get(new TableYear(table, year)).read();
  }
}
