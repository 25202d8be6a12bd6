package org.homeward.problem;

import org.jspecify.annotations.Nullable;

/**
 * One fault in what a user gave us: where it stands, what is wrong, and the way out.
 *
 * @param where file, line and column, or the name of the field; never empty
 * @param value the value as it was read, or null where nothing was there
 * @param reason why it cannot be used, as a sentence
 * @param remedy what to do about it, as a sentence
 */
public record Problem(String where, @Nullable String value, String reason, String remedy) {

  public static Problem of(String where, @Nullable Object value, String reason, String remedy) {
    return new Problem(where, value == null ? null : value.toString(), reason, remedy);
  }

  /** The same fault, told from further out: {@code processes/review.yaml: line 4: …}. */
  public Problem within(String outer) {
    return new Problem(where.isEmpty() ? outer : outer + ": " + where, value, reason, remedy);
  }

  @Override
  public String toString() {
    return where + ": " + reason + (value == null ? "" : " (found: " + value + ")") + " " + remedy;
  }
}
