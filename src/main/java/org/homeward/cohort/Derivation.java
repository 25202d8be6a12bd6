package org.homeward.cohort;

import java.util.Arrays;

/**
 * Which of some unknown numbers follow from equations between them: an unknown follows if no
 * solution of the equations changes it. Unknowns are added one by one with the signs that they have
 * in each equation; all arithmetic is in the integers modulo 2³¹ − 1.
 *
 * <p>The unknowns beyond the rank of the equations are free. They are given numbers that have
 * nothing to do with one another, and an unknown that stays 0 all the same is one that follows.
 */
final class Derivation {

  private static final long MODULUS = (1L << 31) - 1;

  private final int equations;

  /** What elimination has done to the equations so far: a square matrix. */
  private final long[][] steps;

  /** The unknown that an equation was solved for, or -1. */
  private final int[] solvedFor;

  private final long[] rest;
  private int unknowns;

  Derivation(int equations) {
    this.equations = equations;
    steps = new long[equations][equations];
    for (int i = 0; i < equations; i++) {
      steps[i][i] = 1;
    }
    solvedFor = new int[equations];
    Arrays.fill(solvedFor, -1);
    rest = new long[equations];
  }

  /**
   * Adds an unknown.
   *
   * @param in the equations that it stands in
   * @param signs 1 or -1 in each of them
   */
  void add(int[] in, int[] signs) {
    long[] column = new long[equations];
    for (int i = 0; i < equations; i++) {
      long sum = 0;
      for (int e = 0; e < in.length; e++) {
        sum += signs[e] * steps[i][in[e]];
      }
      column[i] = Math.floorMod(sum, MODULUS);
    }
    int pivot = firstUnsolved(column);
    if (pivot >= 0) {
      solve(pivot, column);
      solvedFor[pivot] = unknowns;
    } else {
      long free = 1 + Math.floorMod(((unknowns + 1) * 0x9E3779B97F4A7C15L) >>> 1, MODULUS - 1);
      for (int i = 0; i < equations; i++) {
        rest[i] = (rest[i] + free * column[i]) % MODULUS;
      }
    }
    unknowns++;
  }

  private int firstUnsolved(long[] column) {
    for (int i = 0; i < equations; i++) {
      if (column[i] != 0 && solvedFor[i] < 0) {
        return i;
      }
    }
    return -1;
  }

  private void solve(int pivot, long[] column) {
    long inverse = power(column[pivot], MODULUS - 2);
    multiply(pivot, inverse);
    for (int i = 0; i < equations; i++) {
      if (i != pivot && column[i] != 0) {
        subtract(i, pivot, column[i]);
      }
    }
  }

  private void multiply(int row, long factor) {
    for (int j = 0; j < equations; j++) {
      steps[row][j] = steps[row][j] * factor % MODULUS;
    }
    rest[row] = rest[row] * factor % MODULUS;
  }

  private void subtract(int row, int from, long factor) {
    for (int j = 0; j < equations; j++) {
      steps[row][j] = Math.floorMod(steps[row][j] - factor * steps[from][j], MODULUS);
    }
    rest[row] = Math.floorMod(rest[row] - factor * rest[from], MODULUS);
  }

  private static long power(long base, long exponent) {
    long result = 1;
    long square = base;
    for (long left = exponent; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        result = result * square % MODULUS;
      }
      square = square * square % MODULUS;
    }
    return result;
  }

  /** By unknown, in the order of adding, whether it follows. */
  boolean[] following() {
    boolean[] follows = new boolean[unknowns];
    for (int i = 0; i < equations; i++) {
      if (solvedFor[i] >= 0) {
        follows[solvedFor[i]] = rest[i] == 0;
      }
    }
    return follows;
  }
}
