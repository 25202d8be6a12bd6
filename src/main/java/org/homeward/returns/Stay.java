package org.homeward.returns;

import org.homeward.history.Area;
import org.homeward.history.LegalStatus;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.quantity.DateSpan;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of a merged history: one placement under one legal status.
 *
 * @param place as the return has it; for a stay away from the usual placement (T0 to T4) its own
 *     code
 * @param provider as the return has it, null where it is blank or impossible
 * @param legalStatus null if the return has no known code
 * @param began why the episode began (RNE), null if that is not known
 * @param ended why it ended (REC), null while it lasts or if that is not known
 * @param moved why the placement changed after it, null if it did not or that is not known
 * @param usualPlace where the fee runs: the same, but for a stay away the placement that goes on
 * @param usualProvider whose fee runs
 * @param area null where the return does not tell
 * @param sameCarer true if it continues the stay before it with the same carer, so that it is no
 *     new placement: a change of legal status, of the placement's status, a stay away and the way
 *     back
 * @param open true if it had not ended when the last return did
 */
public record Stay(
    DateSpan span,
    PlaceCode place,
    @Nullable ProviderCode provider,
    @Nullable LegalStatusCode legalStatus,
    @Nullable NeedCode need,
    @Nullable NewEpisodeCode began,
    @Nullable EndCode ended,
    @Nullable MoveCode moved,
    PlaceCode usualPlace,
    @Nullable ProviderCode usualProvider,
    @Nullable Area area,
    boolean sameCarer,
    boolean open) {

  /** For costs. */
  public PlacementType type() {
    return usualPlace.type();
  }

  /** For costs; null if the return does not tell: the fee of the placement's average stands in. */
  public @Nullable Provider providedBy() {
    return usualProvider == null ? null : usualProvider.provider();
  }

  public LegalStatus status() {
    return legalStatus == null ? LegalStatus.NONE : legalStatus.status();
  }

  /** A short break: its nights are stayed, but the child is not looked after for it. */
  public boolean isShortBreak() {
    return legalStatus != null && legalStatus.shortBreak() == LegalStatusCode.ShortBreak.EACH_BREAK;
  }
}
