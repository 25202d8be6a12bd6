package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.homeward.costbook.CostBook;
import org.jspecify.annotations.Nullable;

/**
 * What an answer was made from: the same question to {@code catalogue} with the same {@code
 * overrides} gives the same bytes.
 *
 * @param overrides changes to the book for this answer alone, as a request states them
 */
@Serdeable
record Stamp(
    String service,
    String version,
    String catalogue,
    ComparisonRequests.@Nullable Overrides overrides,
    String costBook,
    String priceYear,
    String hourBasis,
    EstimateSetStamp estimates,
    String priceIndex,
    String discountSchedule,
    List<String> statedProcesses,
    boolean illustrative,
    @Nullable String illustrativeNote,
    List<String> warnings) {

  private static final String ILLUSTRATIVE =
      "This answer uses illustrative inputs: minutes, salaries or prices chosen to be plausible,"
          + " not observed. Each line says which. Load your own before you rely on it.";

  /** Of a version as it is. */
  static Stamp of(CostBook book, boolean illustrative) {
    return of(book, book.hash(), null, illustrative);
  }

  static Stamp of(
      CostBook book,
      String catalogue,
      ComparisonRequests.@Nullable Overrides overrides,
      boolean illustrative) {
    return new Stamp(
        "Homeward",
        Version.VALUE,
        catalogue,
        overrides,
        book.name(),
        book.priceYear().toString(),
        book.hourBasis().code(),
        EstimateSetStamp.of(book.estimates()),
        book.index().name(),
        book.discounts().name(),
        book.statedProcesses().stream().sorted().toList(),
        illustrative,
        illustrative ? ILLUSTRATIVE : null,
        book.warnings());
  }
}
