package org.homeward.history;

import org.homeward.quantity.Coded;

/**
 * What happens to a child on a day and can start a process. The first four are derived from the
 * legs.
 */
public enum EventType implements Coded {
  CARE_START("care-start"),
  CARE_END("care-end"),
  PLACEMENT_START("placement-start"),
  PLACEMENT_END("placement-end"),
  BIRTHDAY("birthday"),
  LEGAL_APPLICATION("legal-application"),
  CARE_ORDER("care-order"),
  PLACEMENT_ORDER("placement-order"),
  ADOPTION_DECISION("adoption-decision"),
  ADOPTION_MATCH("adoption-match"),
  ADOPTION_PLACEMENT("adoption-placement"),
  ADOPTION_APPLICATION("adoption-application"),
  ADOPTION_ORDER("adoption-order"),
  SGO_APPLICATION("sgo-application"),
  SGO_ORDER("sgo-order"),
  CHILD_ARRANGEMENTS_ORDER("child-arrangements-order"),
  KINSHIP_ASSESSMENT("kinship-assessment"),
  RETURN_HOME("return-home"),
  RE_ENTRY("re-entry"),
  LEAVING_CARE_START("leaving-care-start"),
  MISSING_START("missing-start"),
  MISSING_END("missing-end"),
  SOCIAL_WORKER_CHANGE("social-worker-change"),
  REVIEW_HELD("review-held"),

  /** From this day on the history's recorded dates are complete. */
  RECORDS_START("records-start"),

  /** Up to, not with, this day they are. */
  RECORDS_END("records-end");

  private final String code;

  EventType(String code) {
    this.code = code;
  }

  /** As it is written in files, requests and answers. */
  @Override
  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException naming every known code, if this is none
   */
  public static EventType of(String code) {
    return Coded.of(EventType.class, code);
  }
}
