package org.homeward.cohort;

/** Takes what a child cost, group by group, as a walk meets it. */
interface CellTarget {

  /** The place of a group of this child, by the number of the group. */
  int group(long number);

  /**
   * Adds to a group.
   *
   * @param group its place
   * @param slot what is counted
   */
  void add(int group, int slot, long pence, long count);
}
