package org.homeward.returns;

/** A code of REASON_PLACE_CHANGE. */
public record MoveCode(String code, String label, Validity validity, Kind kind)
    implements ReturnCode {

  /** How a change of placement came about. */
  public enum Kind {
    PLANNED,
    BREAKDOWN,
    /** The status of the placement only: no move. */
    NO_MOVE,
    OTHER
  }
}
