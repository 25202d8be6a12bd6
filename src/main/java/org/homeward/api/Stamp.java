package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.homeward.costbook.CostBook;
import org.jspecify.annotations.Nullable;

/** What an answer was made from: the same stamp and question give the same bytes. */
@Serdeable
record Stamp(
    String service,
    String version,
    String catalogue,
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

  static Stamp of(CostBook book, boolean illustrative) {
    return new Stamp(
        "Homeward",
        Version.VALUE,
        book.hash(),
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
