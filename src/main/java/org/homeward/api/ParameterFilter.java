package org.homeward.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.homeward.parameter.Parameter;
import org.homeward.parameter.ParameterCatalogue;
import org.jspecify.annotations.Nullable;

/** Which numbers of a book are asked for. */
public final class ParameterFilter {

  private ParameterFilter() {}

  /**
   * @param under words with which the path begins; null for any
   * @param search words that path, name or source must all have; null for any
   * @param illustrative which kind; null for both
   */
  public static List<Parameter> of(
      ParameterCatalogue all,
      @Nullable String under,
      @Nullable String search,
      @Nullable Boolean illustrative) {
    List<String> words =
        search == null
            ? List.of()
            : Arrays.stream(search.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)).toList();
    return all.under(under == null ? "" : under.strip()).stream()
        .filter(p -> illustrative == null || p.provenance().illustrative() == illustrative)
        .filter(p -> words.stream().allMatch(text(p)::contains))
        .toList();
  }

  private static String text(Parameter p) {
    return (p.path() + " " + p.name() + " " + p.provenance().source()).toLowerCase(Locale.ROOT);
  }
}
