package org.homeward.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.costbook.CompiledBook;
import org.homeward.pathway.PathwayWalk;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.DateSpan;
import org.homeward.returns.ChildHistories;

/**
 * Costs every child of a cohort: each history is walked as any pathway is, its lines are added up
 * in whole pence by group. Sums are the same for any number of threads, any order of children and
 * any batches.
 */
public final class CohortCostCalculator {

  private static final int BATCH = 1 << 10;

  private final CompiledBook book;
  private final int threads;
  private final int batch;

  /**
   * @param threads how many work at once
   */
  public CohortCostCalculator(CompiledBook book, int threads) {
    this(book, threads, BATCH);
  }

  /**
   * @param batch children that a thread takes at a time
   */
  CohortCostCalculator(CompiledBook book, int threads, int batch) {
    this.book = book;
    this.threads = threads;
    this.batch = batch;
  }

  /** Told how far it is; by any thread. */
  @FunctionalInterface
  public interface Progress {

    Progress NONE = children -> {};

    /**
     * So many more children are done.
     *
     * @throws java.util.concurrent.CancellationException to end the calculation
     */
    void done(int children);
  }

  /** The costs of the histories at the fees of the book. */
  public CohortCosts calculate(ChildHistories histories, CostQuestion question) {
    return calculate(histories, ChildFees.NONE, question, PlacementMoves.NONE, Progress.NONE);
  }

  /**
   * @param fees of single children; they win over the book's
   * @param moves shares of placements that other providers give
   * @throws InputException if there is no child
   * @throws java.util.concurrent.CancellationException if the progress says so
   */
  public CohortCosts calculate(
      ChildHistories histories,
      ChildFees fees,
      CostQuestion question,
      PlacementMoves moves,
      Progress progress) {
    if (histories.size() == 0) {
      throw new InputException(
          Problem.of(
              "returns",
              null,
              "There is no child in them.",
              "Give the returns of one year at least."));
    }
    Run run = new Run(histories, fees, question, moves, progress);
    return new CostSummary(run.all(), run.shares()).costs(question, run.perChild());
  }

  /** One calculation. */
  private final class Run {

    private final ChildHistories histories;
    private final ChildFees fees;
    private final CostQuestion question;
    private final Grouping grouping;
    private final PlacementMoves moves;
    private final Progress progress;
    private final DateSpan[] windows;
    private final AtomicInteger next = new AtomicInteger();
    private final long[] pence;
    private final int[] nights;

    Run(
        ChildHistories histories,
        ChildFees fees,
        CostQuestion question,
        PlacementMoves moves,
        Progress progress) {
      this.histories = histories;
      this.fees = fees;
      this.question = question;
      this.moves = moves;
      this.progress = progress;
      grouping = CohortAxes.grouping(histories, question);
      windows = new DateSpan[histories.authorities().size()];
      for (int authority = 0; authority < windows.length; authority++) {
        DateSpan window = histories.observed(authority).intersection(question.window());
        windows[authority] = window == null ? new DateSpan(0, 0) : window;
      }
      pence = new long[histories.size()];
      nights = new int[histories.size()];
    }

    Shares shares() {
      return new Shares(moves);
    }

    CohortCosts.PerChild perChild() {
      return new CohortCosts.PerChild(pence, nights);
    }

    List<CostSummary.Part> all() {
      if (threads == 1) {
        return List.of(work());
      }
      ExecutorService pool = Executors.newFixedThreadPool(threads);
      try {
        List<Future<CostSummary.Part>> parts = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
          parts.add(pool.submit(this::work));
        }
        List<CostSummary.Part> done = new ArrayList<>();
        for (Future<CostSummary.Part> part : parts) {
          done.add(part.get());
        }
        return done;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new java.util.concurrent.CancellationException("interrupted");
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new IllegalStateException(e.getCause());
      } finally {
        pool.shutdownNow();
      }
    }

    /** Takes batches of children until there are no more. */
    private CostSummary.Part work() {
      Shares shares = shares();
      Slots slots = new Slots(shares.count(), book.processes().size(), question.feesApart());
      CostSums sums = new CostSums(grouping, slots);
      CostTally tally = new CostTally(grouping, slots, shares, sums);
      CohortReader reader =
          new CohortReader(
              histories, fees, new FeeTerms(book), grouping, question.afterCare(), moves);
      PathwayWalk walk = new PathwayWalk(book);
      int first = next.getAndAdd(batch);
      while (first < histories.size() && !Thread.currentThread().isInterrupted()) {
        int end = Math.min(first + batch, histories.size());
        for (int child = first; child < end; child++) {
          cost(child, reader, walk, tally, sums);
        }
        progress.done(end - first);
        first = next.getAndAdd(batch);
      }
      return new CostSummary.Part(sums, tally.unpriced());
    }

    private void cost(
        int child, CohortReader reader, PathwayWalk walk, CostTally tally, CostSums sums) {
      if (!reader.moveTo(child)) {
        return; // agreements to short breaks only
      }
      DateSpan window = windows[reader.view().authority()];
      int from = window.fromDay();
      int to = window.toDay();
      if (from == to) {
        return;
      }
      tally.begin(reader.facts());
      sums.begin();
      for (int combination : reader.combinations()) {
        if (combination != PlacementMoves.WHOLE) {
          reader.read(combination);
          tally.share(combination);
        }
        walk.walk(reader.history(), reader.statedFees(), from, to, tally);
      }
      pence[child] = sums.end();
      nights[child] = tally.nightsInCare();
    }
  }
}
