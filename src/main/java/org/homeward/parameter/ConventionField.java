package org.homeward.parameter;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.costbook.BookInputs;
import org.homeward.costbook.Conventions;
import org.homeward.timeuse.Method;

/**
 * A convention of a book by its name, as it stands in {@code book.yaml}, or the estimate set that
 * it has.
 *
 * @param title what it is called, for readers
 * @param text of it, for readers
 * @param take the first inputs with this one as the second have it
 */
record ConventionField(
    String name, String title, Function<BookInputs, String> text, BinaryOperator<BookInputs> take) {

  static final List<ConventionField> ALL =
      List.of(
          of("name", "Name of the book", Conventions::name, (a, b) -> a),
          of(
              "priceYear",
              "Prices of the book",
              c -> c.priceYear() == null ? "the newest" : c.priceYear().toString(),
              (a, b) ->
                  new Conventions(
                      a.name(),
                      b.priceYear(),
                      a.hourBasis(),
                      a.area(),
                      a.methods(),
                      a.statedProcesses(),
                      a.index(),
                      a.indices(),
                      a.discounts())),
          of(
              "hourBasis",
              "What an hour of staff is costed by",
              c -> c.hourBasis().code(),
              (a, b) ->
                  new Conventions(
                      a.name(),
                      a.priceYear(),
                      b.hourBasis(),
                      a.area(),
                      a.methods(),
                      a.statedProcesses(),
                      a.index(),
                      a.indices(),
                      a.discounts())),
          of(
              "area",
              "Area of staff costs",
              c -> c.area() == null ? "none" : c.area(),
              (a, b) ->
                  new Conventions(
                      a.name(),
                      a.priceYear(),
                      a.hourBasis(),
                      b.area(),
                      a.methods(),
                      a.statedProcesses(),
                      a.index(),
                      a.indices(),
                      a.discounts())),
          of(
              "methods",
              "Survey methods",
              c -> c.methods().stream().map(Method::code).collect(Collectors.joining(", ")),
              (a, b) -> a),
          of(
              "statedProcesses",
              "Processes at a stated unit cost",
              c -> String.join(", ", c.statedProcesses()),
              (a, b) ->
                  new Conventions(
                      a.name(),
                      a.priceYear(),
                      a.hourBasis(),
                      a.area(),
                      a.methods(),
                      b.statedProcesses(),
                      a.index(),
                      a.indices(),
                      a.discounts())),
          of("priceIndex", "Price index", Conventions::index, ConventionField::withIndices),
          of(
              "priceIndices",
              "Price indices of kinds of cost",
              c ->
                  c.indices().entrySet().stream()
                      .map(e -> e.getKey().code() + ": " + e.getValue())
                      .collect(Collectors.joining("; ")),
              ConventionField::withIndices),
          of("discountSchedule", "Discount schedule", Conventions::discounts, (a, b) -> a),
          new ConventionField(
              "estimateSet", "Estimates of minutes", i -> i.estimates().id(), (a, b) -> a));

  private static ConventionField of(
      String name,
      String title,
      Function<Conventions, String> text,
      BinaryOperator<Conventions> take) {
    return new ConventionField(
        name,
        title,
        i -> text.apply(i.conventions()),
        (a, b) -> a.withConventions(take.apply(a.conventions(), b.conventions())));
  }

  /** The general index and those of kinds of cost go together. */
  private static Conventions withIndices(Conventions a, Conventions b) {
    return new Conventions(
        a.name(),
        a.priceYear(),
        a.hourBasis(),
        a.area(),
        a.methods(),
        a.statedProcesses(),
        b.index(),
        b.indices(),
        a.discounts());
  }
}
