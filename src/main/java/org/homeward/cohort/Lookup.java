package org.homeward.cohort;

import java.util.Arrays;

/** Places of numbers: each number not met before gets the next place, from 0. */
final class Lookup {

  private static final long EMPTY = -1;

  private long[] slots = new long[1 << 10];
  private int[] placeOfSlot = new int[1 << 10];
  private long[] numbers = new long[1 << 8];
  private int size;

  Lookup() {
    Arrays.fill(slots, EMPTY);
  }

  /** The number at a place. */
  long at(int place) {
    return numbers[place];
  }

  /** The place of a number, zero or more; a new one gets the next place. */
  int placeOf(long number) {
    int slot = slotOf(number);
    while (slots[slot] != number) {
      if (slots[slot] == EMPTY) {
        return add(number, slot);
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return placeOfSlot[slot];
  }

  private int add(long number, int slot) {
    slots[slot] = number;
    placeOfSlot[slot] = size;
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size] = number;
    size++;
    if (2 * size > slots.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    slots = new long[2 * slots.length];
    placeOfSlot = new int[slots.length];
    Arrays.fill(slots, EMPTY);
    for (int place = 0; place < size; place++) {
      int slot = slotOf(numbers[place]);
      while (slots[slot] != EMPTY) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = numbers[place];
      placeOfSlot[slot] = place;
    }
  }

  private int slotOf(long number) {
    return (int) ((number * 0x9E3779B97F4A7C15L) >>> (Long.numberOfLeadingZeros(slots.length) + 1));
  }
}
