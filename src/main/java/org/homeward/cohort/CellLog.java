package org.homeward.cohort;

import java.util.Arrays;

/**
 * The cells of one child after another, as bytes: how many cells; of each the number (as a
 * difference to the one before) and how many entries; of each entry the slot, pence and count. All
 * numbers take as few bytes as they need, seven bits in each.
 */
final class CellLog implements CellTarget {

  private static final int NONE = -1;

  // The child's cells, and their entries as chains.
  private long[] numbers = new long[64];
  private int[] firstEntry = new int[64];
  private int[] lastEntry = new int[64];
  private int[] entries = new int[64];
  private int cells;
  private int[] slots = new int[256];
  private long[] pence = new long[256];
  private long[] counts = new long[256];
  private int[] next = new int[256];
  private int size;

  private byte[] bytes = new byte[1 << 16];
  private int length;

  void begin() {
    cells = 0;
    size = 0;
  }

  @Override
  public int group(long number) {
    if (cells == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * cells);
      firstEntry = Arrays.copyOf(firstEntry, 2 * cells);
      lastEntry = Arrays.copyOf(lastEntry, 2 * cells);
      entries = Arrays.copyOf(entries, 2 * cells);
    }
    numbers[cells] = number;
    firstEntry[cells] = NONE;
    lastEntry[cells] = NONE;
    entries[cells] = 0;
    return cells++;
  }

  @Override
  public void add(int cell, int slot, long amount, long count) {
    if (size == slots.length) {
      slots = Arrays.copyOf(slots, 2 * size);
      pence = Arrays.copyOf(pence, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
      next = Arrays.copyOf(next, 2 * size);
    }
    slots[size] = slot;
    pence[size] = amount;
    counts[size] = count;
    next[size] = NONE;
    if (lastEntry[cell] == NONE) {
      firstEntry[cell] = size;
    } else {
      next[lastEntry[cell]] = size;
    }
    lastEntry[cell] = size++;
    entries[cell]++;
  }

  /** The child is done: writes what it cost, if anything. */
  void end() {
    if (cells == 0) {
      return;
    }
    write(cells);
    long before = 0;
    for (int cell = 0; cell < cells; cell++) {
      writeSigned(numbers[cell] - before);
      before = numbers[cell];
      write(entries[cell]);
      for (int e = firstEntry[cell]; e != NONE; e = next[e]) {
        write(slots[e]);
        writeSigned(pence[e]);
        write(counts[e]);
      }
    }
  }

  /** Small negative numbers take few bytes as well. */
  private void writeSigned(long value) {
    write((value << 1) ^ (value >> 63));
  }

  private void write(long value) {
    if (length + 10 > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  int length() {
    return length;
  }

  /** The bytes of the children since the last time. */
  byte[] take() {
    byte[] taken = Arrays.copyOf(bytes, length);
    length = 0;
    return taken;
  }
}
