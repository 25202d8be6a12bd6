package org.homeward.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.homeward.costbook.CostBookEntry;
import org.homeward.history.Need;
import org.homeward.pathway.PathwayTemplate;
import org.homeward.quantity.WeeksInYear;
import org.homeward.timeuse.EstimateSetEntry;

/** The form of a question, and what can be chosen in it. */
public record QuestionForm(
    Form fields, List<Option> routes, List<Option> books, List<Option> estimateSets, boolean open) {

  /** So much of a hash is shown. */
  private static final int SHORT = 12;

  static QuestionForm of(
      Form fields,
      List<PathwayTemplate> routes,
      List<CostBookEntry> books,
      List<EstimateSetEntry> sets) {
    return new QuestionForm(
        fields,
        routes.stream().map(r -> new Option(r.id(), r.name(), r.description())).toList(),
        offered(
            "The one in force",
            books.stream().filter(b -> !b.isDraft()),
            CostBookTables::option,
            fields.value("catalogue")),
        offered(
            "As in the cost book",
            sets.stream().filter(s -> s.publishedAt() != null),
            s -> Option.of(s.id(), s.name()),
            fields.value("estimateSet")),
        fields.problems().stream().anyMatch(p -> fields.values().containsKey(p.where())));
  }

  /** What there is, and what was asked, though it is not among it: a hash in an address. */
  private static <T> List<Option> offered(
      String usual, Stream<T> there, Function<T, Option> option, String asked) {
    List<Option> offered = new ArrayList<>();
    offered.add(Option.of("", usual));
    there.map(option).forEach(offered::add);
    if (offered.stream().noneMatch(o -> o.value().equals(asked))) {
      offered.add(
          Option.of(asked, "Version " + asked.substring(0, Math.min(SHORT, asked.length()))));
    }
    return offered;
  }

  public List<Option> baselines() {
    return routes.stream().map(r -> Option.of(r.value(), r.label())).toList();
  }

  public List<Option> horizons() {
    List<Option> usual =
        new ArrayList<>(
            List.of(
                Option.of("age-18", "the 18th birthday"),
                Option.of("age-21", "the 21st birthday"),
                Option.of("age-25", "the 25th birthday"),
                Option.of("12-months", "the end of one year"),
                Option.of("36-months", "the end of three years"),
                Option.of("60-months", "the end of five years")));
    String asked = fields.value("horizon");
    if (usual.stream().noneMatch(o -> o.value().equals(asked))) {
      usual.add(Option.of(asked, asked));
    }
    return usual;
  }

  public List<Option> areas() {
    return List.of(
        Option.of("", "as each route usually has it"),
        Option.of("in-area", "inside the authority"),
        Option.of("out-of-area", "outside the authority"));
  }

  public List<Option> needs() {
    return Option.ofCodes(Arrays.stream(Need.values()).map(Need::code).toList());
  }

  public List<Option> years() {
    return Arrays.stream(WeeksInYear.values())
        .map(
            w -> Option.of(w == WeeksInYear.ACTUAL_DAYS ? "" : w.code(), ComparisonTables.weeks(w)))
        .toList();
  }
}
