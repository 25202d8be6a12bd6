package org.homeward.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.Payer;
import org.homeward.history.PlacementKind;
import org.homeward.placement.FeeRow;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.Coded;
import org.homeward.quantity.DateSpan;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about the costs of a cohort from the cells that were kept of it: to the penny
 * what {@link CohortCostCalculator} answers from the histories.
 */
public final class CostCellCalculator {

  private final CompiledBook book;
  private final CostCells cells;

  /**
   * @param book the one that the cells were recorded with
   */
  public CostCellCalculator(CompiledBook book, CostCells cells) {
    this.book = book;
    this.cells = cells;
  }

  /**
   * @param parts as they were recorded, from 0 on; null after the last
   * @throws InputException if the window cuts a calendar month, or there is no cost at all
   */
  public CohortCosts calculate(IntFunction<byte @Nullable []> parts, CostQuestion question) {
    Shares whole = new Shares(PlacementMoves.NONE);
    Slots slots = new Slots(whole.count(), book.processes().size(), question.feesApart());
    Grouping asked = new Grouping(question.window(), question.ages(), axes(question));
    CostSums sums = new CostSums(asked, slots);
    CellNumbers numbers = new CellNumbers(cells, asked);
    int[] slotOf = cells.counted().stream().mapToInt(c -> slot(slots, c, question)).toArray();
    byte[] part = parts.apply(0);
    for (int p = 1; part != null; p++) {
      add(new CellBytes(part), numbers, slotOf, sums);
      part = parts.apply(p);
    }
    long[] unpriced = new long[PlacementKind.BOUND]; // was told when the cells were recorded
    return new CostSummary(List.of(new CostSummary.Part(sums, unpriced)), whole)
        .costs(question, new CohortCosts.PerChild(new long[0], new int[0]));
  }

  private static void add(CellBytes bytes, CellNumbers numbers, int[] slotOf, CostSums sums) {
    while (bytes.hasMore()) {
      sums.begin();
      long number = 0;
      for (long cells = bytes.read(); cells > 0; cells--) {
        number += bytes.readSigned();
        long entries = bytes.read();
        long asked = entries == 0 ? CellNumbers.OUTSIDE : numbers.of(number);
        int group = asked == CellNumbers.OUTSIDE ? -1 : sums.group(asked);
        for (; entries > 0; entries--) {
          int slot = slotOf[(int) bytes.read()];
          long pence = bytes.readSigned();
          long count = bytes.read();
          if (group >= 0) {
            sums.add(group, slot, pence, count);
          }
        }
      }
      sums.end();
    }
  }

  private int slot(Slots slots, CostCells.Counted counted, CostQuestion question) {
    if (!counted.isNights()) {
      return slots.of(PlacementMoves.WHOLE, book.process(counted.of()).at(counted.variant()));
    }
    Nights nights = Coded.of(Nights.class, counted.of());
    Payer payer = Payer.of(counted.by());
    return question.feesApart() && !counted.fee().isEmpty()
        ? slots.add(new Slots.NightsUse(PlacementMoves.WHOLE, nights, payer, fee(counted.fee())))
        : Slots.ofNights(PlacementMoves.WHOLE, nights, payer);
  }

  private FeeRow fee(String label) {
    return book.book().fees().rows().stream()
        .filter(r -> r.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private List<Axis> axes(CostQuestion question) {
    requireWholeMonths(question.window());
    List<Axis> axes = new ArrayList<>();
    for (Dimension dimension : question.by()) {
      axes.add(new Axis(dimension, values(dimension, question)));
    }
    return axes;
  }

  private List<String> values(Dimension dimension, CostQuestion question) {
    return switch (dimension) {
      case YEAR -> Grouping.years(question.window()).stream().map(Object::toString).toList();
      case CALENDAR_MONTH ->
          Grouping.calendarMonths(question.window()).stream().map(Object::toString).toList();
      default ->
          cells.axes().stream()
              .filter(a -> a.dimension() == dimension)
              .findFirst()
              .orElseThrow()
              .values();
    };
  }

  private void requireWholeMonths(DateSpan window) {
    for (int edge : new int[] {window.fromDay(), window.toDay()}) {
      boolean inside = edge > cells.held().fromDay() && edge < cells.held().toDay();
      if (inside && java.time.LocalDate.ofEpochDay(edge).getDayOfMonth() != 1) {
        throw new InputException(
            Problem.of(
                "from",
                window,
                "Costs are kept by calendar month once the histories are not in memory, so part of"
                    + " a month cannot be told.",
                "Ask for whole months, such as 2023-04-01 to 2023-07-01, or send the files and the"
                    + " key again."));
      }
    }
  }

  /** The number of a cell among all dimensions, as the number of the group that is asked for. */
  private static final class CellNumbers {

    static final long OUTSIDE = -1;

    private final int axes;
    private final long[] strides;
    private final int[] sizes;

    /** By axis of the cells: by how much a value of it moves the group. */
    private final long[] parts;

    /** By calendar month: what year and month move the group, or outside. */
    private final long[] ofMonth;

    CellNumbers(CostCells cells, Grouping asked) {
      axes = cells.axes().size();
      strides = new long[axes];
      sizes = new int[axes];
      parts = new long[axes];
      long stride = 1;
      for (int a = axes - 1; a >= 0; a--) {
        Axis axis = cells.axes().get(a);
        strides[a] = stride;
        sizes[a] = axis.values().size();
        parts[a] = asked.stride(axis.dimension());
        stride *= sizes[a];
      }
      ofMonth = new long[sizes[axes - 1]];
      Arrays.setAll(ofMonth, m -> ofMonth(cells.axes().get(axes - 1).values().get(m), asked));
    }

    private static long ofMonth(String month, Grouping asked) {
      int day = (int) java.time.YearMonth.parse(month).atDay(1).toEpochDay();
      if (day < asked.window().fromDay() || day >= asked.window().toDay()) {
        return OUTSIDE;
      }
      return asked.part(Dimension.YEAR, asked.yearOf(day))
          + asked.part(Dimension.CALENDAR_MONTH, asked.calendarMonthOf(day));
    }

    long of(long cell) {
      long number = ofMonth[(int) (cell % sizes[axes - 1])];
      if (number == OUTSIDE) {
        return OUTSIDE;
      }
      for (int a = 0; a < axes - 1; a++) {
        if (parts[a] != 0) {
          number += cell / strides[a] % sizes[a] * parts[a];
        }
      }
      return number;
    }
  }
}
