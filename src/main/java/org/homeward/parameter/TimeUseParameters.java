package org.homeward.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.BookInputs;
import org.homeward.parameter.ParameterCatalogue.Entry;
import org.homeward.process.TimeCategory;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Provenance;
import org.homeward.timeuse.Estimate;
import org.homeward.timeuse.EstimateSet;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.TimeCell;
import org.homeward.timeuse.TimeUse;
import org.jspecify.annotations.Nullable;

/** Estimates of minutes: worked out of many answers, so they stand in no one place of a file. */
final class TimeUseParameters {

  private TimeUseParameters() {}

  static List<Entry> of(BookInputs inputs) {
    List<Entry> all = new ArrayList<>();
    List<Estimate> estimates = inputs.estimates().timeUse().estimates();
    for (int i = 0; i < estimates.size(); i++) {
      int place = i;
      all.add(new Entry(parameter(estimates.get(i)), (in, value) -> with(in, place, value)));
    }
    return all;
  }

  static String path(
      String process, String task, String role, @Nullable String variation, TimeCategory category) {
    return String.join(
        "/",
        variation == null
            ? "time-use/" + process + "/tasks"
            : "time-use/" + process + "/variations/" + variation,
        task,
        role,
        category.code(),
        "minutes");
  }

  private static Parameter parameter(Estimate estimate) {
    TimeCell cell = estimate.cell();
    String path = path(cell.process(), cell.task(), cell.role(), cell.variation(), cell.category());
    return new Parameter(
        path,
        "Minutes in all: "
            + cell.process()
            + ": "
            + cell.task()
            + ", "
            + cell.role()
            + ", "
            + cell.category().code(),
        "minutes",
        estimate.mean().value(),
        null,
        null,
        null,
        path,
        new Provenance(
            "surveys " + String.join(", ", estimate.surveys()),
            estimate.illustrative(),
            "mean of "
                + estimate.answers()
                + " answers; "
                + estimate.methods().stream().map(Method::code).collect(Collectors.joining(", "))),
        null,
        null);
  }

  private static BookInputs with(BookInputs inputs, int place, BigFraction value) {
    EstimateSet set = inputs.estimates();
    List<Estimate> changed = new ArrayList<>(set.timeUse().estimates());
    Estimate e = changed.get(place);
    changed.set(
        place,
        new Estimate(
            e.cell(),
            new Minutes(value),
            e.answers(),
            e.participants(),
            e.methods(),
            e.surveys(),
            e.statistics(),
            e.distribution(),
            e.illustrative()));
    return inputs.withEstimates(
        new EstimateSet(set.id(), set.name(), set.methods(), set.surveys(), new TimeUse(changed)));
  }
}
