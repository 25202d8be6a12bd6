package org.homeward.intake;

import java.util.concurrent.CancellationException;

/** A cohort that was begun lately, and how far it is. */
public final class CohortJob {

  private final String id;
  private volatile At at = new At(CohortLoad.Stage.WAITING, 0, 0);
  private volatile boolean cancelled;

  CohortJob(String id) {
    this.id = id;
  }

  /**
   * @param percent of the stage
   * @param count bytes read, children merged or costed
   */
  public record At(CohortLoad.Stage stage, int percent, long count) {}

  /** Where one that does not run is. */
  public static final At DONE = new At(CohortLoad.Stage.DONE, 100, 0);

  public String id() {
    return id;
  }

  public At at() {
    return at;
  }

  void at(CohortLoad.Stage stage, int percent, long count) {
    if (cancelled) {
      throw new CancellationException();
    }
    At now = at;
    if (now.stage() != stage || now.percent() != percent) {
      at = new At(stage, percent, count);
    }
  }

  /** Asks it to end: the next time it says how far it is, it does. */
  void cancel() {
    cancelled = true;
  }

  /** It is over, whatever came of it. */
  void end() {
    at = new At(CohortLoad.Stage.DONE, 100, at.count());
  }
}
