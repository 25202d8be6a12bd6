package org.homeward.cohort;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.homeward.costbook.CompiledProcess;
import org.homeward.costbook.FeeTerm;
import org.homeward.history.PlacementKind;
import org.homeward.pathway.LedgerSink;
import org.homeward.problem.InputException;
import org.homeward.quantity.Accrual;

/**
 * Adds up what a walk meets, group by group: pence, and nights, days and occurrences. A stretch is
 * cut where a group ends – a financial year, an age band, a month since entry – and each piece is
 * the difference of two accrued sums, so that cutting never changes a total.
 *
 * <p>One tally a thread; tallies of other children are added to it afterwards.
 */
final class CostTally implements LedgerSink {

  private static final int UNTOUCHED = -1;

  private final Grouping grouping;
  private final Slots slots;
  private final Shares shares;
  private final Lookup groups = new Lookup();

  /** By group, then two numbers a slot: pence, and how many. */
  private long[][] sums = new long[1 << 8][];

  private int sumsSize;

  private long[] totals = new long[1 << 8];

  private final long[] unpriced = new long[PlacementKind.BOUND];

  private final TimeAxes time;

  // The child.
  private ChildFacts child = ChildFacts.NOBODY;
  private final ChildAmounts amounts;
  private int stamp;
  private int[] stampOfGroup = new int[1 << 8];

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

  CostTally(Grouping grouping, int processes, Shares shares) {
    this.grouping = grouping;
    this.shares = shares;
    slots = new Slots(shares.count(), processes);
    amounts = new ChildAmounts(grouping);
    time = new TimeAxes(grouping);
  }

  /** Another child begins. */
  void begin(ChildFacts facts) {
    child = facts;
    stamp++;
    share = 0;
    pieces = 0;
  }

  /** The next walk is of this share of the child. */
  void share(int place) {
    share = place;
    pieces = 0;
  }

  /** The child's walks are done. */
  ChildAmounts end() {
    amounts.keep(totals);
    return amounts;
  }

  @Override
  public void leg(int leg) {
    legNumber = child.legNumber(leg);
    nights = child.nights(leg);
    pieces = 0;
  }

  @Override
  public void placement(int leg, FeeTerm fee, int rateStart, int from, int to) {
    int slot = Slots.ofNights(share, nights, fee.payer());
    accrue(slot, shares.of(share, fee.accrual()), rateStart, from, to);
    if (nights == Nights.IN_CARE && shares.asItWas(share)) {
      amounts.addNights(to - from);
    }
  }

  @Override
  public void unpriced(int kind, int from, int to, Supplier<InputException> why) {
    if (shares.asItWas(share)) {
      unpriced[kind] += to - from;
    }
  }

  @Override
  public void continuous(CompiledProcess process, int variant, int rateStart, int from, int to) {
    int slot = slots.of(share, process, variant);
    accrue(slot, shares.of(share, process.accrual(variant)), rateStart, from, to);
  }

  @Override
  public void occurrence(CompiledProcess process, int variant, int day) {
    int group = groupOn(day);
    add(group, slots.of(share, process, variant), shares.pence(share, process, variant), 1);
  }

  @Override
  public void included(CompiledProcess process, String paidBy, int from, int to) {}

  private void accrue(int slot, Accrual accrual, int rateStart, int from, int to) {
    int piece = pieceOf(from);
    int day = from;
    long done = accrual.upTo(from - rateStart);
    while (day < to) {
      int until = Math.min(to, endOf(piece));
      long reached = accrual.upTo(until - rateStart);
      add(groupOf(piece), slot, reached - done, until - day);
      done = reached;
      day = until;
      piece++;
    }
  }

  private void add(int group, int slot, long pence, long count) {
    long[] of = sums[group];
    if (2 * slot >= of.length) {
      of = Arrays.copyOf(of, Math.max(2 * of.length, 2 * slot + 2));
      sums[group] = of;
    }
    of[2 * slot] += pence;
    of[2 * slot + 1] += count;
    totals[group] += pence;
  }

  // Groups

  private int groupOn(int day) {
    if (pieces > 0 && day < piecesFrom) { // before the leg, as an application to court may be
      time.enter(day, child);
      return group(child.number() + legNumber + time.number());
    }
    return groupOf(pieceOf(day));
  }

  /**
   * Asked for only when something falls into the piece: a group that nothing falls into is none.
   */
  private int groupOf(int piece) {
    if (pieceGroup[piece] == UNTOUCHED) {
      pieceGroup[piece] = group(pieceNumber[piece]);
    }
    return pieceGroup[piece];
  }

  private int group(long number) {
    int group = groups.placeOf(number);
    if (group == sumsSize) {
      addGroup(number);
    }
    if (stampOfGroup[group] != stamp) {
      stampOfGroup[group] = stamp;
      amounts.touch(group, totals[group]);
    }
    return group;
  }

  private void addGroup(long number) {
    if (sumsSize == sums.length) {
      sums = Arrays.copyOf(sums, 2 * sumsSize);
      totals = Arrays.copyOf(totals, 2 * sumsSize);
      stampOfGroup = Arrays.copyOf(stampOfGroup, 2 * sumsSize);
    }
    sums[sumsSize++] = new long[2 * slots.uses().size()];
    amounts.addGroup(number);
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

  Grouping grouping() {
    return grouping;
  }

  List<Slots.Use> uses() {
    return slots.uses();
  }

  int groups() {
    return sumsSize;
  }

  /** The number of a group, by its place. */
  long numberOf(int group) {
    return groups.at(group);
  }

  /** Pence and count of each slot of a group; slots that it does not reach are 0. */
  long[] sumsOf(int group) {
    return sums[group];
  }

  ChildAmounts amounts() {
    return amounts;
  }
}
