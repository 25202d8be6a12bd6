package org.homeward.cohort;

import java.util.List;
import org.homeward.placement.FeeRow;
import org.homeward.quantity.DateSpan;

/**
 * How costs are kept so that any question about them can be answered after the histories are gone:
 * what each child cost in each <em>cell</em>, a combination of a value of every dimension, with the
 * calendar month as the time. Children have no name in it; the cells themselves are kept apart, in
 * parts, as {@link CostCellRecorder} writes them.
 *
 * @param held the days whose costs are kept
 * @param axes the first counts slowest
 * @param counted what the numbers of a cell are of, by place
 */
public record CostCells(DateSpan held, List<Axis> axes, List<Counted> counted) {

  /**
   * The dimensions, in an order that brings the cells of a child close together. The financial year
   * follows from the calendar month.
   */
  static final List<Dimension> DIMENSIONS =
      List.of(
          Dimension.SEX,
          Dimension.ROUTE,
          Dimension.AUTHORITY,
          Dimension.ENTRY_YEAR,
          Dimension.NEED,
          Dimension.AREA,
          Dimension.LEGAL_STATUS,
          Dimension.PROVIDER,
          Dimension.PLACEMENT,
          Dimension.PLACE_CODE,
          Dimension.AGE,
          Dimension.MONTH,
          Dimension.CALENDAR_MONTH);

  public CostCells {
    axes = List.copyOf(axes);
    counted = List.copyOf(counted);
  }

  /**
   * What is counted: nights of a kind, who pays for them and at which fee, or a process and its
   * variant.
   *
   * @param of the code of the nights, or the id of the process
   * @param by the code of the payer; empty for a process
   * @param variant of a process; 0 for nights
   * @param fee the label of the row of the fee table; empty for a process, for fees of single
   *     children and for allowances
   */
  public record Counted(String of, String by, int variant, String fee) {

    static Counted of(Slots.Use use) {
      if (use instanceof Slots.ProcessUse p) {
        return new Counted(p.process().graph().id(), "", p.variant(), "");
      }
      Slots.NightsUse n = (Slots.NightsUse) use;
      FeeRow row = n.fee();
      return new Counted(n.nights().code(), n.payer().code(), 0, row == null ? "" : row.label());
    }

    boolean isNights() {
      return !by.isEmpty();
    }
  }
}
