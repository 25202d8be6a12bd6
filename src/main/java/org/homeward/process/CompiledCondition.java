package org.homeward.process;

/** A condition made ready to be asked many millions of times: primitive fields, no searching. */
public final class CompiledCondition {

  private final Test[] tests;

  /** The tests of one alternative; numbers are half-open ranges. */
  private static final class Test {
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

    Test(Condition.Alternative a) {
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

  public CompiledCondition(Condition condition) {
    tests = condition.alternatives().stream().map(Test::new).toArray(Test[]::new);
  }

  /** Whether the case is one that is meant. Numbers as in {@link Condition.Alternative}. */
  public boolean holds(long traits, int sequence, int months, int recent, int age, int occurrence) {
    for (Test test : tests) {
      if (test.holds(traits, sequence, months, recent, age, occurrence)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it can hold for a case of these traits, whatever its numbers are. */
  public boolean possible(long traits) {
    for (Test test : tests) {
      if (test.fits(traits)) {
        return true;
      }
    }
    return false;
  }
}
