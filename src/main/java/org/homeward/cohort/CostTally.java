package org.homeward.cohort;

import java.util.Arrays;
import java.util.function.Supplier;
import org.homeward.costbook.FeeTerm;
import org.homeward.costbook.PricedProcess;
import org.homeward.history.PlacementKind;
import org.homeward.pathway.LedgerSink;
import org.homeward.problem.InputException;
import org.homeward.quantity.Accrual;

/**
 * Tells a target what a walk meets, group by group: pence, and nights, days and occurrences. A
 * stretch is cut where a group ends – a financial year, an age band, a month since entry – and each
 * piece is the difference of two accrued sums, so that cutting never changes a total.
 */
final class CostTally implements LedgerSink {

  private static final int UNTOUCHED = -1;

  private final Slots slots;
  private final Shares shares;
  private final CellTarget target;
  private final long[] unpriced = new long[PlacementKind.BOUND];

  private final TimeAxes time;

  // The child.
  private ChildFacts child = ChildFacts.NOBODY;
  private int nightsInCare;

  // The share of the child that is walked, and the leg.
  private int share;
  private long legNumber;
  private Nights nights = Nights.IN_CARE;

  // The pieces of time of the leg, from the first day asked for, and the group of each.
  private int pieces;
  private int piecesFrom;
  private int[] pieceEnd = new int[32];
  private long[] pieceNumber = new long[32];
  private int[] pieceGroup = new int[32];

  CostTally(Grouping grouping, Slots slots, Shares shares, CellTarget target) {
    this.slots = slots;
    this.shares = shares;
    this.target = target;
    time = new TimeAxes(grouping);
  }

  /** Another child begins. */
  void begin(ChildFacts facts) {
    child = facts;
    nightsInCare = 0;
    share = 0;
    pieces = 0;
  }

  /** The next walk is of this share of the child. */
  void share(int place) {
    share = place;
    pieces = 0;
  }

  @Override
  public void leg(int leg) {
    legNumber = child.legNumber(leg);
    nights = child.nights(leg);
    pieces = 0;
  }

  @Override
  public boolean asksIncluded() {
    return false;
  }

  @Override
  public void placement(int leg, FeeTerm fee, int rateStart, int from, int to) {
    int slot = slots.of(share, nights, fee);
    boolean extra = fee.extra() != null; // of nights that are counted with the fee
    accrue(slot, shares.of(share, fee.accrual()), rateStart, from, to, extra ? 0 : 1);
    if (nights == Nights.IN_CARE && shares.asItWas(share) && !extra) {
      nightsInCare += to - from;
    }
  }

  @Override
  public void unpriced(int kind, int from, int to, Supplier<InputException> why) {
    if (shares.asItWas(share)) {
      unpriced[kind] += to - from;
    }
  }

  @Override
  public void continuous(PricedProcess process, int rateStart, int from, int to) {
    int slot = slots.of(share, process);
    accrue(slot, shares.of(share, process.accrual()), rateStart, from, to, 1);
  }

  @Override
  public void occurrence(PricedProcess process, int day) {
    int group = groupOn(day);
    int slot = slots.of(share, process);
    target.add(group, slot, shares.pence(share, process), 1);
  }

  private void accrue(int slot, Accrual accrual, int rateStart, int from, int to, int countOfDay) {
    int piece = pieceOf(from);
    int day = from;
    long done = accrual.upTo(from - rateStart);
    while (day < to) {
      int until = Math.min(to, endOf(piece));
      long reached = accrual.upTo(until - rateStart);
      target.add(groupOf(piece), slot, reached - done, (long) countOfDay * (until - day));
      done = reached;
      day = until;
      piece++;
    }
  }

  // Groups

  private int groupOn(int day) {
    if (pieces > 0 && day < piecesFrom) { // before the leg, as an application to court may be
      time.enter(day, child);
      return target.group(child.number() + legNumber + time.number());
    }
    return groupOf(pieceOf(day));
  }

  /**
   * Asked for only when something falls into the piece: a group that nothing falls into is none.
   */
  private int groupOf(int piece) {
    if (pieceGroup[piece] == UNTOUCHED) {
      pieceGroup[piece] = target.group(pieceNumber[piece]);
    }
    return pieceGroup[piece];
  }

  /** The piece that a day lies in; the first asked for begins where it is asked for. */
  private int pieceOf(int day) {
    if (pieces == 0 || day < piecesFrom) {
      pieces = 0;
      piecesFrom = day;
    }
    int piece = 0;
    while (day >= endOf(piece)) {
      piece++;
    }
    return piece;
  }

  /** The first day after a piece; the next piece after those known is made when asked for. */
  private int endOf(int piece) {
    if (piece == pieces) {
      time.enter(pieces == 0 ? piecesFrom : pieceEnd[pieces - 1], child);
      if (pieces == pieceEnd.length) {
        pieceEnd = Arrays.copyOf(pieceEnd, 2 * pieces);
        pieceNumber = Arrays.copyOf(pieceNumber, 2 * pieces);
        pieceGroup = Arrays.copyOf(pieceGroup, 2 * pieces);
      }
      pieceEnd[pieces] = time.end();
      pieceNumber[pieces] = child.number() + legNumber + time.number();
      pieceGroup[pieces] = UNTOUCHED;
      pieces++;
    }
    return pieceEnd[piece];
  }

  // What was added up

  /** Nights without a fee, by {@link PlacementKind}. */
  long[] unpriced() {
    return unpriced;
  }

  /** The child's nights in care. */
  int nightsInCare() {
    return nightsInCare;
  }
}
