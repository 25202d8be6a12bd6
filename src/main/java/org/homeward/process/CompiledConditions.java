package org.homeward.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Conditions made ready to be asked many millions of times together, without searching. First
 * {@linkplain #given narrowed} to the traits of a case, then asked for its numbers.
 */
public final class CompiledConditions {

  private final List<Test> tests = new ArrayList<>();

  /** One alternative of the condition of a bit. */
  private record Test(int bit, Condition.Alternative alternative) {

    boolean fits(long traits) {
      return (traits & ~alternative.permitted()) == 0
          && (traits & alternative.required()) == alternative.required();
    }

    boolean asksNumbers() {
      return !alternative.sequence().equals(IntRange.ANY)
          || !alternative.months().equals(IntRange.ANY)
          || !alternative.recent().equals(IntRange.ANY)
          || !alternative.age().equals(IntRange.ANY)
          || !alternative.occurrence().equals(IntRange.ANY);
    }
  }

  /**
   * @param conditions at most 31
   */
  public CompiledConditions(List<Condition> conditions) {
    for (int i = 0; i < conditions.size(); i++) {
      for (Condition.Alternative alternative : conditions.get(i).alternatives()) {
        tests.add(new Test(1 << i, alternative));
      }
    }
  }

  /** What is still open about these conditions for a case of these traits. */
  public Given given(long traits) {
    int always = 0;
    for (Test test : tests) {
      if (!test.asksNumbers() && test.fits(traits)) {
        always |= test.bit();
      }
    }
    List<Test> open = new ArrayList<>();
    for (Test test : tests) {
      if (test.asksNumbers() && test.fits(traits) && (always & test.bit()) == 0) {
        open.add(test);
      }
    }
    return new Given(always, open);
  }

  /** Conditions for cases of the same traits: only the numbers of a case are still asked. */
  public static final class Given {

    private final int always;
    private final List<Test> open;

    /** For each open test the least numbers, the greatest, and its bit. */
    private final long[] ranges;

    private Given(int always, List<Test> open) {
      this.always = always;
      this.open = open;
      ranges =
          open.stream()
              .flatMapToLong(
                  t ->
                      LongStream.of(
                          CaseNumbers.least(t.alternative()),
                          CaseNumbers.greatest(t.alternative()),
                          t.bit()))
              .toArray();
    }

    /**
     * Which conditions hold for a case: a bit for each, by its place.
     *
     * @param numbers of the case, as {@link CaseNumbers}
     */
    public int holding(long numbers) {
      long holding = always;
      for (int i = 0; i + 2 < ranges.length; i += 3) {
        holding |= CaseNumbers.within(numbers, ranges[i], ranges[i + 1]) ? ranges[i + 2] : 0;
      }
      return (int) holding;
    }

    /** Which conditions can hold. */
    public int possible() {
      return open.stream().mapToInt(Test::bit).reduce(always, (a, b) -> a | b);
    }

    /** Whether the numbers of a case change nothing. */
    public boolean fixed() {
      return open.isEmpty();
    }

    /** Adds the months in a placement at which the answer can change. */
    public void addMonthThresholds(Set<Integer> thresholds) {
      open.forEach(t -> add(thresholds, t.alternative().months()));
    }

    /** Adds the ages at which the answer can change. */
    public void addAgeThresholds(Set<Integer> thresholds) {
      open.forEach(t -> add(thresholds, t.alternative().age()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Given g && always == g.always && open.equals(g.open);
    }

    @Override
    public int hashCode() {
      return 31 * always + open.hashCode();
    }

    private static void add(Set<Integer> thresholds, IntRange range) {
      if (range.from() > 0) {
        thresholds.add(range.from());
      }
      if (range.below() < Integer.MAX_VALUE) {
        thresholds.add(range.below());
      }
    }
  }
}
