package org.homeward.cohort;

import org.homeward.costbook.CompiledBook;
import org.homeward.pathway.PathwayWalk;
import org.homeward.quantity.DateSpan;
import org.homeward.returns.ChildHistories;

/** Walks the children of a cohort once more and writes down what each cost in every cell. */
public final class CostCellRecorder {

  private final ChildHistories histories;
  private final Grouping grouping;
  private final Slots slots;
  private final CellLog log = new CellLog();
  private final CostTally tally;
  private final CohortReader reader;
  private final PathwayWalk walk;

  /**
   * @param fees of single children; they win over the book's
   */
  public CostCellRecorder(CompiledBook book, ChildHistories histories, ChildFees fees) {
    this.histories = histories;
    CostQuestion all = CostQuestion.of(CostCells.DIMENSIONS, histories.observed());
    grouping = CohortAxes.grouping(histories, all);
    Shares whole = new Shares(PlacementMoves.NONE);
    slots = new Slots(whole.count(), book.processes().size(), true);
    tally = new CostTally(grouping, slots, whole, log);
    reader =
        new CohortReader(histories, fees, new FeeTerms(book), grouping, null, PlacementMoves.NONE);
    walk = new PathwayWalk(book);
  }

  /** Adds what a child cost to the part that is being written. */
  public void add(int child) {
    if (!reader.moveTo(child)) {
      return; // agreements to short breaks only
    }
    DateSpan held = histories.observed(reader.view().authority());
    tally.begin(reader.facts());
    log.begin();
    walk.walk(reader.history(), reader.statedFees(), held.fromDay(), held.toDay(), tally);
    log.end();
  }

  /** How many bytes the part has so far. */
  public int length() {
    return log.length();
  }

  /** The part that was written; the next child begins another. */
  public byte[] takePart() {
    return log.take();
  }

  /** What is in the parts; to be asked when all of them are taken. */
  public CostCells cells() {
    return new CostCells(
        histories.observed(),
        grouping.axes(),
        slots.uses().stream().map(CostCells.Counted::of).toList());
  }
}
