package org.homeward.cohort;

import java.util.Arrays;

/** What a tally has to know of a child beside the walk; used again for every child. */
final class ChildFacts {

  /** For a birth or an entry that is not known. */
  static final int NO_DAY = Integer.MIN_VALUE;

  static final ChildFacts NOBODY = new ChildFacts();

  private long number;
  private int birthDay = NO_DAY;
  private int entryDay = NO_DAY;
  private int legs;
  private long[] legNumbers = new long[64];
  private Nights[] nights = new Nights[64];

  /**
   * Begins with another child.
   *
   * @param number what the child's own values add to the number of a group
   * @param birthDay {@link #NO_DAY} if it is not known; so is the day of entry
   */
  void begin(long number, int birthDay, int entryDay) {
    this.number = number;
    this.birthDay = birthDay;
    this.entryDay = entryDay;
    legs = 0;
  }

  /**
   * Adds the next leg.
   *
   * @param legNumber what its values add to the number of a group
   */
  void addLeg(long legNumber, Nights kind) {
    if (legs == nights.length) {
      legNumbers = Arrays.copyOf(legNumbers, 2 * legs);
      nights = Arrays.copyOf(nights, 2 * legs);
    }
    legNumbers[legs] = legNumber;
    nights[legs++] = kind;
  }

  long number() {
    return number;
  }

  int birthDay() {
    return birthDay;
  }

  int entryDay() {
    return entryDay;
  }

  long legNumber(int leg) {
    return legNumbers[leg];
  }

  Nights nights(int leg) {
    return nights[leg];
  }
}
