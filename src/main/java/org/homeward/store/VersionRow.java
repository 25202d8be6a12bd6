package org.homeward.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** One version of the catalogue. */
@MappedEntity("catalogue_version")
record VersionRow(@Id String hash, Instant publishedAt) {}
