package org.homeward.web;

import java.math.BigDecimal;
import org.homeward.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Numbers as people type them: £4,005.50. */
final class Typed {

  private Typed() {}

  /** Without pound sign and separators. */
  static String plain(String text) {
    return text.replace("£", "").replace(",", "").strip();
  }

  /** The number; null, with the problem told at its field, where it is none. */
  static @Nullable BigDecimal number(String text, String field, Problems problems) {
    String plain = plain(text).replace('−', '-');
    if (plain.matches("-?\\d{1,12}(\\.\\d{1,16})?")) {
      return new BigDecimal(plain);
    }
    problems.add(
        field,
        text,
        text.isEmpty() ? "The value is missing." : "This is not a number.",
        "Write a number such as 1,234.50.");
    return null;
  }
}
