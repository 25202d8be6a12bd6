package org.homeward.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** The text of a file, kept once however many versions have it. */
@MappedEntity("catalogue_text")
record TextRow(@Id String hash, String content) {}
