package org.homeward.process;

import java.util.ArrayList;
import java.util.List;

/**
 * Conditions made ready to be asked many millions of times together: primitive fields, one loop, no
 * searching.
 */
public final class CompiledConditions {

  private final Test[] tests;

  /** The tests of one alternative; numbers are half-open ranges. */
  private static final class Test {
    final int bit;
    final long forbidden;
    final long required;
    final boolean traitsOnly;
    final int sequenceFrom;
    final int sequenceBelow;
    final int monthsFrom;
    final int monthsBelow;
    final int recentFrom;
    final int recentBelow;
    final int ageFrom;
    final int ageBelow;
    final int occurrenceFrom;
    final int occurrenceBelow;

    Test(Condition.Alternative a, int bit) {
      this.bit = bit;
      forbidden = ~a.permitted();
      required = a.required();
      sequenceFrom = a.sequence().from();
      sequenceBelow = a.sequence().below();
      monthsFrom = a.months().from();
      monthsBelow = a.months().below();
      recentFrom = a.recent().from();
      recentBelow = a.recent().below();
      ageFrom = a.age().from();
      ageBelow = a.age().below();
      occurrenceFrom = a.occurrence().from();
      occurrenceBelow = a.occurrence().below();
      traitsOnly =
          a.equals(
              new Condition.Alternative(
                  a.permitted(),
                  required,
                  IntRange.ANY,
                  IntRange.ANY,
                  IntRange.ANY,
                  IntRange.ANY,
                  IntRange.ANY));
    }

    boolean fits(long traits) {
      return (traits & forbidden) == 0 && (traits & required) == required;
    }

    boolean holds(long traits, int sequence, int months, int recent, int age, int occurrence) {
      return fits(traits)
          && (traitsOnly
              || (sequenceFrom <= sequence
                  && sequence < sequenceBelow
                  && monthsFrom <= months
                  && months < monthsBelow
                  && recentFrom <= recent
                  && recent < recentBelow
                  && ageFrom <= age
                  && age < ageBelow
                  && occurrenceFrom <= occurrence
                  && occurrence < occurrenceBelow));
    }
  }

  /**
   * @param conditions at most 31
   */
  public CompiledConditions(List<Condition> conditions) {
    List<Test> made = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      for (Condition.Alternative alternative : conditions.get(i).alternatives()) {
        made.add(new Test(alternative, 1 << i));
      }
    }
    tests = made.toArray(Test[]::new);
  }

  /**
   * Which conditions hold for a case: a bit for each, by its place. Numbers as in {@link
   * Condition.Alternative}.
   */
  public int holding(long traits, int sequence, int months, int recent, int age, int occurrence) {
    int holding = 0;
    for (Test test : tests) {
      if (test.holds(traits, sequence, months, recent, age, occurrence)) {
        holding |= test.bit;
      }
    }
    return holding;
  }

  /** Which conditions can hold for a case of these traits, whatever its numbers are. */
  public int possible(long traits) {
    int possible = 0;
    for (Test test : tests) {
      if (test.fits(traits)) {
        possible |= test.bit;
      }
    }
    return possible;
  }
}
