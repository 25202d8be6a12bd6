package org.homeward.parameter;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.BookInputs;
import org.homeward.parameter.ParameterCatalogue.Entry;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Provenance;
import org.homeward.timeuse.Estimate;
import org.homeward.timeuse.TimeCell;
import org.homeward.timeuse.TimeUse;

/**
 * Estimates of minutes. What is set stands in a table of its own, in place of what the answers say.
 */
final class TimeUseParameters {

  private TimeUseParameters() {}

  static List<Entry> of(BookInputs inputs) {
    List<Entry> all = new ArrayList<>();
    BookNames names = new BookNames(inputs);
    List<Estimate> estimates = inputs.estimates().timeUse().estimates();
    for (int i = 0; i < estimates.size(); i++) {
      int place = i;
      Parameter parameter = parameter(estimates.get(i), names);
      TimeCell cell = estimates.get(i).cell();
      all.add(
          new Entry(
              parameter,
              parameter.path(),
              (in, value) -> with(in, place, value),
              (first, second) -> take(first, second, cell)));
    }
    return all;
  }

  private static Parameter parameter(Estimate estimate, BookNames names) {
    TimeCell cell = estimate.cell();
    String path = Paths.estimate(cell);
    return new Parameter(
        path,
        names.estimate(cell),
        "minutes",
        estimate.mean().value(),
        null,
        null,
        null,
        path,
        estimate.provenance(),
        null,
        new Parameter.Place.Row(
            "catalogue/stated-minutes.csv",
            Words.key(
                "process", cell.process(),
                "task", cell.task(),
                "role", cell.role(),
                "variation", cell.variation() == null ? "" : cell.variation(),
                "category", cell.category().code()),
            "minutes"));
  }

  private static BookInputs with(BookInputs inputs, int place, BigFraction value) {
    List<Estimate> changed = new ArrayList<>(inputs.estimates().timeUse().estimates());
    Provenance stated = changed.get(place).stated();
    changed.set(
        place,
        changed
            .get(place)
            .stating(new Minutes(value), stated == null ? Provenance.NONE_STATED : stated));
    return with(inputs, changed);
  }

  private static BookInputs take(BookInputs first, BookInputs second, TimeCell cell) {
    List<Estimate> changed = new ArrayList<>(first.estimates().timeUse().estimates());
    changed.removeIf(e -> e.cell().equals(cell));
    second.estimates().timeUse().estimates().stream()
        .filter(e -> e.cell().equals(cell))
        .forEach(changed::add);
    return with(first, changed);
  }

  private static BookInputs with(BookInputs inputs, List<Estimate> estimates) {
    return inputs.withEstimates(inputs.estimates().with(new TimeUse(estimates)));
  }
}
