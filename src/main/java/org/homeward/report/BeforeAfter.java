package org.homeward.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.homeward.pathway.Component;
import org.homeward.picture.ComponentChart;
import org.homeward.picture.Size;
import org.homeward.quantity.Format;
import org.homeward.quantity.Pence;

/** What a what-if shows before and after its changes, whatever it is of. */
final class BeforeAfter {

  /** Heads of the columns after the first. */
  private static final List<String> HEADS = List.of("Before", "After", "Difference");

  static final String NOTHING_ELSE =
      "Everything that the question does not change is the same before and after; nothing is said of how likely the changes are.";

  private BeforeAfter() {}

  /**
   * Bars that are divided by component.
   *
   * @param axis what the bars are of
   */
  static Document.Chart chart(
      String id, String title, String axis, Map<String, Map<Component, Pence>> bars) {
    List<Component> components = Arrays.asList(Component.values());
    return new Document.Chart(
        title,
        ComponentChart.of(
            id,
            title,
            components.stream().map(Component::title).toList(),
            bars.entrySet().stream()
                .map(
                    b ->
                        new ComponentChart.Bar(
                            b.getKey(),
                            components.stream().map(c -> amount(b.getValue(), c).value()).toList()))
                .toList(),
            Size.WIDE),
        Document.Kind.STACKED_BARS,
        axis,
        List.copyOf(bars.keySet()),
        components.stream()
            .map(
                c ->
                    new Document.Series(
                        c.title(), bars.values().stream().map(b -> amount(b, c)).toList()))
            .toList());
  }

  static List<String> heads(String first) {
    List<String> heads = new ArrayList<>(List.of(first));
    heads.addAll(HEADS);
    return heads;
  }

  static Document.Line line(String heading, Pence before, Pence after) {
    return new Document.Line(
        heading,
        List.of(Format.pounds(before), Format.pounds(after), Format.pounds(after.minus(before))),
        false);
  }

  static Document.Line inBold(Document.Line line) {
    return new Document.Line(line.heading(), line.cells(), true);
  }

  static <K> Pence amount(Map<K, Pence> amounts, K key) {
    return amounts.getOrDefault(key, Pence.ZERO);
  }
}
