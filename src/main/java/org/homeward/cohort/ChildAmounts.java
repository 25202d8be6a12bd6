package org.homeward.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What each child cost in each group, along each axis, and in all: so that children are counted
 * once and medians are exact.
 */
final class ChildAmounts {

  private final Grouping grouping;
  private final List<Amounts> ofGroup = new ArrayList<>();

  /** The places of a group's values along the axes, one after another for all axes. */
  private int[][] valuesOfGroup = new int[1 << 8][];

  private final Amounts[] ofValue;
  private final Amounts all = new Amounts();

  // The child.
  private int[] touched = new int[32];
  private long[] before = new long[32];
  private int count;
  private long pence;
  private final long[] valuePence;
  private final boolean[] valueTouched;
  private final int[] touchedValues;

  ChildAmounts(Grouping grouping) {
    this.grouping = grouping;
    int values = grouping.axes().stream().mapToInt(a -> a.values().size()).sum();
    ofValue = new Amounts[values];
    Arrays.setAll(ofValue, i -> new Amounts());
    valuePence = new long[values];
    valueTouched = new boolean[values];
    touchedValues = new int[values];
  }

  void addGroup(long number) {
    int group = ofGroup.size();
    ofGroup.add(new Amounts());
    if (group == valuesOfGroup.length) {
      valuesOfGroup = Arrays.copyOf(valuesOfGroup, 2 * group);
    }
    int[] values = new int[grouping.axes().size()];
    int first = 0;
    for (int axis = 0; axis < values.length; axis++) {
      values[axis] = first + grouping.valueOn(axis, number);
      first += grouping.axes().get(axis).values().size();
    }
    valuesOfGroup[group] = values;
  }

  /** Something of the child falls into a group, for the first time. */
  void touch(int group, long totalBefore) {
    if (count == touched.length) {
      touched = Arrays.copyOf(touched, 2 * count);
      before = Arrays.copyOf(before, 2 * count);
    }
    touched[count] = group;
    before[count++] = totalBefore;
  }

  /**
   * The child is done: keeps what it cost, where anything of it fell.
   *
   * @param totals pence by group, with this child's
   */
  void keep(long[] totals) {
    pence = 0;
    int values = 0;
    for (int i = 0; i < count; i++) {
      long amount = totals[touched[i]] - before[i];
      ofGroup.get(touched[i]).add(amount);
      pence += amount;
      for (int value : valuesOfGroup[touched[i]]) {
        valuePence[value] += amount;
        if (!valueTouched[value]) {
          valueTouched[value] = true;
          touchedValues[values++] = value;
        }
      }
    }
    for (int i = 0; i < values; i++) {
      int value = touchedValues[i];
      ofValue[value].add(valuePence[value]);
      valuePence[value] = 0;
      valueTouched[value] = false;
    }
    if (count > 0) {
      all.add(pence);
    }
    count = 0;
  }

  /** What the last child cost. */
  long lastPence() {
    return pence;
  }

  Amounts ofGroup(int group) {
    return ofGroup.get(group);
  }

  /** By place of a value along all axes, one axis after the other. */
  Amounts ofValue(int value) {
    return ofValue[value];
  }

  Amounts all() {
    return all;
  }
}
