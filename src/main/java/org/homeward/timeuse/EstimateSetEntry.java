package org.homeward.timeuse;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is on record about an estimate set: a draft says which surveys and methods it is to be made
 * of; a published set is what it was made of, for good.
 *
 * @param surveys ids, in the order in which they were named
 * @param edition counts the edits of a draft, from 1: who edits says which edition was read
 * @param publishedAt null while it is a draft
 * @param sha256 of the published data package; null while it is a draft
 */
public record EstimateSetEntry(
    String id,
    String name,
    String note,
    Set<Method> methods,
    List<String> surveys,
    int edition,
    Instant createdAt,
    @Nullable Instant publishedAt,
    @Nullable String sha256) {

  /**
   * @throws IllegalArgumentException without a name or a method
   */
  public EstimateSetEntry {
    methods = Set.copyOf(methods);
    surveys = List.copyOf(surveys);
    if (name.isBlank()) {
      throw new IllegalArgumentException("An estimate set must have a name.");
    }
    if (methods.isEmpty()) {
      throw new IllegalArgumentException("An estimate set must have at least one method.");
    }
  }

  public boolean isPublished() {
    return publishedAt != null;
  }
}
