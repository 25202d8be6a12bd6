package org.homeward.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
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

  /** Adds the ages at which any condition can change, in any case. */
  public void addAgeThresholds(Set<Integer> thresholds) {
    tests.forEach(t -> t.alternative().age().addThresholds(thresholds));
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

    /** The months in a placement at which the answer can change. */
    public SortedSet<Integer> monthThresholds() {
      return thresholds(Condition.Alternative::months);
    }

    /** The ages at which the answer can change. */
    public SortedSet<Integer> ageThresholds() {
      return thresholds(Condition.Alternative::age);
    }

    /** The occurrences of a schedule from which on the answer can change. */
    public SortedSet<Integer> occurrenceThresholds() {
      return thresholds(Condition.Alternative::occurrence);
    }

    /** Whether the placements before this one can change the answer. */
    public boolean asksPlacements() {
      return asksRecent() || !thresholds(Condition.Alternative::sequence).isEmpty();
    }

    /** Whether the placements of the last twelve months can change the answer. */
    public boolean asksRecent() {
      return !thresholds(Condition.Alternative::recent).isEmpty();
    }

    private SortedSet<Integer> thresholds(Function<Condition.Alternative, IntRange> of) {
      SortedSet<Integer> found = new TreeSet<>();
      open.forEach(t -> of.apply(t.alternative()).addThresholds(found));
      return found;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Given g && always == g.always && open.equals(g.open);
    }

    @Override
    public int hashCode() {
      return 31 * always + open.hashCode();
    }
  }
}
