package org.homeward.comparison;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.Pence;

/**
 * What part of a spend goes on the few dearest placements.
 *
 * @param dearest so many at most, the dearest first; of equal ones the one that stood first
 * @param spend on all of them
 */
public record DearestPlacements(List<Placement> dearest, Pence spend) {

  /** One placement and what was spent on it. */
  public record Placement(String id, Pence spend) {}

  public DearestPlacements {
    dearest = List.copyOf(dearest);
  }

  /**
   * @param most how many count as the dearest, 10 as a rule
   * @throws IllegalArgumentException if that is not above zero, or a spend is negative
   */
  public static DearestPlacements of(List<Placement> placements, int most) {
    if (most <= 0) {
      throw new IllegalArgumentException(
          "The dearest must be at least one, but were " + most + ".");
    }
    Pence spend = Pence.ZERO;
    for (Placement placement : placements) {
      if (placement.spend().value() < 0) {
        throw new IllegalArgumentException(
            "The spend on a placement must not be negative, but that on "
                + placement.id()
                + " was "
                + placement.spend()
                + ".");
      }
      spend = spend.plus(placement.spend());
    }
    return new DearestPlacements(
        placements.stream()
            .sorted(Comparator.comparing(Placement::spend).reversed())
            .limit(most)
            .toList(),
        spend);
  }

  public Pence spendOnDearest() {
    return dearest.stream().map(Placement::spend).reduce(Pence.ZERO, Pence::plus);
  }

  /** Their part of the spend, 0 to 1, exact; 0 where nothing was spent. */
  public BigFraction share() {
    return spend.value() == 0
        ? BigFraction.ZERO
        : BigFraction.of(spendOnDearest().value(), spend.value());
  }
}
