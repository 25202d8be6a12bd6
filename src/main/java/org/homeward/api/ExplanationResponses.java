package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.homeward.costbook.CostBook;
import org.homeward.explanation.Explanation;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Provenance;
import org.jspecify.annotations.Nullable;

/** Explanations as they travel: each shared figure once, referred to by its key. */
final class ExplanationResponses {

  /** So many that products of several of them are still right to far less than a penny. */
  private static final int PLACES = 12;

  private ExplanationResponses() {}

  /** A figure, in plain English and as a tree; what parts refer to stands among the workings. */
  @Serdeable
  record ExplanationResponse(
      Responses.Stamp stamp,
      List<String> account,
      FigureResponse explanation,
      List<FigureResponse> workings) {

    static ExplanationResponse of(CostBook book, Explanation figure) {
      return new ExplanationResponse(
          Responses.Stamp.of(book, figure.illustrative()),
          figure.account(),
          FigureResponse.whole(figure),
          figure.addresses().values().stream()
              .filter(e -> e.shared() && !e.equals(figure))
              .map(FigureResponse::whole)
              .toList());
    }
  }

  /**
   * One figure: its value is what the rule makes of its parts; where {@code see} names a working,
   * its parts stand there.
   */
  @Serdeable
  record FigureResponse(
      @Nullable String key,
      String label,
      BigDecimal value,
      String unit,
      String written,
      String rule,
      String formula,
      String sentence,
      boolean illustrative,
      @Nullable String source,
      String note,
      @Nullable String see,
      List<FigureResponse> parts) {

    static FigureResponse whole(Explanation figure) {
      return of(figure, null, figure.parts().stream().map(FigureResponse::part).toList());
    }

    private static FigureResponse part(Explanation figure) {
      return figure.shared() ? of(figure, figure.key(), List.of()) : whole(figure);
    }

    private static FigureResponse of(
        Explanation figure, @Nullable String see, List<FigureResponse> parts) {
      Provenance source = figure.source();
      return new FigureResponse(
          figure.key().isEmpty() ? null : figure.key(),
          figure.label(),
          Fractions.plain(Fractions.toDecimal(figure.value(), PLACES)),
          figure.measure().code(),
          figure.written(),
          figure.rule().code(),
          figure.rule().words(),
          figure.sentence(),
          figure.illustrative(),
          source == null ? null : source.source(),
          figure.note(),
          see,
          parts);
    }
  }

  /**
   * The figure of an address among the trees.
   *
   * @throws InputException naming the addresses that there are, if there is none
   */
  static Explanation find(List<Explanation> trees, String figure) {
    for (Explanation tree : trees) {
      Explanation found = tree.find(figure);
      if (found != null) {
        return found;
      }
    }
    String some =
        trees.stream()
            .flatMap(t -> t.addresses().keySet().stream())
            .filter(key -> key.startsWith(figure.replaceAll("/[^/]*$", "")))
            .limit(20)
            .collect(Collectors.joining(", "));
    String first =
        trees.stream().map(Explanation::key).distinct().collect(Collectors.joining(", "));
    throw new InputException(
        Problem.of(
            "figure",
            figure,
            "There is no such figure in this answer.",
            "Begin with " + first + (some.isEmpty() ? "." : "; near it are " + some + ".")));
  }
}
