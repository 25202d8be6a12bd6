package org.homeward.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.parameter.Change;
import org.homeward.problem.Problems;
import org.homeward.quantity.Coded;
import org.jspecify.annotations.Nullable;

/** A change of a what-if as it was typed. */
public record WhatIfChange(String path, String operation, String value, String reason) {

  static final WhatIfChange EMPTY = new WhatIfChange("", "set", "", "");

  private static final int FIELDS = 4;

  /** Of a number that was just chosen. */
  static WhatIfChange to(String path) {
    return new WhatIfChange(path, "set", "", "");
  }

  static WhatIfChange of(Change change) {
    return new WhatIfChange(
        change.path(), change.operation().code(), change.value().toPlainString(), change.reason());
  }

  /** Reads what {@link #written} wrote; missing fields are empty. */
  static WhatIfChange read(String text) {
    List<String> typed =
        Stream.concat(Arrays.stream(text.split("\\|", FIELDS)), Stream.generate(() -> ""))
            .limit(FIELDS)
            .map(String::strip)
            .toList();
    return new WhatIfChange(typed.get(0), typed.get(1), typed.get(2), typed.get(3));
  }

  /** As one text of an address: {@code prices/…/amount|multiply|1.1|The framework is let again.} */
  String written() {
    return Stream.of(path, operation, value, reason)
        .map(t -> t.replace('|', '/'))
        .reduce((a, b) -> a + "|" + b)
        .orElseThrow();
  }

  /** The fields of a form whose names begin so. */
  static WhatIfChange posted(Form form, String name) {
    return new WhatIfChange(
        form.value(name + "-path"),
        form.value(name + "-operation"),
        form.value(name + "-value"),
        form.value(name + "-reason"));
  }

  /**
   * The change, or null where something in it cannot be used.
   *
   * @param name with which the names of its fields begin
   */
  @Nullable Change change(String name, Problems problems) {
    if (path.isEmpty()) {
      problems.add(
          name + "-path", null, "No number is named.", "Find one below, or write its path.");
    }
    Change.Operation done =
        problems.attempt(
            name + "-operation",
            operation,
            "Choose one of the list.",
            () -> Coded.of(Change.Operation.class, operation));
    BigDecimal by = Typed.number(value, name + "-value", problems);
    if (reason.isEmpty()) {
      problems.add(
          name + "-reason",
          null,
          "The change has no reason.",
          "Say why, so that who reads the answer can judge it.");
    }
    return path.isEmpty() || done == null || by == null || reason.isEmpty()
        ? null
        : new Change(path, done, by, reason);
  }
}
