package org.homeward.cohort;

import java.util.Arrays;

/** A growing list of pence. */
final class Amounts {

  private long[] pence = new long[4];
  private int size;

  void add(long amount) {
    if (size == pence.length) {
      pence = Arrays.copyOf(pence, 2 * size);
    }
    pence[size++] = amount;
  }

  void addAll(Amounts others) {
    if (size + others.size > pence.length) {
      pence = Arrays.copyOf(pence, Math.max(size + others.size, 2 * size));
    }
    System.arraycopy(others.pence, 0, pence, size, others.size);
    size += others.size;
  }

  int size() {
    return size;
  }

  long[] inOrder() {
    long[] sorted = Arrays.copyOf(pence, size);
    Arrays.sort(sorted);
    return sorted;
  }
}
