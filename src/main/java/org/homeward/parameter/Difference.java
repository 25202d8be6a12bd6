package org.homeward.parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number in which two books differ, by value, unit, price year, date or source.
 *
 * @param before null if only the second book has it
 * @param after null if only the first book has it
 */
public record Difference(String path, @Nullable Parameter before, @Nullable Parameter after) {

  /** What the number is called. */
  public String name() {
    Parameter known = after == null ? before : after;
    return known == null ? path : known.name();
  }

  /** Whether the number itself differs, rather than only what is said about it. */
  public boolean isOfValue() {
    return before == null
        || after == null
        || !before.value().equals(after.value())
        || !before.unit().equals(after.unit())
        || !String.valueOf(before.priceYear()).equals(String.valueOf(after.priceYear()));
  }

  /**
   * Every number in which two books differ, in order of the first, then what only the second has.
   */
  public static List<Difference> between(ParameterCatalogue first, ParameterCatalogue second) {
    Map<String, Parameter> others = new LinkedHashMap<>();
    second.all().forEach(p -> others.put(p.path(), p));
    List<Difference> differences = new ArrayList<>();
    for (Parameter before : first.all()) {
      Parameter after = others.remove(before.path());
      if (after == null || !same(before, after)) {
        differences.add(new Difference(before.path(), before, after));
      }
    }
    others.forEach((path, after) -> differences.add(new Difference(path, null, after)));
    return differences;
  }

  private static boolean same(Parameter a, Parameter b) {
    return a.value().equals(b.value())
        && a.unit().equals(b.unit())
        && String.valueOf(a.priceYear()).equals(String.valueOf(b.priceYear()))
        && a.provenance().equals(b.provenance());
  }
}
