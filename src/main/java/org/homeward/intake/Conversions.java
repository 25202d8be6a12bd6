package org.homeward.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts in how many cells reading changed a unit or a form. */
final class Conversions {

  private final Map<List<String>, Long> cells = new LinkedHashMap<>();

  void add(String column, String from, String to, String factor) {
    cells.merge(List.of(column, from, to, factor), 1L, Long::sum);
  }

  List<Conversion> list() {
    List<Conversion> made = new ArrayList<>();
    cells.forEach((k, n) -> made.add(new Conversion(k.get(0), k.get(1), k.get(2), k.get(3), n)));
    return made;
  }
}
