package org.homeward.api;

import org.homeward.costbook.CompiledBook;
import org.jspecify.annotations.Nullable;

/**
 * A book that answers, and how it is had again.
 *
 * @param catalogue hash of the version that it is, or was before the overrides
 * @param overrides of the request; null for the version as it is
 */
record StampedBook(
    CompiledBook book, String catalogue, ComparisonRequests.@Nullable Overrides overrides) {

  /** A version as it is. */
  static StampedBook of(CompiledBook book) {
    return new StampedBook(book, book.book().hash(), null);
  }

  Stamp stamp(boolean illustrative) {
    return Stamp.of(book.book(), catalogue, overrides, illustrative);
  }
}
