package org.homeward.intake;

import java.nio.file.Path;
import java.util.Map;
import org.homeward.costbook.CompiledBook;
import org.homeward.returnfile.LoadOptions;
import org.jspecify.annotations.Nullable;

/**
 * What a user sends.
 *
 * @param files by name; deleted when they are read
 * @param fees of single children, or null; deleted as well
 * @param key for the pseudonyms
 * @param asked what is costed first
 * @param catalogue the hash of the version of the book
 */
public record CohortSubmission(
    String name,
    Map<String, Path> files,
    @Nullable Path fees,
    String key,
    LoadOptions options,
    CostsAsked asked,
    CompiledBook book,
    String catalogue) {

  /** Without the key. */
  @Override
  public String toString() {
    return "CohortSubmission[" + files.size() + " files]";
  }
}
