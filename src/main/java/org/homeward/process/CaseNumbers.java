package org.homeward.process;

/**
 * The numbers of a case that a condition may ask – placement sequence, months in placement, recent
 * placements, age, occurrence – side by side in one long, so that all five are held against their
 * ranges by two subtractions and no branch: a nation's histories ask it many millions of times.
 *
 * <p>Each number has eleven bits and a guard bit above them. With the guard set, a subtraction of
 * two such longs leaves it standing exactly where nothing had to be borrowed, that is where the
 * first number is not less than the second.
 */
public final class CaseNumbers {

  private static final int MOST = (1 << 11) - 1;
  private static final int WIDTH = 12;
  private static final long GUARDS = 0x800800800800800L;

  private CaseNumbers() {}

  /** The numbers together; those below 0 count as 0, those above 2,047 as 2,047. */
  public static long of(int sequence, int months, int recent, int age, int occurrence) {
    return clip(sequence)
        | (clip(months) << WIDTH)
        | (clip(recent) << (2 * WIDTH))
        | (clip(age) << (3 * WIDTH))
        | (clip(occurrence) << (4 * WIDTH));
  }

  /** Those of the placements alone; the others are 0. */
  public static long ofPlacements(int sequence, int recent) {
    return clip(sequence) | (clip(recent) << (2 * WIDTH));
  }

  /** The same numbers, of which months, age and occurrence were 0, with these. */
  public static long with(long numbers, int months, int age, int occurrence) {
    return numbers
        | (clip(months) << WIDTH)
        | (clip(age) << (3 * WIDTH))
        | (clip(occurrence) << (4 * WIDTH));
  }

  /** The least numbers that an alternative allows. */
  static long least(Condition.Alternative a) {
    return of(
        a.sequence().from(),
        a.months().from(),
        a.recent().from(),
        a.age().from(),
        a.occurrence().from());
  }

  /** The greatest numbers that an alternative allows. */
  static long greatest(Condition.Alternative a) {
    return of(
        a.sequence().below() - 1,
        a.months().below() - 1,
        a.recent().below() - 1,
        a.age().below() - 1,
        a.occurrence().below() - 1);
  }

  /** Whether each number lies between the least and the greatest. */
  static boolean within(long numbers, long least, long greatest) {
    return (((numbers | GUARDS) - least) & ((greatest | GUARDS) - numbers) & GUARDS) == GUARDS;
  }

  private static long clip(int number) {
    return Math.max(0, Math.min(number, MOST));
  }
}
