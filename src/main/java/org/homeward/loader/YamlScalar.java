package org.homeward.loader;

import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML text with one value changed; every other byte stays. */
final class YamlScalar {

  private YamlScalar() {}

  /**
   * @param pointer of the value; where only its key is missing, it is put in after the first key of
   *     its mapping
   * @throws IllegalStateException if there is no such place
   */
  static String with(String text, String pointer, String value) {
    Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
    String[] words = pointer.substring(1).split("/", -1);
    for (int i = 0; i < words.length - 1; i++) {
      node = child(node, words[i]);
      if (node == null) {
        throw new IllegalStateException("There is no " + pointer);
      }
    }
    String last = words[words.length - 1];
    Node found = child(node, last);
    if (found instanceof ScalarNode) {
      return spliced(text, found.getStartMark(), found.getEndMark(), value);
    }
    if (found == null && node instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
      return inserted(text, mapping, last + ": " + value);
    }
    throw new IllegalStateException("There is no value at " + pointer);
  }

  private static @Nullable Node child(Node node, String word) {
    if (node instanceof SequenceNode sequence) {
      List<Node> items = sequence.getValue();
      int index = Integer.parseInt(word);
      return index < items.size() ? items.get(index) : null;
    }
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(word)) {
          return tuple.getValueNode();
        }
      }
    }
    return null;
  }

  private static String inserted(String text, MappingNode mapping, String entry) {
    NodeTuple first = mapping.getValue().get(0);
    Mark end = first.getValueNode().getEndMark();
    boolean onLines = mapping.getFlowStyle() == org.yaml.snakeyaml.DumperOptions.FlowStyle.BLOCK;
    String separator =
        onLines ? "\n" + " ".repeat(first.getKeyNode().getStartMark().getColumn()) : ", ";
    return spliced(text, end, end, separator + entry);
  }

  /** Marks count code points. */
  private static String spliced(String text, Mark from, Mark to, String with) {
    return text.substring(0, text.offsetByCodePoints(0, from.getIndex()))
        + with
        + text.substring(text.offsetByCodePoints(0, to.getIndex()));
  }
}
