package org.homeward.loader;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.costbook.Conventions;
import org.homeward.costbook.PriceIndices;
import org.homeward.problem.Problems;
import org.homeward.quantity.Coded;
import org.homeward.quantity.FinancialYear;
import org.homeward.staffing.HourBasis;
import org.homeward.timeuse.Method;
import org.jspecify.annotations.Nullable;

/**
 * The conventions of a book, from {@value #PATH}; what the file does not state is as {@link
 * Conventions#DEFAULT} has it.
 */
final class ConventionsReader {

  static final String PATH = CatalogueReader.TABLES + "book.yaml";

  private static final List<String> KEYS =
      List.of(
          "name",
          "priceYear",
          "hourBasis",
          "area",
          "methods",
          "statedProcesses",
          "priceIndex",
          "priceIndices",
          "discountSchedule");

  private final KnownIds processes;

  ConventionsReader(KnownIds processes) {
    this.processes = processes;
  }

  /** Those of a text, or the default ones where there is none; problems are collected. */
  Conventions read(@Nullable String text, Problems problems) {
    YamlDocument document = text == null ? null : YamlDocument.read(PATH, text, problems);
    if (document == null) {
      return Conventions.DEFAULT;
    }
    return new OneFile(new YamlReader(document, problems)).read();
  }

  /** The reading of one file. */
  private final class OneFile {

    private final YamlReader yaml;
    private final JsonNode root;

    OneFile(YamlReader yaml) {
      this.yaml = yaml;
      root = yaml.root();
    }

    Conventions read() {
      known(root, "", KEYS);
      Conventions base = Conventions.DEFAULT;
      FinancialYear year = code("priceYear", FinancialYear::parse);
      HourBasis basis = code("hourBasis", c -> Coded.of(HourBasis.class, c));
      return new Conventions(
          root.path("name").asText(base.name()),
          year,
          basis == null ? base.hourBasis() : basis,
          root.hasNonNull("area") ? root.get("area").asText() : null,
          methods(base.methods()),
          stated(),
          root.path("priceIndex").asText(base.index()),
          indices(),
          root.path("discountSchedule").asText(base.discounts()));
    }

    private <T> @Nullable T code(String key, java.util.function.Function<String, T> of) {
      return root.has(key) ? yaml.code(root.get(key).asText(), "/" + key, of) : null;
    }

    private Set<Method> methods(Set<Method> otherwise) {
      JsonNode node = root.path("methods");
      List<Method> named = yaml.codes(node, "/methods", Method::of);
      return node.isMissingNode()
          ? otherwise
          : named.isEmpty() ? EnumSet.noneOf(Method.class) : EnumSet.copyOf(named);
    }

    private Set<String> stated() {
      Set<String> stated =
          new HashSet<>(yaml.codes(root.path("statedProcesses"), "/statedProcesses", c -> c));
      for (String process : stated) {
        if (processes.lacks(process)) {
          yaml.problems()
              .add(
                  yaml.where("/statedProcesses"),
                  process,
                  "There is no process of this id.",
                  processes.remedy());
        }
      }
      return stated;
    }

    private Map<PriceIndices.Kind, String> indices() {
      Map<PriceIndices.Kind, String> indices = new EnumMap<>(PriceIndices.Kind.class);
      JsonNode node = root.path("priceIndices");
      known(
          node,
          "/priceIndices",
          Arrays.stream(PriceIndices.Kind.values()).map(PriceIndices.Kind::code).toList());
      for (PriceIndices.Kind kind : PriceIndices.Kind.values()) {
        if (node.has(kind.code())) {
          indices.put(kind, node.get(kind.code()).asText());
        }
      }
      return indices;
    }

    private void known(JsonNode node, String pointer, List<String> keys) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        if (!keys.contains(entry.getKey())) {
          yaml.problems()
              .add(
                  yaml.where(pointer + "/" + entry.getKey()),
                  entry.getKey(),
                  "There is no such key.",
                  "Use " + String.join(", ", keys) + ".");
        }
      }
    }
  }
}
