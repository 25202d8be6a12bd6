package org.homeward.loader;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.homeward.problem.Problems;

/** Holds a document against its JSON Schema and tells the differences in plain words. */
final class SchemaCheck {

  private final Schema schema;

  SchemaCheck(String schemaText) {
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schemaText);
  }

  /** Collects every difference; true if there is none. */
  boolean passes(YamlDocument document, Problems problems) {
    List<Error> errors = schema.validate(document.root());
    for (Error error : errors) {
      String pointer = pointer(error);
      String message = error.getMessage() == null ? "" : error.getMessage();
      String property = error.getProperty();
      switch (error.getKeyword()) {
        case "additionalProperties", "unevaluatedProperties" ->
            problems.add(
                document.where(pointer + "/" + property),
                property,
                "This key is not known here.",
                nearest(String.valueOf(property), schemaKeys(error)));
        case "required" ->
            problems.add(
                document.where(pointer),
                null,
                "The key \"" + property + "\" is missing.",
                "Add it.");
        case "enum" ->
            problems.add(
                document.where(pointer),
                text(error.getInstanceNode()),
                "This is not one of the known codes.",
                "Use one of " + codes(error.getSchemaNode()) + ".");
        case "type" ->
            problems.add(
                document.where(pointer),
                text(error.getInstanceNode()),
                "This is of the wrong kind: " + message + ".",
                "Write it as the schema says.");
        default ->
            problems.add(
                document.where(pointer),
                text(error.getInstanceNode()),
                "This does not fit: " + message + ".",
                "See the description of this key in the schema beside the file.");
      }
    }
    return errors.isEmpty();
  }

  private static String pointer(Error error) {
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
      pointer.append('/').append(error.getInstanceLocation().getElement(i));
    }
    return pointer.toString();
  }

  private static String text(JsonNode node) {
    return node == null ? "" : node.isTextual() ? node.asText() : node.toString();
  }

  private static String codes(JsonNode schemaNode) {
    List<String> codes = new ArrayList<>();
    schemaNode.forEach(c -> codes.add(c.asText()));
    return String.join(", ", codes);
  }

  private List<String> schemaKeys(Error error) {
    JsonNode parent =
        schema.getSchemaNode().at(error.getSchemaLocation().getFragment().getParent().toString());
    List<String> keys = new ArrayList<>();
    parent.path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static String nearest(String key, List<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(k -> distance(k, key)))
        .map(k -> "Did you mean \"" + k + "\"? Known here: " + String.join(", ", known) + ".")
        .orElse("Leave it out.");
  }

  /** How many letters have to be added, left out or exchanged (Levenshtein). */
  static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int exchange = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(exchange, Math.min(previous[j], row[j - 1]) + 1);
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
