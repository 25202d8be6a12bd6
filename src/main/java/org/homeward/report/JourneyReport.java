package org.homeward.report;

import java.util.List;
import java.util.Map;
import org.homeward.comparison.Journey;
import org.homeward.comparison.JourneyComparison;
import org.homeward.comparison.JourneyComparisonCalculator;
import org.homeward.picture.JourneyTimeline;
import org.homeward.picture.Size;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/** An actual history against an anticipated one, as a report. */
public record JourneyReport(
    JourneyComparisonCalculator calculator,
    Journey actual,
    Journey anticipated,
    JourneyComparison comparison,
    Document document) {

  /**
   * @param assumptions in the words of who asks
   */
  public static JourneyReport of(
      JourneyComparisonCalculator calculator,
      Journey actual,
      Journey anticipated,
      JourneyComparison comparison,
      List<String> assumptions,
      Map<String, String> stamp) {
    return new JourneyReport(
        calculator, actual, anticipated, comparison, document(comparison, assumptions, stamp));
  }

  private static Document document(
      JourneyComparison c, List<String> assumptions, Map<String, String> stamp) {
    return new Document(
        "What did happen, against what would have",
        List.of("What did this history cost, and what would it have cost with another service?"),
        List.of(answer(c)),
        List.of(chart(c)),
        List.of(
            grid("What happened", c.actual()), grid("What would have happened", c.anticipated())),
        assumptions,
        List.of(),
        List.of("Lengths and prices are those that the question states."),
        leftOut(c),
        stamp);
  }

  private static String answer(JourneyComparison c) {
    long avoided = c.avoided().value();
    return "What happened cost "
        + c.actual().total()
        + "; what would have happened would have cost "
        + c.anticipated().total()
        + ": "
        + (avoided == 0
            ? "no difference."
            : Pence.of(Math.abs(avoided)) + (avoided > 0 ? " was avoided." : " was added."));
  }

  /** What the source prints otherwise is a finding, not a cost. */
  private static List<String> leftOut(JourneyComparison c) {
    return c.findings().isEmpty()
        ? List.of("Rows without a price cost nothing here.")
        : c.findings().stream().map(f -> "Not adopted from the source: " + f).toList();
  }

  private static Document.Chart chart(JourneyComparison c) {
    String title = "What each journey costs";
    return new Document.Chart(
        title,
        JourneyTimeline.of("journeys", title, c, Size.WIDE),
        Document.Kind.STACKED_BARS,
        "Journey",
        List.of("What happened", "What would have"),
        List.of(new Document.Series("Cost", List.of(c.actual().total(), c.anticipated().total()))));
  }

  private static Document.Grid grid(String caption, JourneyComparison.CostedJourney journey) {
    List<Document.Line> lines =
        new java.util.ArrayList<>(
            journey.rows().stream()
                .map(
                    r ->
                        new Document.Line(
                            r.description(),
                            List.of(
                                r.length(),
                                r.computed().toString(),
                                written(r.stated()),
                                written(r.difference())),
                            false))
                .toList());
    lines.add(
        new Document.Line(
            "Total",
            List.of("", journey.total().toString(), written(journey.statedTotal()), ""),
            true));
    return new Document.Grid(
        caption, List.of("Row", "Length", "Computed", "As stated", "Difference"), lines);
  }

  private static String written(@Nullable Pence pence) {
    return pence == null ? "" : pence.toString();
  }
}
