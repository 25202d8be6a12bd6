package org.homeward.cohort;

import java.util.Arrays;

/**
 * Sums by group of everything that is counted – pence, and how many – and what each child cost. One
 * a thread; those of other threads are added to it afterwards.
 */
final class CostSums implements CellTarget {

  private final Grouping grouping;
  private final Slots slots;
  private final Lookup groups = new Lookup();
  private final ChildAmounts amounts;

  /** By group, then two numbers a slot: pence, and how many. */
  private long[][] sums = new long[1 << 8][];

  private int size;
  private long[] totals = new long[1 << 8];

  /** The child that last fell into a group. */
  private int[] childOfGroup = new int[1 << 8];

  private int child;

  CostSums(Grouping grouping, Slots slots) {
    this.grouping = grouping;
    this.slots = slots;
    amounts = new ChildAmounts(grouping);
  }

  /** Another child begins. */
  void begin() {
    child++;
  }

  /** The child is done: what it cost. */
  long end() {
    amounts.keep(totals);
    return amounts.lastPence();
  }

  @Override
  public int group(long number) {
    int group = groups.placeOf(number);
    if (group == size) {
      addGroup(number);
    }
    if (childOfGroup[group] != child) {
      childOfGroup[group] = child;
      amounts.touch(group, totals[group]);
    }
    return group;
  }

  private void addGroup(long number) {
    if (size == sums.length) {
      sums = Arrays.copyOf(sums, 2 * size);
      totals = Arrays.copyOf(totals, 2 * size);
      childOfGroup = Arrays.copyOf(childOfGroup, 2 * size);
    }
    sums[size++] = new long[2 * slots.uses().size()];
    amounts.addGroup(number);
  }

  @Override
  public void add(int group, int slot, long pence, long count) {
    long[] of = sums[group];
    if (2 * slot >= of.length) {
      of = Arrays.copyOf(of, Math.max(2 * of.length, 2 * slot + 2));
      sums[group] = of;
    }
    of[2 * slot] += pence;
    of[2 * slot + 1] += count;
    totals[group] += pence;
  }

  Grouping grouping() {
    return grouping;
  }

  Slots slots() {
    return slots;
  }

  int size() {
    return size;
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
