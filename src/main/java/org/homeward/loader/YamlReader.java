package org.homeward.loader;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.homeward.problem.Problems;
import org.homeward.quantity.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Takes typed values out of a document that has passed its schema; what the values refuse is told
 * with its place.
 */
final class YamlReader {

  private final YamlDocument document;
  private final Problems problems;

  YamlReader(YamlDocument document, Problems problems) {
    this.document = document;
    this.problems = problems;
  }

  JsonNode root() {
    return document.root();
  }

  Problems problems() {
    return problems;
  }

  String where(String pointer) {
    return document.where(pointer);
  }

  static String text(JsonNode node, String key) {
    return node.path(key).asText("");
  }

  static BigDecimal decimal(JsonNode node, String key, BigDecimal otherwise) {
    return node.has(key) ? node.get(key).decimalValue() : otherwise;
  }

  /** Each of one code or a list of codes; unknown ones are problems. */
  <T> List<T> codes(JsonNode node, String pointer, Function<String, T> of) {
    List<T> found = new ArrayList<>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        add(found, code(node.get(i).asText(), pointer + "/" + i, of));
      }
    } else if (!node.isMissingNode() && !node.isNull()) {
      add(found, code(node.asText(), pointer, of));
    }
    return found;
  }

  <T> @Nullable T code(String text, String pointer, Function<String, T> of) {
    return problems.attempt(where(pointer), text, "Use a known code.", () -> of.apply(text));
  }

  private static <T> void add(List<T> list, @Nullable T value) {
    if (value != null) {
      list.add(value);
    }
  }

  Provenance provenance() {
    JsonNode root = root();
    return new Provenance(
        text(root, "source"), root.path("illustrative").asBoolean(false), text(root, "note"));
  }
}
