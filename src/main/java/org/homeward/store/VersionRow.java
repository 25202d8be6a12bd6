package org.homeward.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * One version of the catalogue.
 *
 * @param tabled whether its tables are kept as rows, too
 */
@MappedEntity("catalogue_version")
record VersionRow(@Id String hash, Instant publishedAt, int fileCount, boolean tabled) {

  PublishedVersion value() {
    return new PublishedVersion(hash, publishedAt, fileCount);
  }
}
