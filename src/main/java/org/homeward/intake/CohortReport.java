package org.homeward.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.problem.Problem;
import org.homeward.returnfile.FileReport;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.ChildView;
import org.homeward.returns.FindingList;
import org.homeward.returns.MergedReturns;
import org.homeward.returns.NightsByYear;
import org.homeward.returns.Reconciliation;
import org.homeward.returns.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What a load was made of and what came out of it, in words and counts; nothing of any child.
 *
 * @param from the first day of the years that are held
 * @param to the day after the last
 * @param problems why it was refused, if it was
 */
public record CohortReport(
    String from,
    String to,
    List<FileLine> files,
    List<RowsLine> rows,
    ChildrenLine children,
    List<NightsLine> nights,
    List<FindingsLine> findings,
    Map<String, Integer> routes,
    boolean agrees,
    List<ProblemLine> problems) {

  /** Before anything is read. */
  public static final CohortReport NONE =
      new CohortReport(
          "",
          "",
          List.of(),
          List.of(),
          new ChildrenLine(0, 0, 0, 0),
          List.of(),
          List.of(),
          Map.of(),
          true,
          List.of());

  /** A file and what it turned out to be; table is empty for what is none of the return. */
  public record FileLine(
      String name,
      String table,
      List<Integer> years,
      String yearFrom,
      List<String> authorities,
      int rows,
      String note) {}

  /** The rows of a table of one return, by what became of them. */
  public record RowsLine(
      String table,
      int year,
      long read,
      long used,
      long merged,
      long repaired,
      long rejected,
      long notNeeded) {}

  public record ChildrenLine(long read, long withHistory, long withoutEpisodes, long rejected) {}

  /** Nights of a year: claimed and added are costed and left out; by rule. */
  public record NightsLine(
      int year, long claimed, Map<String, Long> added, Map<String, Long> leftOut, long costed) {}

  /** How often a rule was broken. */
  public record FindingsLine(String rule, String number, String outcome, long count, String what) {}

  public record ProblemLine(String where, @Nullable String value, String reason, String remedy) {}

  static CohortReport of(MergedReturns merged, List<FileReport> files) {
    Reconciliation in = merged.reconciliation();
    ChildHistories histories = merged.histories();
    return new CohortReport(
        histories.observed().from().toString(),
        histories.observed().to().toString(),
        files.stream().map(CohortReport::file).toList(),
        in.rows().entrySet().stream().map(r -> rows(r.getKey(), r.getValue())).toList(),
        new ChildrenLine(
            in.childrenRead(),
            in.childrenWithHistory(),
            in.childrenWithoutEpisodes(),
            in.childrenRejected()),
        in.nights().entrySet().stream().map(n -> nights(n.getKey(), n.getValue())).toList(),
        findings(merged.findings()),
        routes(histories),
        in.agrees(),
        List.of());
  }

  static CohortReport refused(List<Problem> problems) {
    return new CohortReport(
        "",
        "",
        List.of(),
        List.of(),
        NONE.children(),
        List.of(),
        List.of(),
        Map.of(),
        true,
        problems.stream()
            .map(p -> new ProblemLine(p.where(), p.value(), p.reason(), p.remedy()))
            .toList());
  }

  private static FileLine file(FileReport file) {
    return new FileLine(
        file.name(),
        file.table() == null ? "" : file.table().code(),
        file.years(),
        file.yearFrom().words(),
        file.authorities(),
        file.rows(),
        file.note());
  }

  private static RowsLine rows(Reconciliation.TableYear of, Reconciliation.RowCounts counts) {
    return new RowsLine(
        of.table().code(),
        of.year(),
        counts.read(),
        counts.used(),
        counts.merged(),
        counts.repaired(),
        counts.rejected(),
        counts.notNeeded());
  }

  private static NightsLine nights(int year, NightsByYear nights) {
    return new NightsLine(
        year, nights.claimed(), named(nights.added()), named(nights.leftOut()), nights.costed());
  }

  private static Map<String, Long> named(Map<Rule, Long> byRule) {
    Map<String, Long> named = new LinkedHashMap<>();
    byRule.forEach((rule, nights) -> named.put(rule.code(), nights));
    return named;
  }

  private static List<FindingsLine> findings(FindingList findings) {
    return findings.counts().entrySet().stream()
        .map(
            f ->
                new FindingsLine(
                    f.getKey().code(),
                    f.getKey().number(),
                    f.getKey().outcome().name().toLowerCase(Locale.ROOT),
                    f.getValue(),
                    f.getKey().inGeneral()))
        .toList();
  }

  private static Map<String, Integer> routes(ChildHistories histories) {
    Map<String, Integer> routes = new TreeMap<>();
    ChildView view = histories.view();
    for (int child = 0; child < histories.size(); child++) {
      view.moveTo(child);
      routes.merge(view.route().code(), 1, Integer::sum);
    }
    return routes;
  }
}
