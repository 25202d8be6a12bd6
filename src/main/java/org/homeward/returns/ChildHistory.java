package org.homeward.returns;

import java.time.LocalDate;
import java.util.List;
import org.homeward.history.Event;
import org.homeward.quantity.DateSpan;
import org.jspecify.annotations.Nullable;

/**
 * One child's merged history.
 *
 * @param authority whose return it is; a pseudonym is of one authority only
 * @param birth in memory only, never kept; null if no return tells
 * @param unaccompanied whether the child is or was an unaccompanied asylum-seeking child
 * @param stays in order, not overlapping; nights before the first return that is held are in them
 *     (see {@link ChildHistories#observed}) as far as they are known
 * @param agreements agreements to short breaks (V4): a package runs, and no nights
 * @param events in order of days: what the return tells beyond the stays
 * @param route how the last period of care ended, or that it has not
 */
public record ChildHistory(
    String authority,
    Pseudonym pseudonym,
    Sex sex,
    @Nullable LocalDate birth,
    boolean unaccompanied,
    List<Stay> stays,
    List<DateSpan> agreements,
    List<Event> events,
    Route route) {

  public ChildHistory {
    stays = List.copyOf(stays);
    agreements = List.copyOf(agreements);
    events = List.copyOf(events);
  }
}
