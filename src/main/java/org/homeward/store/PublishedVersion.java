package org.homeward.store;

import java.time.Instant;

/**
 * A version of the catalogue that is kept.
 *
 * @param hash by which it is asked for
 * @param firstPublished when the service first started with it
 * @param files how many files it has
 */
public record PublishedVersion(String hash, Instant firstPublished, int files) {}
