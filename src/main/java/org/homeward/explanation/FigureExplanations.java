package org.homeward.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CostBook;
import org.homeward.pathway.Component;
import org.homeward.pathway.DiscountedCost;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.LedgerLine;
import org.homeward.pathway.NominalCost;
import org.homeward.pathway.Pathway;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.CalendarDays;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Format;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.WeeksInYear;
import org.jspecify.annotations.Nullable;

/**
 * Explains what is said of a pathway: its total by component, item and payer, hours of staff time,
 * the total discounted, in money of each year, by the week and year, and what has been spent by a
 * month.
 */
public final class FigureExplanations {

  /** The addresses of the figures; hours of a role have its id behind, spending its month. */
  public static final String HOURS = StaffTimeExplanations.HOURS;

  public static final String DIFFERENCE = "difference";
  public static final String CHANGE = "change";
  public static final String DISCOUNTED = "discounted";
  public static final String NOMINAL = "nominal";
  public static final String A_WEEK = "a-week";
  public static final String A_YEAR = "a-year";
  public static final String SPENT = "spent";

  /** Parts of the total: their code, id or payer stands behind. */
  public static final String COMPONENT = "component";

  public static final String ITEM = "item";
  public static final String PAYER = "payer";

  /** What the time of a role costs: {@code role/social-worker}. */
  public static final String ROLE = StaffTimeExplanations.ROLE;

  private static final int MONTHS_PER_YEAR = 12;

  private final CostBook book;
  private final ExplanationCalculator calculator;
  private final Pathway pathway;
  private final Ledger ledger;
  private final StaffTimeExplanations time;

  public FigureExplanations(CompiledBook book, Pathway pathway, Ledger ledger) {
    this.book = book.book();
    calculator = new ExplanationCalculator(book);
    time = new StaffTimeExplanations(calculator, ledger.timesByProcess(), "Expected", true);
    this.pathway = pathway;
    this.ledger = ledger;
  }

  /** Of a pathway as a book costs it. */
  public static FigureExplanations of(CompiledBook book, Pathway pathway) {
    return new FigureExplanations(book, pathway, new LedgerCalculator(book).calculate(pathway));
  }

  /** Whether an address is of one of these figures, and not of one of a total. */
  public static boolean isOne(String figure) {
    return linesOf(figure) != null
        || StaffTimeExplanations.isOne(figure)
        || figure.matches(SPENT + "/\\d{1,3}")
        || Set.of(DISCOUNTED, NOMINAL, A_WEEK, A_YEAR).contains(figure);
  }

  /**
   * The figure of an address.
   *
   * @param weeks as many as a year is said to have
   * @throws InputException about {@code figure}, if there is none
   */
  public Explanation of(String figure, WeeksInYear weeks) {
    if (!has(figure)) {
      throw unknown(figure);
    }
    return make(figure, weeks);
  }

  /** The same, of nothing where nothing is of it. */
  private Explanation make(String figure, WeeksInYear weeks) {
    Predicate<LedgerLine> part = linesOf(figure);
    if (part != null) {
      return part(figure, part);
    }
    if (StaffTimeExplanations.isOne(figure)) {
      return time.of(figure);
    }
    if (figure.matches(SPENT + "/\\d{1,3}")) {
      return spent(Integer.parseInt(last(figure)));
    }
    return switch (figure) {
      case ExplanationCalculator.TOTAL -> calculator.total(pathway, ledger);
      case DISCOUNTED -> discounted();
      case NOMINAL -> nominal();
      case A_WEEK -> aWeek();
      case A_YEAR -> aYear(weeks);
      default -> throw unknown(figure);
    };
  }

  private static InputException unknown(String figure) {
    return new InputException(
        Problem.of(
            "figure",
            figure,
            "There is no such figure of a route.",
            "Use "
                + String.join(
                    ", ",
                    HOURS,
                    HOURS + "/ROLE",
                    ROLE + "/ROLE",
                    StaffTimeExplanations.FULL_TIME + "/ROLE",
                    DISCOUNTED,
                    NOMINAL,
                    A_WEEK,
                    A_YEAR,
                    SPENT + "/MONTH",
                    COMPONENT + "/COMPONENT",
                    ITEM + "/ITEM",
                    PAYER + "/PAYER")
                + "."));
  }

  /**
   * What changes have done to a figure: as it is here less as it was, each down to its inputs.
   *
   * @param figure its address
   * @throws InputException about {@code figure}, if neither has it
   */
  public Explanation change(FigureExplanations before, String figure, WeeksInYear weeks) {
    if (!has(figure) && !before.has(figure)) {
      throw unknown(figure);
    }
    Explanation is = make(figure, weeks);
    Explanation was = before.make(figure, weeks);
    String name = has(figure) ? is.label() : was.label();
    return Explanation.change(was, is.named(name)).at(CHANGE + "/" + figure);
  }

  /** Whether anything here is of it: lines of a part, minutes of a role. */
  private boolean has(String figure) {
    Predicate<LedgerLine> part = linesOf(figure);
    return part != null
        ? ledger.lines().stream().anyMatch(part)
        : !StaffTimeExplanations.isOne(figure) || time.has(figure);
  }

  /** Which lines are of a component, an item or a payer; null for another figure. */
  private static @Nullable Predicate<LedgerLine> linesOf(String figure) {
    String of = last(figure);
    return switch (figure.substring(0, Math.max(0, figure.indexOf('/')))) {
      case COMPONENT -> line -> line.component().code().equals(of);
      case ITEM -> line -> line.item().equals(of);
      case PAYER -> line -> line.payer().code().equals(of);
      default -> null;
    };
  }

  private static String last(String figure) {
    return figure.substring(figure.indexOf('/') + 1);
  }

  /** The lines that are meant, as deep as they are of one component and one item. */
  private Explanation part(String figure, Predicate<LedgerLine> meant) {
    Ledger lines = new Ledger(ledger.span(), ledger.lines().stream().filter(meant).toList());
    Explanation made = calculator.total(pathway, lines);
    if (figure.startsWith(PAYER) || lines.lines().isEmpty()) {
      return made.named(Format.title(last(figure))).at(figure);
    }
    while (made.parts().size() == 1 && made.parts().get(0).rule() == Rule.SUM) {
      made = made.parts().get(0);
    }
    return made.at(figure);
  }

  /** By how much it is the dearer or the cheaper than another, component by component. */
  public Explanation against(Pathway other, Ledger otherLedger) {
    Map<Component, Pence> theirs = otherLedger.byComponent();
    List<Explanation> components = new ArrayList<>();
    ledger
        .byComponent()
        .forEach(
            (component, ours) ->
                components.add(
                    Explanation.of(
                        component.title(),
                        Measure.POUNDS,
                        Rule.DIFFERENCE,
                        spentIn(pathway.name(), ours.value()),
                        spentIn(
                            other.name(), theirs.getOrDefault(component, Pence.ZERO).value()))));
    Explanation made =
        Explanation.of(
                "Against " + Format.within(other.name()), Measure.POUNDS, Rule.SUM, components)
            .at(DIFFERENCE);
    return made.counted(ledger.total().minus(otherLedger.total()).pounds());
  }

  /** The years since the start, each by its factor, rounded once (method, section 2). */
  private Explanation discounted() {
    List<Explanation> years = new ArrayList<>();
    DateSpan span = ledger.span();
    int from = span.fromDay();
    for (int year = 0; from < span.toDay(); year++) {
      int to = endOfMonth(MONTHS_PER_YEAR * (year + 1));
      String name = "Year " + (year + 1);
      years.add(
          Explanation.of(
              name + ", discounted",
              Measure.POUNDS,
              Rule.PRODUCT,
              spentIn(name, ledger.within(from, to)),
              Explanation.input(
                  year == 0
                      ? "Not discounted"
                      : "Worth after " + year + (year == 1 ? " year" : " years"),
                  Measure.FACTOR,
                  book.discounts().factor(year),
                  new Provenance(book.discounts().source(), false, ""))));
      from = to;
    }
    Explanation made =
        Explanation.of(
                "Discounted",
                Measure.POUNDS,
                Rule.TO_THE_PENNY,
                Explanation.of("All years", Measure.POUNDS, Rule.SUM, years))
            .at(DISCOUNTED);
    return made.counted(DiscountedCost.of(ledger, book.discounts()).total().pounds());
  }

  /** Each financial year and kind of cost by its index, rounded once each (method, section 2). */
  private Explanation nominal() {
    NominalCost cost = NominalCost.of(ledger, book.indices(), book.priceYear());
    List<Explanation> years = new ArrayList<>();
    for (NominalCost.Year year : cost.years()) {
      List<Explanation> parts = new ArrayList<>();
      for (NominalCost.Moved moved : year.moved()) {
        parts.add(
            Explanation.of(
                moved.index().name(),
                Measure.POUNDS,
                Rule.TO_THE_PENNY,
                spentIn(
                    "Spent in " + year.year() + ", in " + book.priceYear() + " prices",
                    moved.real().value()),
                Explanation.input(
                    "Index of " + year.year() + " over that of " + book.priceYear(),
                    Measure.FACTOR,
                    moved.factor(),
                    new Provenance(
                        moved.index().source(),
                        false,
                        year.assumed() ? "the growth of its last year is assumed to go on" : ""))));
      }
      years.add(Explanation.of("In " + year.year(), Measure.POUNDS, Rule.SUM, parts));
    }
    Explanation made =
        Explanation.of("In money of each year", Measure.POUNDS, Rule.SUM, years).at(NOMINAL);
    return made.counted(cost.total().pounds());
  }

  private Explanation aWeek() {
    BigFraction weeks = BigFraction.of(pathway.span().days(), 7);
    return Explanation.of(
            "A week",
            Measure.POUNDS_A_WEEK,
            Rule.QUOTIENT,
            calculator.total(pathway, ledger),
            Explanation.input("Weeks", Measure.FACTOR, weeks, null))
        .at(A_WEEK);
  }

  private Explanation aYear(WeeksInYear weeks) {
    return Explanation.of(
            "A year",
            Measure.POUNDS_A_YEAR,
            Rule.PRODUCT,
            aWeek(),
            Explanation.input("Weeks in a year", Measure.FACTOR, weeks.weeks(), null))
        .at(A_YEAR);
  }

  /** What has been spent by the end of a month since the start, by component and item. */
  private Explanation spent(int month) {
    int end = endOfMonth(month);
    Map<Component, Map<String, Long>> sums = new LinkedHashMap<>();
    for (LedgerLine line : ledger.lines()) {
      long pence = line.within(ledger.span().fromDay(), end);
      if (pence != 0) {
        sums.computeIfAbsent(line.component(), c -> new LinkedHashMap<>())
            .merge(ExplanationCalculator.name(line), pence, Long::sum);
      }
    }
    List<Explanation> components = new ArrayList<>();
    sums.forEach(
        (component, items) -> {
          List<Explanation> parts = new ArrayList<>();
          items.forEach((item, pence) -> parts.add(spentIn(item, pence)));
          components.add(Explanation.of(component.title(), Measure.POUNDS, Rule.SUM, parts));
        });
    Explanation made =
        Explanation.of("Spent by the end of month " + month, Measure.POUNDS, Rule.SUM, components)
            .at(SPENT + "/" + month);
    return made.counted(Pence.of(ledger.within(ledger.span().fromDay(), end)).pounds());
  }

  private int endOfMonth(int month) {
    DateSpan span = ledger.span();
    return Math.min(CalendarDays.plusMonths(span.fromDay(), month), span.toDay());
  }

  /** A sum of ledger lines, or of the parts of them that fall into some days. */
  private static Explanation spentIn(String label, long pence) {
    return Explanation.input(label, Measure.POUNDS, Pence.of(pence).pounds(), null)
        .noting("lines of the ledger added up");
  }
}
