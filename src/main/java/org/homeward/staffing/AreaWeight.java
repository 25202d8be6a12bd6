package org.homeward.staffing;

import java.math.BigDecimal;
import org.homeward.quantity.Provenance;

/**
 * How staff costs of an area differ from those of the tables.
 *
 * @param id code of the area, for instance {@code london}
 * @param pay by which salaries and agency rates are multiplied
 * @param capital by which capital is multiplied
 */
public record AreaWeight(
    String id, String name, BigDecimal pay, BigDecimal capital, Provenance provenance) {

  /** Staff costs as the tables have them. */
  public static final AreaWeight NONE =
      new AreaWeight(
          "none",
          "As the tables have it",
          BigDecimal.ONE,
          BigDecimal.ONE,
          new Provenance("", false, ""));

  /**
   * @throws IllegalArgumentException if a multiplier is not between 0.5 and 2
   */
  public AreaWeight {
    for (BigDecimal multiplier : new BigDecimal[] {pay, capital}) {
      if (multiplier.compareTo(new BigDecimal("0.5")) < 0
          || multiplier.compareTo(BigDecimal.valueOf(2)) > 0) {
        throw new IllegalArgumentException(
            "An area's multiplier must be between 0.5 and 2, but was "
                + multiplier.toPlainString()
                + ".");
      }
    }
  }
}
