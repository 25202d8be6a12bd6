package org.homeward.process;

import java.util.Collection;
import java.util.List;
import org.homeward.history.Area;
import org.homeward.history.LegalStatus;
import org.homeward.history.Need;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;

/**
 * A condition over a case (method, section 4): any of its alternatives holds. Within an alternative
 * all must hold.
 *
 * @param alternatives at least one
 */
public record Condition(List<Alternative> alternatives) {

  /** Holds for every case. */
  public static final Condition ALWAYS = new Condition(List.of(Alternative.ALWAYS));

  /**
   * @throws IllegalArgumentException if there is no alternative
   */
  public Condition {
    alternatives = List.copyOf(alternatives);
    if (alternatives.isEmpty()) {
      throw new IllegalArgumentException("A condition must have at least one alternative.");
    }
  }

  /**
   * Tests that must all hold.
   *
   * @param permitted trait bits that a case may have
   * @param required trait bits that a case must have
   * @param sequence 1 for the first placement in the period of care
   * @param months whole calendar months since the placement began
   * @param recent placements begun in the 12 months before this one
   * @param age in years
   * @param occurrence 1 for the first of a schedule
   */
  public record Alternative(
      long permitted,
      long required,
      IntRange sequence,
      IntRange months,
      IntRange recent,
      IntRange age,
      IntRange occurrence) {

    public static final Alternative ALWAYS =
        new Alternative(
            Traits.ALL, 0, IntRange.ANY, IntRange.ANY, IntRange.ANY, IntRange.ANY, IntRange.ANY);

    public Alternative inTypes(Collection<PlacementType> types) {
      return permit(
          Traits.onlyTypes(types.stream().mapToLong(Traits::of).reduce(0, (a, b) -> a | b)));
    }

    public Alternative byProviders(Collection<Provider> providers) {
      return permit(
          Traits.onlyProviders(
              providers.stream().mapToLong(Traits::of).reduce(0, (a, b) -> a | b)));
    }

    public Alternative inAreas(Collection<Area> areas) {
      return permit(
          Traits.onlyAreas(areas.stream().mapToLong(Traits::of).reduce(0, (a, b) -> a | b)));
    }

    public Alternative under(Collection<LegalStatus> statuses) {
      return permit(
          Traits.onlyLegal(statuses.stream().mapToLong(Traits::of).reduce(0, (a, b) -> a | b)));
    }

    public Alternative withNeeds(Collection<Need> needs) {
      return new Alternative(
          permitted, required | Traits.of(needs), sequence, months, recent, age, occurrence);
    }

    public Alternative sequence(IntRange range) {
      return new Alternative(permitted, required, range, months, recent, age, occurrence);
    }

    public Alternative months(IntRange range) {
      return new Alternative(permitted, required, sequence, range, recent, age, occurrence);
    }

    public Alternative recent(IntRange range) {
      return new Alternative(permitted, required, sequence, months, range, age, occurrence);
    }

    public Alternative age(IntRange range) {
      return new Alternative(permitted, required, sequence, months, recent, range, occurrence);
    }

    public Alternative occurrence(IntRange range) {
      return new Alternative(permitted, required, sequence, months, recent, age, range);
    }

    private Alternative permit(long bits) {
      return new Alternative(permitted & bits, required, sequence, months, recent, age, occurrence);
    }
  }
}
