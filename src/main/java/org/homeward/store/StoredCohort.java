package org.homeward.store;

import java.time.Instant;
import org.homeward.quantity.Coded;
import org.jspecify.annotations.Nullable;

/**
 * A cohort that was begun.
 *
 * @param catalogue the hash of the version that it is costed with
 * @param report what was read, merged, repaired and rejected, as JSON; empty before it is there
 */
public record StoredCohort(
    String id,
    String name,
    State state,
    Instant createdAt,
    @Nullable Instant endedAt,
    String catalogue,
    String report) {

  /** How far it came. */
  public enum State implements Coded {
    RUNNING("running"),
    FINISHED("finished"),
    REFUSED("refused"),
    FAILED("failed"),
    CANCELLED("cancelled"),
    /** The service stopped while it ran: its files and key are needed again. */
    INTERRUPTED("interrupted");

    private final String code;

    State(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }

    /**
     * @throws IllegalArgumentException naming every known code, if this is none
     */
    public static State of(String code) {
      return Coded.of(State.class, code);
    }
  }
}
