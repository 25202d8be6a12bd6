package org.homeward.intake;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known word that is nearest to one that is not known. */
final class Nearest {

  private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(null);
  private static final int COMPARED = 80;

  private Nearest() {}

  /** By edit distance, then by alphabet; empty if nothing is known. */
  static String of(String word, Collection<String> known) {
    String asked = Cells.plain(word.substring(0, Math.min(COMPARED, word.length())));
    return known.stream()
        .min(
            Comparator.comparingInt((String k) -> DISTANCE.apply(asked, Cells.plain(k)))
                .thenComparing(k -> k))
        .orElse("");
  }
}
