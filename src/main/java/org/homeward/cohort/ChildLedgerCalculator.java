package org.homeward.cohort;

import java.util.List;
import org.homeward.costbook.CompiledBook;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.quantity.DateSpan;
import org.homeward.returns.ChildHistories;

/**
 * The ledger of a child of a cohort in the years that are held of its authority: the lines that the
 * sums of the cohort are made of.
 */
public final class ChildLedgerCalculator {

  private final CompiledBook book;
  private final ChildHistories histories;
  private final CohortReader reader;

  /**
   * @param fees of single children; they win over the book's
   */
  public ChildLedgerCalculator(CompiledBook book, ChildHistories histories, ChildFees fees) {
    this.book = book;
    this.histories = histories;
    Grouping none =
        CohortAxes.grouping(histories, CostQuestion.of(List.of(), histories.observed()));
    reader = new CohortReader(histories, fees, new FeeTerms(book), none, null, PlacementMoves.NONE);
  }

  /**
   * In all the years that are held.
   *
   * @param child its number in the histories
   */
  public Ledger calculate(int child) {
    return calculate(child, histories.observed());
  }

  /** In those of these days that are held. */
  Ledger calculate(int child, DateSpan days) {
    boolean stays = reader.moveTo(child);
    DateSpan window = histories.observed(reader.view().authority()).intersection(days);
    return stays && window != null
        ? new LedgerCalculator(book).calculate(reader.history(), reader.statedFees(), window)
        : new Ledger(days, List.of()); // agreements to short breaks only
  }
}
