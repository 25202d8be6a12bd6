package org.homeward.history;

import org.homeward.quantity.DateSpan;

/**
 * A stretch of days in one placement under one legal status.
 *
 * @param sameCarer true if it continues the leg before it with the same carer, so that it is no new
 *     placement: a change of legal status, or a foster carer who goes on to adopt
 */
public record Leg(
    DateSpan span,
    PlacementType type,
    Provider provider,
    Area area,
    LegalStatus legalStatus,
    boolean sameCarer) {}
