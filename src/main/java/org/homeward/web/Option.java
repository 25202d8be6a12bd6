package org.homeward.web;

import java.util.List;
import org.homeward.quantity.Format;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen in a select, radios or check boxes.
 *
 * @param hint a sentence below the label, or null
 */
public record Option(String value, String label, @Nullable String hint) {

  public static Option of(String value, String label) {
    return new Option(value, label, null);
  }

  /** Each code with its words, as {@link Format#title} writes them. */
  public static List<Option> ofCodes(List<String> codes) {
    return codes.stream().map(c -> of(c, Format.title(c))).toList();
  }
}
