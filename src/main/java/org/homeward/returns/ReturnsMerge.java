package org.homeward.returns;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.homeward.quantity.DateSpan;
import org.homeward.returns.Reconciliation.RowCounts;
import org.homeward.returns.Reconciliation.TableYear;

/**
 * Merges the rows of yearly returns into one history a child: the children in parts of some
 * thousands, each part by whichever thread is free. What comes out does not depend on the threads,
 * nor on the order of files and rows.
 */
public final class ReturnsMerge {

  /** Unless asked for otherwise, a gap of up to a week after X1 is taken as going on. */
  public static final int SMALL_GAP = 7;

  private static final int PART = 1 << 12;

  /** Told how far a merge is. */
  @FunctionalInterface
  public interface Progress {

    /** So many children of so many are merged. */
    void merged(long children, long of);
  }

  private final ReadTables tables;
  private final ReturnCodes codes;
  private final int smallGap;
  private final Pseudonyms pseudonyms;
  private final ChildGroups groups;
  private final List<byte[]> authorities;
  private final List<DateSpan> reviewed;

  private ReturnsMerge(ReadTables tables, ReturnCodes codes, int smallGap, Pseudonyms pseudonyms) {
    this.tables = tables;
    this.codes = codes;
    this.smallGap = smallGap;
    this.pseudonyms = pseudonyms;
    groups = new ChildGroups(tables.tables());
    reviewed = tables.reviewed();
    authorities =
        tables.authorities().stream().map(a -> a.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /**
   * Merges what was read.
   *
   * @param progress told how far it is, now and then
   */
  public static MergedReturns merge(
      ReadTables tables,
      ReturnCodes codes,
      int smallGap,
      Pseudonyms pseudonyms,
      ExecutorService threads,
      Progress progress)
      throws InterruptedException {
    return new ReturnsMerge(tables, codes, smallGap, pseudonyms).merge(threads, progress);
  }

  private record Part(HistoryBlock block, ChildMerge merge) {}

  private MergedReturns merge(ExecutorService threads, Progress progress)
      throws InterruptedException {
    long[] names = new long[groups.size()];
    List<Callable<Part>> parts = new ArrayList<>();
    for (int from = 0; from < groups.size(); from += PART) {
      int begin = from;
      int end = Math.min(groups.size(), from + PART);
      parts.add(() -> part(begin, end, names));
    }
    List<Future<Part>> done = parts.stream().map(threads::submit).toList();
    List<HistoryBlock> blocks = new ArrayList<>();
    List<Findings> findings = new ArrayList<>();
    NightsLedger nights = new NightsLedger();
    long withHistory = 0;
    long withoutEpisodes = 0;
    long rejected = 0;
    for (int i = 0; i < done.size(); i++) {
      Part part = get(done.get(i));
      if (part.block().children > 0) {
        blocks.add(part.block());
      }
      findings.add(part.merge().context.findings);
      nights.addAll(part.merge().context.nights);
      withHistory += part.merge().withHistory;
      withoutEpisodes += part.merge().withoutEpisodes;
      rejected += part.merge().allRejected;
      progress.merged(Math.min(groups.size(), (i + 1L) * PART), groups.size());
    }
    name(tables.findings(), names);
    findings.addAll(tables.findings());
    ChildHistories histories =
        new ChildHistories(
            codes,
            tables.authorities(),
            tables.years().stream().map(ReturnYears::span).toList(),
            blocks);
    return new MergedReturns(
        histories,
        new Reconciliation(
            rowCounts(), groups.size(), withHistory, withoutEpisodes, rejected, nights.byYear()),
        new FindingList(findings, ChildIds.NONE),
        tables.files());
  }

  private static Part get(Future<Part> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Part part(int begin, int end, long[] names) {
    ChildMerge merge = new ChildMerge(tables, codes, smallGap, reviewed);
    Pseudonyms own = pseudonyms.copy();
    HistoryBlock block = new HistoryBlock();
    for (int c = begin; c < end; c++) {
      byte[] number = tables.ids().bytes(groups.child(c));
      names[c] = own.bits(authorities.get(groups.authority(c)), number);
      merge.merge(
          groups.authority(c),
          names[c],
          groups.runs(),
          groups.firstRun(c),
          groups.endRun(c),
          block);
    }
    return new Part(block, merge);
  }

  /** Findings from reading know children by their numbers. */
  private void name(List<Findings> findings, long[] names) {
    for (Findings part : findings) {
      for (int i = 0; i < part.size(); i++) {
        if (part.child(i) != ChildIds.NONE) {
          int c = groups.find(part.child(i), part.authority(i));
          part.setChild(i, c < 0 ? ChildIds.NONE : names[c]);
        }
      }
    }
  }

  private Map<TableYear, RowCounts> rowCounts() {
    Map<TableYear, long[]> counts = new TreeMap<>();
    for (TableRows table : tables.tables()) {
      int year = -1;
      long[] ofYear = new long[0];
      for (int run = 0; run < table.runs(); run++) {
        if (table.yearOfRun(run) != year) {
          year = table.yearOfRun(run);
          ofYear =
              counts.computeIfAbsent(
                  new TableYear(table.table(), year), t -> new long[RowFate.values().length]);
        }
        table.countFates(run, ofYear);
      }
    }
    Map<TableYear, RowCounts> rows = new TreeMap<>();
    counts.forEach((t, n) -> rows.put(t, new RowCounts(n[0], n[1], n[2], n[3], n[4])));
    return rows;
  }
}
