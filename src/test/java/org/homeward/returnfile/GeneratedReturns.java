package org.homeward.returnfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.ChildView;
import org.homeward.returns.MergedReturns;
import org.homeward.returns.Pseudonyms;
import org.homeward.returns.ReturnYears;
import org.homeward.returns.ReturnsMerge;

/** Generated returns, read and merged, and the truth that is beside them. */
final class GeneratedReturns {

  private GeneratedReturns() {}

  static MergedReturns merge(Path returns, String authority) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    LoadOptions options = LoadOptions.of(authority);
    try (ReturnSources sources = new ReturnSources()) {
      sources.add("", returns);
      ReturnReader.Reading reading =
          ReturnReader.read(sources.list(), options, CodeTables.codes(), pool, bytes -> {});
      return ReturnsMerge.merge(
          reading.tables(),
          CodeTables.codes(),
          options.smallGap(),
          new Pseudonyms(Returns.KEY),
          pool,
          (children, of) -> {});
    } finally {
      pool.shutdownNow();
    }
  }

  static List<String> rows(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.subList(1, lines.size());
  }

  static long last(String line) {
    return Long.parseLong(line.substring(line.lastIndexOf(',') + 1));
  }

  /** By return, place, need and whether it is a short break, as the generator has them. */
  static Map<String, Long> nights(ChildHistories histories) {
    Map<String, Long> nights = new TreeMap<>();
    ChildView view = histories.view();
    for (int child = 0; child < histories.size(); child++) {
      view.moveTo(child);
      addNights(nights, view, histories);
    }
    return nights;
  }

  /** The same of the child that is looked at. */
  static void addNights(Map<String, Long> nights, ChildView view, ChildHistories histories) {
    int begin = histories.observed(view.authority()).fromDay();
    for (int i = 0; i < view.stays(); i++) {
      String ls = histories.codes().legalStatuses().text(view.legalStatus(i));
      String key =
          ","
              + histories.codes().places().text(view.place(i))
              + ","
              + histories.codes().needs().text(view.need(i))
              + (ls.equals("V3") ? ",S" : ",N");
      int day = Math.max(view.from(i), begin);
      while (day < view.to(i)) {
        int year = ReturnYears.of(day);
        int until = Math.min(view.to(i), ReturnYears.end(year));
        nights.merge(year + key, (long) until - day, Long::sum);
        day = until;
      }
    }
  }
}
