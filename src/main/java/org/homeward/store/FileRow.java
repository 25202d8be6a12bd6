package org.homeward.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** A file of a version. */
@MappedEntity("catalogue_file")
record FileRow(@Id UUID id, String versionHash, String path, String textHash) {}
