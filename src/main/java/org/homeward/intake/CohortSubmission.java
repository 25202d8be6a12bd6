package org.homeward.intake;

import java.nio.file.Path;
import java.util.Map;
import org.homeward.costbook.CompiledBook;
import org.homeward.returnfile.LoadOptions;

/**
 * What a user sends.
 *
 * @param files by name; deleted when they are read
 * @param key for the pseudonyms
 * @param asked what is costed first
 * @param catalogue the hash of the version of the book
 */
public record CohortSubmission(
    String name,
    Map<String, Path> files,
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
