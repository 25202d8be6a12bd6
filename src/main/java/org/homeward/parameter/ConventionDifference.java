package org.homeward.parameter;

import java.util.ArrayList;
import java.util.List;
import org.homeward.costbook.BookInputs;

/**
 * A convention in which two books differ.
 *
 * @param path for instance {@code conventions/hourBasis}
 * @param name for readers
 * @param alone the first book with this convention, and nothing else, as the second has it
 */
public record ConventionDifference(
    String path, String name, String before, String after, BookInputs alone) {

  public static List<ConventionDifference> between(
      ParameterCatalogue first, ParameterCatalogue second) {
    List<ConventionDifference> differences = new ArrayList<>();
    for (ConventionField field : ConventionField.ALL) {
      String before = field.text().apply(first.inputs());
      String after = field.text().apply(second.inputs());
      if (!before.equals(after)) {
        differences.add(
            new ConventionDifference(
                "conventions/" + field.name(),
                field.title(),
                before,
                after,
                field.take().apply(first.inputs(), second.inputs())));
      }
    }
    return differences;
  }
}
