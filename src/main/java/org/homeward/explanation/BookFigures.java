package org.homeward.explanation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledProcess;
import org.homeward.costbook.FeeTerm;
import org.homeward.history.Area;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.pathway.LineSource;
import org.homeward.placement.FeeRow;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.process.Variation;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/**
 * Explains figures that a cost book has whatever route is asked about: unit costs and their
 * minutes, the cost of an hour, a week in a placement; and what is between two of them.
 */
public final class BookFigures {

  private static final String UNIT_COST = "unit-cost";
  private static final String MINUTES = "minutes";
  private static final String HOUR = "hourly-cost";
  private static final String POST = "annual-cost";
  private static final String A_WEEK = "week";
  private static final String FEE = "fee";

  private final CompiledBook book;
  private final ExplanationCalculator calculator;

  public BookFigures(CompiledBook book) {
    this.book = book;
    calculator = new ExplanationCalculator(book);
  }

  /** The address of a unit cost with some of its variations. */
  public static String unitCost(String process, String... variations) {
    return UNIT_COST + "/" + process + suffix(variations);
  }

  /** The address of the minutes of all roles in a unit cost. */
  public static String minutes(String process, String... variations) {
    return MINUTES + "/" + process + suffix(variations);
  }

  private static String suffix(String... variations) {
    return Arrays.stream(variations).map(v -> "+" + v).reduce("", String::concat);
  }

  /** The address of the cost of an hour. */
  public static String hour(String role) {
    return HOUR + "/" + role;
  }

  /** The address of what a full-time post of a role costs a year. */
  public static String post(String role) {
    return POST + "/" + role;
  }

  /** The address of a fee as the fee table states it, or a home makes it. */
  public static String fee(FeeRow row) {
    return FEE + "/" + row.label();
  }

  /** The address of what a fee comes to in a week. */
  public static String aWeek(FeeRow row) {
    return FEE + "/" + A_WEEK + "/" + row.label();
  }

  /** The address of what a week in a kind of placement costs at an age on a day. */
  public static String aWeek(
      PlacementType type, Provider provider, Area area, int age, LocalDate on) {
    return String.join(
        "/", A_WEEK, type.code(), provider.code(), area.code(), Integer.toString(age), on + "");
  }

  /**
   * The figure of an address.
   *
   * @throws InputException about {@code figure}, if the book has none
   */
  public Explanation of(String figure) {
    List<String> words = List.of(figure.split("/", -1));
    @Nullable Explanation found =
        switch (words.get(0)) {
          case UNIT_COST -> words.size() == 2 ? unitCostOf(words.get(1)) : null;
          case MINUTES -> words.size() == 2 ? minutesOf(words.get(1)) : null;
          case HOUR -> words.size() == 2 ? hourOf(words.get(1)) : null;
          case POST -> words.size() == 2 ? postOf(words.get(1)) : null;
          case A_WEEK -> words.size() == 6 ? aWeekOf(words) : null;
          case FEE -> feeOf(figure.substring(figure.indexOf('/') + 1));
          default -> null;
        };
    if (found == null) {
      throw new InputException(
          Problem.of(
              "figure",
              figure,
              "The cost book has no such figure.",
              "Follow a figure of a page, or use unit-cost/PROCESS+VARIATION, minutes/PROCESS "
                  + " hourly-cost/ROLE or fee/LABEL."));
    }
    return found;
  }

  /**
   * A figure less another, each to the penny where it is money, as a table shows them.
   *
   * @param name of this book, where the other is not the same
   * @param otherName of the other
   * @throws InputException about {@code figure}, if a book has none of it
   */
  public Explanation less(
      String figure, String name, BookFigures other, String otherFigure, String otherName) {
    Explanation mine = of(figure);
    Explanation theirs = other.of(otherFigure);
    return Explanation.of(
            mine.label() + ", difference",
            mine.measure(),
            Rule.DIFFERENCE,
            shown(mine, name),
            shown(theirs.beside(mine, "other/", otherName), theirs.shared() ? "" : otherName))
        .at("difference/" + figure);
  }

  private static Explanation shown(Explanation figure, String name) {
    return figure.measure() == Measure.MINUTES
        ? figure
        : Explanation.of(
            name.isEmpty() ? figure.label() : figure.label() + ", " + name,
            figure.measure(),
            Rule.TO_THE_PENNY,
            figure);
  }

  private @Nullable Explanation unitCostOf(String named) {
    LineSource.OfProcess process = process(named);
    return process == null ? null : calculator.unitCost(process);
  }

  private @Nullable Explanation minutesOf(String named) {
    LineSource.OfProcess process = process(named);
    if (process == null || process.unitCost().stated() != null) {
      return null;
    }
    List<Explanation> roles =
        process.unitCost().minutesByRole().keySet().stream()
            .map(role -> calculator.minutes(process, role))
            .toList();
    return Explanation.of(
            "Minutes of " + calculator.unitCost(process).label(), Measure.MINUTES, Rule.SUM, roles)
        .at(MINUTES + "/" + named);
  }

  /** A process and the variations that stand behind it. */
  private LineSource.@Nullable OfProcess process(String named) {
    List<String> words = List.of(named.split("\\+", -1));
    if (book.book().findProcess(words.get(0)).isEmpty()) {
      return null;
    }
    CompiledProcess process = book.process(words.get(0));
    List<String> ids = process.graph().variations().stream().map(Variation::id).toList();
    int variant = 0;
    for (String variation : words.subList(1, words.size())) {
      if (!ids.contains(variation)) {
        return null;
      }
      variant |= 1 << ids.indexOf(variation);
    }
    if (variant != 0 && process.unitCost(0).stated() != null) {
      return null; // what is stated has figures of its own, and no variations
    }
    return new LineSource.OfProcess(process, variant);
  }

  private @Nullable Explanation hourOf(String role) {
    return book.book().hourlyCostsByRole().containsKey(role) ? calculator.hourlyCost(role) : null;
  }

  private @Nullable Explanation postOf(String role) {
    return book.book().hourlyCostsByRole().containsKey(role) ? calculator.annualCost(role) : null;
  }

  /** A fee as it is stated, or what it comes to in a week. */
  private @Nullable Explanation feeOf(String named) {
    boolean aWeek = named.startsWith(A_WEEK + "/");
    String label = aWeek ? named.substring(A_WEEK.length() + 1) : named;
    return book.book().fees().rows().stream()
        .filter(row -> row.label().equals(label))
        .findFirst()
        .map(
            row ->
                aWeek ? week(calculator.fee(row), PriceExplanations.per(row)) : calculator.fee(row))
        .orElse(null);
  }

  private @Nullable Explanation aWeekOf(List<String> words) {
    @Nullable FeeTerm fee;
    try {
      fee =
          book.fees(
                  Coded.of(PlacementType.class, words.get(1)),
                  Coded.of(Provider.class, words.get(2)),
                  Coded.of(Area.class, words.get(3)))
              .on((int) LocalDate.parse(words.get(5)).toEpochDay(), Integer.parseInt(words.get(4)));
    } catch (IllegalArgumentException | DateTimeException e) {
      return null; // nothing of the kind can be written so
    }
    FeeRow row = fee == null ? null : fee.row();
    return row == null ? null : week(calculator.fee(row), PriceExplanations.per(row));
  }

  private static Explanation week(Explanation fee, Rate.Per per) {
    return per == Rate.Per.WEEK
        ? fee
        : Explanation.of(
            fee.label() + ", a week",
            Measure.POUNDS_A_WEEK,
            Rule.PRODUCT,
            fee,
            Explanation.input(
                "From " + per.code() + " to week",
                Measure.FACTOR,
                Rate.Per.WEEK.days().divide(per.days()),
                null));
  }
}
