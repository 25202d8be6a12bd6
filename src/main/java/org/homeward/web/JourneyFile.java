package org.homeward.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;

/** Two journeys as a file, in the form in which the interface takes them, and read from one. */
final class JourneyFile {

  static final String FIELD = "file";

  /** Far more than so many rows can be. */
  private static final int LONGEST = 200_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private JourneyFile() {}

  static Document of(JourneyQuestion question) {
    return new Document("journeys", "json", json(question));
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

  /**
   * The journeys of a file; what is wrong in them is told when they are compared.
   *
   * @throws InputException about the file, if it is none of journeys
   */
  static JourneyQuestion read(InputStream file) throws IOException {
    byte[] bytes = file.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw problem("The file is too long to be one of journeys.");
    }
    JsonNode body = tree(bytes);
    if (!body.at("/actual/rows").isArray() || !body.at("/anticipated/rows").isArray()) {
      throw problem("There are no two journeys in the file.");
    }
    List<String> assumptions = new ArrayList<>();
    body.path("assumptions").forEach(a -> assumptions.add(a.asText()));
    return new JourneyQuestion(
        body.path("monthLength").asText("four-weeks"),
        text(body, "start"),
        rows(body.at("/actual/rows")),
        rows(body.at("/anticipated/rows")),
        text(body.path("actual"), "statedTotal"),
        text(body.path("anticipated"), "statedTotal"),
        text(body, "statedAvoided"),
        String.join("\n", assumptions));
  }

  private static JsonNode tree(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw problem("The file is not JSON.");
    }
  }

  private static InputException problem(String reason) {
    return new InputException(
        Problem.of(FIELD, null, reason, "Choose one that was saved from this page."));
  }

  private static List<JourneyRow> rows(JsonNode rows) {
    List<JourneyRow> read = new ArrayList<>();
    for (JsonNode row : rows) {
      JsonNode stretches = row.path("stretches");
      if (stretches.size() != 1 || read.size() == JourneyQuestion.MOST_ROWS) {
        throw problem(
            stretches.size() == 1
                ? "A journey of the file has more rows than this page can show."
                : "A row of the file has not one length and price, so this page cannot show it.");
      }
      JsonNode stretch = stretches.get(0);
      read.add(
          new JourneyRow(
              text(row, "description"),
              text(stretch, "length"),
              text(stretch, "unit"),
              text(stretch, "price"),
              text(stretch, "per"),
              row.path("concurrent").asBoolean(),
              text(row, "statedTotal")));
    }
    return read;
  }

  private static String text(JsonNode of, String name) {
    JsonNode value = of.path(name);
    return value.isNumber() ? value.decimalValue().toPlainString() : value.asText("");
  }
}
