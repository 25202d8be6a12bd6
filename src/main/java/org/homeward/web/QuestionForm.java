package org.homeward.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.homeward.costbook.CostBookEntry;
import org.homeward.history.Need;
import org.homeward.pathway.PathwayTemplate;
import org.homeward.quantity.Format;
import org.homeward.quantity.WeeksInYear;

/** The form of a question, and what can be chosen in it. */
public record QuestionForm(Form fields, List<Option> routes, List<Option> books, boolean open) {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  static QuestionForm of(Form fields, List<PathwayTemplate> routes, List<CostBookEntry> books) {
    List<Option> offered = new ArrayList<>();
    offered.add(Option.of("", "The current one"));
    for (CostBookEntry book : books) {
      Instant since = book.publishedAt();
      String hash = book.hash();
      if (since != null && hash != null) {
        offered.add(
            Option.of(
                hash,
                book.name()
                    + " ("
                    + book.id()
                    + "), since "
                    + Format.date(since.atZone(LONDON).toLocalDate())));
      }
    }
    return new QuestionForm(
        fields,
        routes.stream().map(r -> new Option(r.id(), r.name(), r.description())).toList(),
        offered,
        !fields.problems().isEmpty());
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
