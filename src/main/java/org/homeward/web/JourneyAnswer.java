package org.homeward.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.comparison.JourneyComparison;
import org.homeward.picture.JourneyTimeline;
import org.homeward.picture.Size;
import org.homeward.quantity.Format;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/**
 * Two journeys compared, as their page shows them.
 *
 * @param request the same as the interface takes it
 */
public record JourneyAnswer(
    JourneyComparison comparison,
    Picture timeline,
    Table actual,
    Table anticipated,
    Document request) {

  static JourneyAnswer of(JourneyQuestion question) {
    JourneyComparison comparison = question.compare().result();
    String title = "Weeks and costs a week of both journeys";
    return new JourneyAnswer(
        comparison,
        new Picture(
            "timeline",
            title,
            JourneyTimeline.of("timeline-wide", title, comparison, Size.WIDE),
            JourneyTimeline.of("timeline-narrow", title, comparison, Size.NARROW)),
        table("actual", "What happened", comparison.actual(), question.actual()),
        table(
            "anticipated",
            "What would have happened",
            comparison.anticipated(),
            question.anticipated()),
        JourneyFile.of(question));
  }

  List<Exhibit> exhibits() {
    return List.of(timeline, actual, anticipated, request);
  }

  /** The answer in a sentence. */
  public String sentence() {
    Pence avoided = comparison.avoided();
    String amount = Format.wholePounds(Pence.of(Math.abs(avoided.value())));
    if (avoided.value() == 0) {
      return "Both journeys cost the same, "
          + Format.wholePounds(comparison.actual().total())
          + ".";
    }
    return avoided.value() > 0
        ? "The anticipated journey costs " + amount + " less: that is the cost avoided."
        : "The anticipated journey costs " + amount + " more: cost is added, not avoided.";
  }

  /** What the source says about it, or null where it says nothing. */
  public @Nullable String stated() {
    Pence stated = comparison.statedAvoided();
    if (stated == null) {
      return null;
    }
    String amount = Format.wholePounds(Pence.of(Math.abs(stated.value())));
    return "The source states " + amount + (stated.value() < 0 ? " added." : " avoided.");
  }

  private static Table table(
      String id, String caption, JourneyComparison.CostedJourney journey, List<JourneyRow> typed) {
    List<JourneyRow> filled = typed.stream().filter(r -> !r.isEmpty()).toList();
    boolean stated = journey.rows().stream().anyMatch(r -> r.stated() != null);
    List<String> columns = new ArrayList<>(List.of("What", "How long", "At what price", "Cost"));
    if (stated) {
      columns.addAll(List.of("Stated", "Stated less computed"));
    }
    List<Table.Row> rows = new ArrayList<>();
    for (JourneyComparison.CostedRow row : journey.rows()) {
      List<Cell> cells = new ArrayList<>();
      cells.add(
          Cell.text(
              (rows.size() + 1)
                  + " "
                  + row.description()
                  + (row.concurrent() ? " (beside the row before)" : "")));
      cells.add(Cell.text(row.length() + inWeeks(row)));
      cells.add(Cell.text(filled.get(rows.size()).priced()));
      cells.add(Cell.pounds(row.computed()));
      if (stated) {
        cells.add(pounds(row.stated()));
        cells.add(pounds(row.difference()));
      }
      rows.add(Table.Row.of(cells));
    }
    List<Cell> total = new ArrayList<>();
    total.add(Cell.text("Total"));
    total.add(Cell.text(weeks(journey.weeks())));
    total.add(Cell.text("the rows added up"));
    total.add(Cell.pounds(journey.total()));
    if (stated) {
      Pence printed = journey.statedTotal();
      total.add(pounds(printed));
      total.add(pounds(printed == null ? null : printed.minus(journey.total())));
    }
    rows.add(new Table.Row(total, true));
    return new Table(id + "-costs", caption, columns, rows);
  }

  /** What its cost is reckoned from, where it is not said in weeks already. */
  private static String inWeeks(JourneyComparison.CostedRow row) {
    return row.length().contains("week") ? "" : " (" + weeks(row.weeks()) + ")";
  }

  private static String weeks(BigFraction exact) {
    BigDecimal weeks = Fractions.toDecimal(exact, 2);
    String plain = weeks.stripTrailingZeros().toPlainString();
    return plain + (plain.equals("1") ? " week" : " weeks");
  }

  private static Cell pounds(@Nullable Pence pence) {
    return pence == null ? Cell.text("") : Cell.pounds(pence);
  }
}
