package org.homeward.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Conditions made ready to be asked many millions of times together: primitive fields, one loop, no
 * searching. First {@linkplain #given narrowed} to the traits of a case, then asked for its
 * numbers.
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

    boolean holds(int sequence, int months, int recent, int age, int occurrence) {
      return sequenceFrom <= sequence
          && sequence < sequenceBelow
          && monthsFrom <= months
          && months < monthsBelow
          && recentFrom <= recent
          && recent < recentBelow
          && ageFrom <= age
          && age < ageBelow
          && occurrenceFrom <= occurrence
          && occurrence < occurrenceBelow;
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

  /** What is still open about these conditions for a case of these traits. */
  public Given given(long traits) {
    int always = 0;
    for (Test test : tests) {
      if (test.traitsOnly && test.fits(traits)) {
        always |= test.bit;
      }
    }
    List<Test> open = new ArrayList<>();
    for (Test test : tests) {
      if (!test.traitsOnly && test.fits(traits) && (always & test.bit) == 0) {
        open.add(test);
      }
    }
    return new Given(always, open.toArray(Test[]::new));
  }

  /** Conditions for cases of the same traits: only the numbers of a case are still asked. */
  public static final class Given {

    private final int always;
    private final Test[] open;

    private Given(int always, Test[] open) {
      this.always = always;
      this.open = open;
    }

    /**
     * Which conditions hold for a case: a bit for each, by its place. Numbers as in {@link
     * Condition.Alternative}.
     */
    public int holding(int sequence, int months, int recent, int age, int occurrence) {
      int holding = always;
      for (Test test : open) {
        if (test.holds(sequence, months, recent, age, occurrence)) {
          holding |= test.bit;
        }
      }
      return holding;
    }

    /** Whether any condition can hold. */
    public boolean possible() {
      return always != 0 || open.length > 0;
    }

    /** Whether the numbers of a case change nothing. */
    public boolean fixed() {
      return open.length == 0;
    }

    /** Adds the months in a placement at which the answer can change. */
    public void addMonthThresholds(Set<Integer> thresholds) {
      for (Test test : open) {
        add(thresholds, test.monthsFrom, test.monthsBelow);
      }
    }

    /** Adds the ages at which the answer can change. */
    public void addAgeThresholds(Set<Integer> thresholds) {
      for (Test test : open) {
        add(thresholds, test.ageFrom, test.ageBelow);
      }
    }

    private static void add(Set<Integer> thresholds, int from, int below) {
      if (from > 0) {
        thresholds.add(from);
      }
      if (below < Integer.MAX_VALUE) {
        thresholds.add(below);
      }
    }
  }
}
