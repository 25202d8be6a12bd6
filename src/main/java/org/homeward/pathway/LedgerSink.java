package org.homeward.pathway;

import java.util.function.Supplier;
import org.homeward.costbook.CompiledProcess;
import org.homeward.costbook.FeeTerm;
import org.homeward.costbook.PricedProcess;
import org.homeward.problem.InputException;
import org.homeward.quantity.CalendarDays;

/**
 * Where a walk writes what it meets: a ledger for one child, an accumulator for a cohort. Days are
 * epoch days; stretches are half-open and lie inside the walked window; {@code rateStart} is the
 * day from which the days of a rate are counted.
 */
public interface LedgerSink {

  /**
   * What is written from here on belongs to a leg of the history, and what happens in the time away
   * after it; within a leg nothing is in order of days.
   */
  default void leg(int leg) {}

  /**
   * Whether it matters to which leg an entry belongs. Where it does not, the occurrences of a
   * schedule may come together, after the legs in which they fall.
   */
  default boolean asksLegs() {
    return true;
  }

  /**
   * Whether it matters which processes are already paid for by a fee. Where it does not, they may
   * be left out.
   */
  default boolean asksIncluded() {
    return true;
  }

  /** A placement fee over a stretch of days of one leg. */
  void placement(int leg, FeeTerm fee, int rateStart, int from, int to);

  /**
   * Days of a leg for which the book has no fee. A ledger cannot be without; a cohort tells them.
   *
   * @param kind the leg's {@link org.homeward.history.PlacementKind}
   * @param why as the user's problem
   */
  default void unpriced(int kind, int from, int to, Supplier<InputException> why) {
    throw why.get();
  }

  /** A process that runs over a stretch of days. */
  void continuous(PricedProcess process, int rateStart, int from, int to);

  /** One occurrence of a process. */
  void occurrence(PricedProcess process, int day);

  /**
   * Occurrences of one kind, each so many calendar months after the one before. A sink that only
   * adds up may count them; to any other they come one by one.
   */
  default void occurrences(PricedProcess process, int firstDay, int months, int count) {
    int day = firstDay;
    for (int i = 0; i < count; i++) {
      occurrence(process, day);
      day = CalendarDays.plusMonths(day, months);
    }
  }

  /** A process that happened but is already paid for by a fee; one day for an occurrence. */
  default void included(CompiledProcess process, String paidBy, int from, int to) {}

  /** Forgets everything. */
  LedgerSink NOWHERE =
      new LedgerSink() {
        @Override
        public void placement(int leg, FeeTerm fee, int rateStart, int from, int to) {}

        @Override
        public void continuous(PricedProcess process, int rateStart, int from, int to) {}

        @Override
        public void occurrence(PricedProcess process, int day) {}
      };
}
