package org.homeward.returns;

import org.homeward.history.LegalStatus;

/** A code of LS. */
public record LegalStatusCode(
    String code, String label, Validity validity, LegalStatus status, ShortBreak shortBreak)
    implements ReturnCode {

  /** Whether the episode is a short break, or only the agreement to a series of them. */
  public enum ShortBreak {
    NO,
    /** V3: nights away that were stayed, but the child is not counted as looked after. */
    EACH_BREAK,
    /** V4: from and to are those of the agreement, so its days are no nights. */
    AGREEMENT
  }
}
