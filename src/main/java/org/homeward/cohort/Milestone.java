package org.homeward.cohort;

import org.homeward.history.EventType;
import org.homeward.quantity.Coded;
import org.homeward.returns.ChildView;

/**
 * What a child reaches on the way from entry into care to a lasting home. A return has no date of
 * the plan itself: it is the decision that the child should be placed for adoption.
 */
public enum Milestone implements Coded {
  CARE_ORDER("care-order", EventType.CARE_ORDER),
  ADOPTION_PLAN("adoption-plan", EventType.ADOPTION_DECISION),
  PLACEMENT_ORDER("placement-order", EventType.PLACEMENT_ORDER),
  ADOPTION_MATCH("adoption-match", EventType.ADOPTION_MATCH),
  ADOPTION_PLACEMENT("adoption-placement", EventType.ADOPTION_PLACEMENT),
  ADOPTION_ORDER("adoption-order", EventType.ADOPTION_ORDER),
  SPECIAL_GUARDIANSHIP_ORDER("special-guardianship-order", EventType.SGO_ORDER),
  CHILD_ARRANGEMENTS_ORDER("child-arrangements-order", EventType.CHILD_ARRANGEMENTS_ORDER),
  RETURN_HOME("return-home", EventType.RETURN_HOME),
  LEAVING_CARE("leaving-care", EventType.LEAVING_CARE_START);

  /** For what is not reached, or an entry that is not known. */
  public static final int NO_DAY = Integer.MIN_VALUE;

  private final String code;
  private final EventType event;

  Milestone(String code, EventType event) {
    this.code = code;
    this.event = event;
  }

  /** As it is written in answers. */
  @Override
  public String code() {
    return code;
  }

  /**
   * The day on which a child reached it first in its last period of care, or {@link #NO_DAY}.
   *
   * @param entry into that period
   */
  public int dayOf(ChildView child, int entry) {
    for (int e = 0; e < child.events(); e++) {
      if (child.eventType(e) == event && child.eventDay(e) >= entry) {
        return child.eventDay(e);
      }
    }
    return NO_DAY;
  }
}
