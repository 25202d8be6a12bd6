package org.homeward.comparison;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/**
 * What did happen against what would have happened with another service.
 *
 * @param avoided actual less anticipated: positive where cost is avoided, negative where it is
 *     added
 * @param statedAvoided what the source says, or null
 * @param findings every difference between a computed and a stated figure, in words, with both
 */
public record JourneyComparison(
    CostedJourney actual,
    CostedJourney anticipated,
    Pence avoided,
    @Nullable Pence statedAvoided,
    List<String> findings) {

  public JourneyComparison {
    findings = List.copyOf(findings);
  }

  /**
   * One history.
   *
   * @param weeks that pass, without what runs beside something else
   * @param statedRows the sum of the stated row totals, or null where a row states none
   */
  public record CostedJourney(
      String name,
      List<CostedRow> rows,
      Pence total,
      BigFraction weeks,
      @Nullable Pence statedTotal,
      @Nullable Pence statedRows) {

    public CostedJourney {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One row, computed from its rate and length.
   *
   * @param weeks that it lasts
   * @param costed false where nothing of it has a price
   * @param difference stated less computed, or null where nothing is stated
   */
  public record CostedRow(
      String description,
      String length,
      BigFraction weeks,
      boolean concurrent,
      boolean costed,
      Pence computed,
      @Nullable Pence stated,
      @Nullable Pence difference) {}
}
