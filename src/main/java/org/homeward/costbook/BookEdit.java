package org.homeward.costbook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One edit of a draft, kept for good.
 *
 * @param edition that it led to
 * @param by who made it: a code or a role, never a name
 * @param reason in their words
 * @param alterations what became of which number or file
 */
public record BookEdit(
    int edition, String by, Instant at, String reason, List<Alteration> alterations) {

  /**
   * What became of one number or file.
   *
   * @param path of the number, or {@code files/} and the path of the file
   * @param before null for what was not there
   * @param after null for what is no longer there
   */
  public record Alteration(String path, @Nullable String before, @Nullable String after) {}

  public BookEdit {
    alterations = List.copyOf(alterations);
  }
}
