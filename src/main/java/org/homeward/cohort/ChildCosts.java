package org.homeward.cohort;

import java.util.List;
import org.homeward.quantity.Pence;

/** What each child of a group cost: children are counted once, and every quantile is exact. */
public final class ChildCosts {

  private final List<Amounts> parts;
  private long[] sorted = {};

  ChildCosts(List<Amounts> parts) {
    this.parts = List.copyOf(parts);
  }

  /** How many children there are. */
  public int count() {
    return parts.stream().mapToInt(Amounts::size).sum();
  }

  /**
   * The cost that so many in a hundred children do not exceed: the least that at least that share
   * of them have (inverse of the empirical distribution function).
   *
   * @param percent 0 to 100
   * @throws IllegalStateException if there is no child
   */
  public synchronized Pence quantile(int percent) {
    if (sorted.length == 0) {
      Amounts all = new Amounts();
      parts.forEach(all::addAll);
      sorted = all.inOrder();
    }
    if (sorted.length == 0) {
      throw new IllegalStateException("There is no child in the group.");
    }
    int rank = (int) ((sorted.length * (long) percent + 99) / 100);
    return Pence.of(sorted[Math.max(rank, 1) - 1]);
  }

  /** Half of the children cost no more; of an even number the lower middle one. */
  public Pence median() {
    return quantile(50);
  }
}
