package org.homeward.staffing;

import java.math.BigDecimal;
import org.homeward.quantity.Provenance;

/**
 * A kind of worker.
 *
 * @param caseRelatedShare the part of working time that time-use respondents report as
 *     case-related: above 0, at most 1
 */
public record StaffRole(
    String id, String name, BigDecimal caseRelatedShare, Provenance provenance) {

  /**
   * @throws IllegalArgumentException if the share is not above 0 and at most 1
   */
  public StaffRole {
    if (caseRelatedShare.signum() <= 0 || caseRelatedShare.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "The case-related share of "
              + id
              + " must be above 0 and at most 1, but was "
              + caseRelatedShare.toPlainString()
              + ".");
    }
  }
}
