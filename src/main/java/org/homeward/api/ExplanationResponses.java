package org.homeward.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.Explanation;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Provenance;
import org.jspecify.annotations.Nullable;

/** Explanations as they travel: each shared figure once, referred to by its key. */
final class ExplanationResponses {

  /** So many that products of several of them are still right to far less than a penny. */
  private static final int PLACES = 12;

  private ExplanationResponses() {}

  /**
   * A figure, in plain English and as a tree; what parts refer to stands among the workings.
   *
   * @param stamp null where nothing of a book is in it
   * @param priceYears the same figure in prices of each further year that was asked for
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ExplanationResponse(
      @Nullable Stamp stamp,
      List<String> account,
      FigureResponse explanation,
      List<FigureResponse> workings,
      List<PriceYearExplanation> priceYears) {

    /**
     * @param priceYears as asked, with commas between; null for the year of the book alone
     * @param figure the figure by a book
     * @throws InputException if a year is nonsense, or there is no such figure
     */
    static ExplanationResponse of(
        StampedBook stamped,
        @Nullable String priceYears,
        Function<CompiledBook, Explanation> figure) {
      Problems problems = new Problems();
      List<CompiledBook> others = PriceYears.books(priceYears, stamped.book(), problems);
      problems.throwIfAny();
      Explanation made = figure.apply(stamped.book());
      return new ExplanationResponse(
          stamped.stamp(made.illustrative()),
          made.account(),
          FigureResponse.whole(made),
          workings(made),
          others.stream()
              .map(b -> PriceYearExplanation.of(b.book().priceYear(), figure.apply(b)))
              .toList());
    }

    static ExplanationResponse of(StampedBook stamped, Explanation made) {
      return told(stamped.stamp(made.illustrative()), made);
    }

    /** A figure that rests on what was sent alone, and on no version of a catalogue. */
    static ExplanationResponse unstamped(Explanation made) {
      return told(null, made);
    }

    static ExplanationResponse told(@Nullable Stamp stamp, Explanation made) {
      return new ExplanationResponse(
          stamp, made.account(), FigureResponse.whole(made), workings(made), List.of());
    }

    private static List<FigureResponse> workings(Explanation figure) {
      return figure.addresses().values().stream()
          .filter(e -> e.shared() && !e.equals(figure))
          .map(FigureResponse::whole)
          .toList();
    }
  }

  /** The figure in prices of another year; every amount moved once from the year it is of. */
  @Serdeable
  record PriceYearExplanation(
      String priceYear,
      List<String> account,
      FigureResponse explanation,
      List<FigureResponse> workings) {

    static PriceYearExplanation of(FinancialYear year, Explanation figure) {
      return new PriceYearExplanation(
          year.toString(),
          figure.account(),
          FigureResponse.whole(figure),
          ExplanationResponse.workings(figure));
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
