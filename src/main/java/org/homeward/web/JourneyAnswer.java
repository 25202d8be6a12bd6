package org.homeward.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.homeward.comparison.JourneyComparison;
import org.homeward.picture.JourneyTimeline;
import org.homeward.picture.Size;
import org.homeward.quantity.Format;
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

  private static final ObjectMapper JSON = new ObjectMapper();

  static JourneyAnswer of(JourneyQuestion question) {
    JourneyComparison comparison = question.compare();
    String title = "Weeks and costs a week of both journeys";
    return new JourneyAnswer(
        comparison,
        new Picture(
            "timeline",
            title,
            JourneyTimeline.of("timeline-wide", title, comparison, Size.WIDE),
            JourneyTimeline.of("timeline-narrow", title, comparison, Size.NARROW)),
        table("actual", "What happened", comparison.actual()),
        table("anticipated", "What would have happened", comparison.anticipated()),
        new Document("journeys", "json", json(question)));
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

  private static Table table(String id, String caption, JourneyComparison.CostedJourney journey) {
    boolean stated = journey.rows().stream().anyMatch(r -> r.stated() != null);
    List<String> columns = new ArrayList<>(List.of("What", "How long", "Cost"));
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
      cells.add(Cell.text(row.length()));
      cells.add(Cell.pounds(row.computed()));
      if (stated) {
        cells.add(pounds(row.stated()));
        cells.add(pounds(row.difference()));
      }
      rows.add(Table.Row.of(cells));
    }
    List<Cell> total = new ArrayList<>();
    total.add(Cell.text("Total"));
    total.add(Cell.text(weeks(journey)));
    total.add(Cell.pounds(journey.total()));
    if (stated) {
      Pence printed = journey.statedTotal();
      total.add(pounds(printed));
      total.add(pounds(printed == null ? null : printed.minus(journey.total())));
    }
    rows.add(new Table.Row(total, true));
    return new Table(id + "-costs", caption, columns, rows);
  }

  private static String weeks(JourneyComparison.CostedJourney journey) {
    BigDecimal weeks = org.homeward.quantity.Fractions.toDecimal(journey.weeks(), 1);
    String plain = weeks.stripTrailingZeros().toPlainString();
    return plain + (plain.equals("1") ? " week" : " weeks");
  }

  private static Cell pounds(@Nullable Pence pence) {
    return pence == null ? Cell.text("") : Cell.pounds(pence);
  }

  private static String json(JourneyQuestion question) {
    ObjectNode body = JSON.createObjectNode();
    body.put("monthLength", question.months());
    if (!question.start().isEmpty()) {
      body.put("start", question.start());
    }
    journey(body.putObject("actual"), question.actual(), question.statedActual());
    journey(body.putObject("anticipated"), question.anticipated(), question.statedAnticipated());
    number(body, "statedAvoided", question.statedAvoided());
    question.assumed().forEach(body.putArray("assumptions")::add);
    return body.toPrettyString() + "\n";
  }

  private static void journey(ObjectNode journey, List<JourneyRow> typed, String stated) {
    ArrayNode rows = journey.putArray("rows");
    for (JourneyRow row : typed) {
      if (!row.isEmpty()) {
        ObjectNode made = rows.addObject();
        made.put("description", row.what());
        ObjectNode stretch = made.putArray("stretches").addObject();
        number(stretch, "length", row.length());
        stretch.put("unit", row.unit());
        number(stretch, "price", row.price());
        if (!row.per().isEmpty() && !row.price().isEmpty()) {
          stretch.put("per", row.per());
        }
        if (row.beside()) {
          made.put("concurrent", true);
        }
        number(made, "statedTotal", row.stated());
      }
    }
    number(journey, "statedTotal", stated);
  }

  private static void number(ObjectNode object, String name, String typed) {
    if (!typed.isEmpty()) {
      object.put(name, JourneyRow.number(typed));
    }
  }
}
