package org.homeward.loader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeward.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML text as a tree, with the line and column of every place in it. */
final class YamlDocument {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)");

  private final String path;
  private final Map<String, Mark> marks = new HashMap<>();
  private final JsonNode root;

  private YamlDocument(String path, @Nullable Node node, Problems problems) {
    this.path = path;
    root = node == null ? NODES.nullNode() : convert(node, "", problems);
  }

  /** The document, or null with its syntax error collected. */
  static @Nullable YamlDocument read(String path, String text, Problems problems) {
    try {
      return new YamlDocument(
          path, new Yaml(new LoaderOptions()).compose(new StringReader(text)), problems);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      String where =
          mark == null
              ? path
              : path + ": line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
      problems.add(
          where,
          null,
          "This is not YAML: " + e.getProblem() + ".",
          "Mind the indentation, and put quotes around text with : or #.");
      return null;
    }
  }

  JsonNode root() {
    return root;
  }

  /** For instance {@code processes/review.yaml: line 12, column 7 (tasks/2/share)}. */
  String where(String pointer) {
    String at = pointer;
    while (!marks.containsKey(at) && at.contains("/")) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    Mark mark = marks.get(at);
    String place =
        mark == null ? "" : ": line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    return path + place + (pointer.isEmpty() ? "" : " (" + pointer.substring(1) + ")");
  }

  private JsonNode convert(Node node, String pointer, Problems problems) {
    marks.put(pointer, node.getStartMark());
    if (node instanceof MappingNode mapping) {
      ObjectNode object = NODES.objectNode();
      for (NodeTuple tuple : mapping.getValue()) {
        String key = tuple.getKeyNode() instanceof ScalarNode s ? s.getValue() : "?";
        String child = pointer + "/" + key;
        if (object.has(key)) {
          problems.add(where(pointer), key, "The key stands twice.", "Leave one of them out.");
        }
        object.set(key, convert(tuple.getValueNode(), child, problems));
        marks.put(child, tuple.getKeyNode().getStartMark());
      }
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = NODES.arrayNode();
      for (int i = 0; i < sequence.getValue().size(); i++) {
        array.add(convert(sequence.getValue().get(i), pointer + "/" + i, problems));
      }
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private static JsonNode scalar(ScalarNode node) {
    String value = node.getValue();
    if (!node.isPlain()) {
      return NODES.textNode(value);
    }
    if (value.isEmpty() || value.equals("null") || value.equals("~")) {
      return NODES.nullNode();
    }
    if (value.equals("true") || value.equals("false")) {
      return NODES.booleanNode(value.equals("true"));
    }
    return NUMBER.matcher(value).matches()
        ? NODES.numberNode(new BigDecimal(value))
        : NODES.textNode(value);
  }
}
