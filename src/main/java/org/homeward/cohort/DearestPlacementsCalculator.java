package org.homeward.cohort;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.homeward.comparison.DearestPlacements;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.FeeTerm;
import org.homeward.costbook.PricedProcess;
import org.homeward.history.HistoryColumns;
import org.homeward.history.PlacementKind;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.pathway.LedgerSink;
import org.homeward.pathway.PathwayWalk;
import org.homeward.problem.InputException;
import org.homeward.quantity.Accrual;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Pence;
import org.homeward.returns.ChildHistories;

/**
 * What part of the fees of a cohort goes on its few dearest placements. A placement lasts as long
 * as a child stays with a carer, whatever changes of its legal status; its fees are those within
 * the days asked for.
 */
public final class DearestPlacementsCalculator {

  private final CompiledBook book;

  public DearestPlacementsCalculator(CompiledBook book) {
    this.book = book;
  }

  /**
   * A placement of one child.
   *
   * @param child its number in the histories
   */
  public record Placement(
      int child, PlacementType type, Provider provider, DateSpan days, Pence spend) {}

  /**
   * The answer.
   *
   * @param dearest so many at most, the dearest first
   * @param placements how many there are in all
   * @param children how many there are in all
   * @param share of the spend that goes on the dearest
   */
  public record Result(
      List<Placement> dearest, int placements, int children, DearestPlacements share) {

    public Result {
      dearest = List.copyOf(dearest);
    }

    /**
     * Whether the share would tell of so few children: of the dearest placements, or of the others.
     */
    public boolean tellsOfFew(int few) {
      int ofDearest = (int) dearest.stream().mapToInt(Placement::child).distinct().count();
      return ofDearest <= few || (placements > dearest.size() && children - ofDearest <= few);
    }
  }

  /**
   * @param most how many count as the dearest; above zero
   */
  public Result calculate(ChildHistories histories, ChildFees fees, DateSpan window, int most) {
    CostQuestion whole = CostQuestion.of(List.of(), window);
    CohortReader reader =
        new CohortReader(
            histories,
            fees,
            new FeeTerms(book),
            CohortAxes.grouping(histories, whole),
            null,
            PlacementMoves.NONE);
    PathwayWalk walk = new PathwayWalk(book);
    Run run = new Run(most);
    for (int child = 0; child < histories.size(); child++) {
      if (reader.moveTo(child)) {
        DateSpan days = histories.observed(reader.view().authority()).intersection(window);
        if (days != null) {
          run.begin(reader.history());
          walk.walk(reader.history(), reader.statedFees(), days.fromDay(), days.toDay(), run);
          run.end(child, reader.history(), days);
        }
      }
    }
    return run.result();
  }

  /** Adds the fees of each placement of a child up, and keeps the dearest of all children. */
  private static final class Run implements LedgerSink {

    /** The cheapest first; of equal ones the one that came last. */
    private static final Comparator<Placement> ORDER =
        Comparator.comparing(Placement::spend)
            .thenComparing(Comparator.comparingInt(Placement::child).reversed())
            .thenComparing(Comparator.comparingInt((Placement p) -> p.days().fromDay()).reversed());

    private final int most;
    private final PriorityQueue<Placement> dearest = new PriorityQueue<>(ORDER);
    private int[] placementOfLeg = new int[64];
    private long[] pence = new long[64];
    private long spend;
    private int placements;
    private int children;

    Run(int most) {
      this.most = most;
    }

    void begin(HistoryColumns history) {
      if (history.legs() > pence.length) {
        placementOfLeg = new int[2 * history.legs()];
        pence = new long[2 * history.legs()];
      }
      Arrays.fill(pence, 0, history.legs(), 0);
      int last = -1;
      for (int leg = 0; leg < history.legs(); leg++) {
        last = leg == 0 || history.startsPlacement(leg) ? last + 1 : last;
        placementOfLeg[leg] = last;
      }
    }

    @Override
    public boolean asksIncluded() {
      return false;
    }

    @Override
    public void placement(int leg, FeeTerm fee, int rateStart, int from, int to) {
      Accrual accrual = fee.accrual();
      pence[placementOfLeg[leg]] += accrual.between(from - rateStart, to - rateStart);
    }

    @Override
    public void unpriced(
        int kind, int from, int to, java.util.function.Supplier<InputException> why) {}

    @Override
    public void continuous(PricedProcess process, int rateStart, int from, int to) {}

    @Override
    public void occurrence(PricedProcess process, int day) {}

    void end(int child, HistoryColumns history, DateSpan window) {
      boolean any = false;
      int leg = 0;
      while (leg < history.legs()) {
        int first = leg;
        while (leg < history.legs() && placementOfLeg[leg] == placementOfLeg[first]) {
          leg++;
        }
        DateSpan days = new DateSpan(history.from(first), history.to(leg - 1)).intersection(window);
        if (days != null && days.days() > 0) {
          any = true;
          keep(child, history.kind(first), days, pence[placementOfLeg[first]]);
        }
      }
      children += any ? 1 : 0;
    }

    private void keep(int child, int kind, DateSpan days, long fees) {
      placements++;
      spend = Math.addExact(spend, fees);
      dearest.add(
          new Placement(
              child, PlacementKind.type(kind), PlacementKind.provider(kind), days, Pence.of(fees)));
      if (dearest.size() > most) {
        dearest.remove();
      }
    }

    Result result() {
      List<Placement> first = dearest.stream().sorted(ORDER.reversed()).toList();
      return new Result(
          first,
          placements,
          children,
          new DearestPlacements(
              first.stream()
                  .map(
                      p ->
                          new DearestPlacements.Placement(
                              p.child() + " from " + LocalDate.ofEpochDay(p.days().fromDay()),
                              p.spend()))
                  .toList(),
              Pence.of(spend)));
    }
  }
}
