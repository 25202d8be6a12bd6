package org.homeward.cohort;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledProcess;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.explanation.FigureExplanations;
import org.homeward.explanation.Measure;
import org.homeward.explanation.Rule;
import org.homeward.explanation.StaffTimeExplanations;
import org.homeward.parameter.BookNames;
import org.homeward.pathway.Component;
import org.homeward.pathway.LineSource;
import org.homeward.placement.FeeRow;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.process.Trigger;
import org.homeward.quantity.Format;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Explains the figures of a group of children: total → components → nights at each row of the fee
 * table, and each process in each kind of case, as often as it was done → fees and unit costs down
 * to minutes, answers, salaries and sources.
 *
 * <p>A group is a sum over many ledgers: which child or day a line is of it does not tell.
 */
public final class GroupExplanations {

  /** The addresses of the figures; a component has its code. */
  public static final String TOTAL = ExplanationCalculator.TOTAL;

  public static final String NIGHTS = "nights";
  public static final String A_CHILD = "mean-per-child";
  public static final String A_NIGHT = "per-night-in-care";

  /** What so many in a hundred children do not exceed: {@code child-p50}. */
  private static final String CHILD = "child-p";

  /** What a payer pays: its code stands behind. */
  public static final String PAYER = FigureExplanations.PAYER;

  static final String NO_GROUP = "There is no such group of children.";
  static final String OF_FEW = "This figure is of few children, or tells one that is.";

  private final ExplanationCalculator figures;
  private final boolean keepsBack;

  /**
   * @param keepsBack whether small numbers are: then what may be of few children – the nights at
   *     each fee, the kinds of case of a process – is not told apart
   */
  public GroupExplanations(CompiledBook book, boolean keepsBack) {
    figures = new ExplanationCalculator(book);
    this.keepsBack = keepsBack;
  }

  /**
   * The figure of an address.
   *
   * @param group with its fees told apart
   * @throws InputException about {@code figure}, if there is none
   */
  public Explanation of(GroupCosts group, String figure) {
    Explanation made = find(group, figure);
    if (made == null) {
      throw unknown(figure, "");
    }
    return made;
  }

  /**
   * @param first what has to stand before a figure
   */
  static InputException unknown(String figure, String first) {
    return new InputException(
        Problem.of(
            "figure",
            figure,
            "There is no such figure of this group.",
            "Use "
                + first
                + String.join(
                    ", ",
                    TOTAL,
                    "COMPONENT",
                    "COMPONENT/PROCESS",
                    PAYER + "/PAYER",
                    NIGHTS,
                    A_CHILD,
                    A_NIGHT,
                    CHILD + "50",
                    StaffTimeExplanations.HOURS,
                    StaffTimeExplanations.HOURS + "/ROLE",
                    StaffTimeExplanations.ROLE + "/ROLE",
                    StaffTimeExplanations.FULL_TIME + "/ROLE")
                + "."));
  }

  /** The figure of an address; null if there is none. */
  @Nullable Explanation find(GroupCosts group, String figure) {
    if (StaffTimeExplanations.isOne(figure)) {
      StaffTimeExplanations time =
          new StaffTimeExplanations(figures, group.timesByProcess(), "Counted", !keepsBack);
      return time.has(figure) ? time.of(figure) : null;
    }
    if (figure.startsWith(PAYER + "/")) {
      return paidBy(group, figure);
    }
    if (figure.startsWith(CHILD)) {
      return quantile(group, figure);
    }
    Explanation total = total(group);
    return switch (figure) {
      case "" -> null; // parts without an address
      case TOTAL -> total;
      case NIGHTS -> nights(group);
      case A_CHILD ->
          quotient(A_CHILD, "For each child", total, "Children", Measure.FACTOR, children(group));
      case A_NIGHT ->
          quotient(
              A_NIGHT,
              "For each night in care",
              total,
              "Nights in care",
              Measure.NIGHTS,
              group.nights(Nights.IN_CARE));
      default -> total.find(figure);
    };
  }

  /**
   * What so many in a hundred children do not exceed: the cost of one of them, who is not named.
   */
  private @Nullable Explanation quantile(GroupCosts group, String figure) {
    if (!CostTable.tellsQuantiles(group, keepsBack)) {
      return null;
    }
    for (int percent : CostTable.QUANTILES) {
      if (figure.equals(CHILD + percent)) {
        return Explanation.input(
                "Cost of a child",
                Measure.POUNDS,
                group.children().quantile(percent).pounds(),
                null)
            .noting(
                "the least that "
                    + percent
                    + " in a hundred of "
                    + group.children().count()
                    + " children do not exceed; each is a sum of a child’s ledger")
            .at(figure);
      }
    }
    return null;
  }

  private @Nullable Explanation paidBy(GroupCosts group, String figure) {
    String payer = figure.substring(PAYER.length() + 1);
    List<GroupCosts.Line> lines =
        group.lines().stream().filter(l -> l.payer().code().equals(payer)).toList();
    return lines.isEmpty()
        ? null
        : total(new GroupCosts(group.values(), lines, group.children()))
            .named(Format.title(payer))
            .at(figure);
  }

  /**
   * The group of these values among the figures that are shown.
   *
   * @param values of each dimension; {@link CostTable#ALL} for any, none for the whole cohort
   * @throws InputException about {@code group}, if there is none, or it is kept back
   */
  public static GroupCosts group(CohortCosts costs, List<String> values, boolean keepsBack) {
    List<GroupCosts> shown = Suppression.shown(costs);
    for (int i = 0; i < shown.size(); i++) {
      if (named(shown.get(i).values()).equals(values)) {
        if (keepsBack && Suppression.of(costs)[i]) {
          throw missing(values, OF_FEW);
        }
        return shown.get(i);
      }
    }
    throw missing(values, NO_GROUP);
  }

  /** As a question names them: {@link CostTable#ALL} where all values are together. */
  static List<String> named(List<@Nullable String> values) {
    return values.stream().map(v -> Objects.requireNonNullElse(v, CostTable.ALL)).toList();
  }

  static InputException missing(List<String> values, String why) {
    return new InputException(
        Problem.of(
            "group",
            String.join(", ", values),
            why,
            "Take a group of the cohort’s table of costs: a value of each dimension, or "
                + CostTable.ALL
                + "."));
  }

  /** What the processes of a group cost in an ordinary case: what is told where cases are not. */
  public List<Explanation> unitCosts(GroupCosts group) {
    return group.byProcess().stream()
        .map(p -> figures.unitCost(new LineSource.OfProcess(p.process(), 0)))
        .toList();
  }

  private static BigFraction children(GroupCosts group) {
    return BigFraction.of(group.children().count());
  }

  /** Null where there is nobody or no night to share it between. */
  private static @Nullable Explanation quotient(
      String address,
      String label,
      Explanation total,
      String unit,
      Measure measure,
      BigFraction count) {
    return count.signum() == 0
        ? null
        : Explanation.of(
                label,
                Measure.POUNDS,
                Rule.QUOTIENT,
                total,
                Explanation.input(unit, measure, count, null))
            .at(address);
  }

  private Explanation total(GroupCosts group) {
    Map<Component, List<Explanation>> parts = new EnumMap<>(Component.class);
    fees(group).forEach((component, lines) -> parts.put(component, new ArrayList<>(lines)));
    processes(group)
        .forEach(
            (component, lines) ->
                parts.computeIfAbsent(component, c -> new ArrayList<>()).addAll(lines));
    List<Explanation> components = new ArrayList<>();
    parts.forEach(
        (component, lines) ->
            components.add(
                Explanation.of(component.title(), Measure.POUNDS, Rule.SUM, lines)
                    .at(component.code())));
    return Explanation.of("Total", Measure.POUNDS, Rule.SUM, components)
        .at(TOTAL)
        .counted(group.total().pounds());
  }

  // Nights

  private Map<Component, List<Explanation>> fees(GroupCosts group) {
    Map<Component, Map<String, List<GroupCosts.NightsLine>>> byKind =
        new EnumMap<>(Component.class);
    for (GroupCosts.Line line : group.lines()) {
      if (line instanceof GroupCosts.NightsLine n) {
        byKind
            .computeIfAbsent(n.component(), c -> new LinkedHashMap<>())
            .computeIfAbsent(kind(n), k -> new ArrayList<>())
            .add(n);
      }
    }
    Map<Component, List<Explanation>> fees = new EnumMap<>(Component.class);
    byKind.forEach(
        (component, kinds) -> {
          List<Explanation> parts = new ArrayList<>();
          kinds.forEach((kind, lines) -> parts.add(fees(kind, lines)));
          fees.put(component, parts);
        });
    return fees;
  }

  private static String kind(GroupCosts.NightsLine line) {
    String nights =
        switch (line.kind()) {
          case IN_CARE -> "Nights in care";
          case SHORT_BREAK -> "Nights of short breaks";
          case AFTER_CARE -> "Nights in homes after care";
        };
    return nights + ", paid by " + Format.words(line.payer().code());
  }

  private Explanation fees(String kind, List<GroupCosts.NightsLine> lines) {
    if (!keepsBack) {
      return Explanation.of(kind, Measure.POUNDS, Rule.SUM, lines.stream().map(this::fee).toList());
    }
    BigFraction nights =
        lines.stream()
            .map(GroupCosts.NightsLine::ofShare)
            .reduce(BigFraction.ZERO, BigFraction::add);
    long pence = lines.stream().mapToLong(l -> l.amount().value()).sum();
    boolean illustrative = lines.stream().anyMatch(l -> isIllustrative(l.fee()));
    return Explanation.input(
            kind,
            Measure.POUNDS,
            Pence.of(pence).pounds(),
            new Provenance("the fees of the cost book", illustrative, ""))
        .noting(Measure.NIGHTS.write(nights) + "; fees are not told apart");
  }

  private static boolean isIllustrative(@Nullable FeeRow fee) {
    return fee != null && fee.provenance().illustrative();
  }

  private Explanation fee(GroupCosts.NightsLine line) {
    FeeRow row = line.fee();
    if (row == null) {
      return Explanation.input(
              "Fees of single children, and allowances",
              Measure.POUNDS,
              line.amount().pounds(),
              null)
          .noting(
              Measure.NIGHTS.write(line.ofShare())
                  + "; as they were sent with the returns, added up");
    }
    Explanation night = figures.aNight(row);
    if (line.nights() == 0) {
      return Explanation.input(night.label(), Measure.POUNDS, line.amount().pounds(), null)
          .noting("paid on top of a fee, whose nights are counted with it");
    }
    return often(night.label(), night, "Nights", Measure.NIGHTS, line.nights(), line);
  }

  private Explanation nights(GroupCosts group) {
    Map<String, BigFraction> byFee = new TreeMap<>();
    for (GroupCosts.Line line : group.lines()) {
      if (line instanceof GroupCosts.NightsLine n && n.kind() == Nights.IN_CARE) {
        FeeRow row = n.fee();
        String label =
            keepsBack
                ? "Nights in care"
                : row == null ? "At fees of single children" : BookNames.of(row);
        byFee.merge(label, n.ofShare(), BigFraction::add);
      }
    }
    List<Explanation> parts = new ArrayList<>();
    byFee.forEach(
        (label, nights) ->
            parts.add(
                Explanation.input(label, Measure.NIGHTS, nights, null)
                    .noting("counted in the merged stays")));
    return Explanation.of("Nights in care", Measure.NIGHTS, Rule.SUM, parts).at(NIGHTS);
  }

  // Processes

  private Map<Component, List<Explanation>> processes(GroupCosts group) {
    Map<Component, Map<CompiledProcess, List<GroupCosts.ProcessLine>>> byProcess =
        new EnumMap<>(Component.class);
    for (GroupCosts.Line line : group.lines()) {
      if (line instanceof GroupCosts.ProcessLine p) {
        byProcess
            .computeIfAbsent(p.component(), c -> new LinkedHashMap<>())
            .computeIfAbsent(p.process(), k -> new ArrayList<>())
            .add(p);
      }
    }
    Map<Component, List<Explanation>> processes = new EnumMap<>(Component.class);
    byProcess.forEach(
        (component, of) -> {
          List<Explanation> parts = new ArrayList<>();
          of.forEach(
              (process, lines) ->
                  parts.add(
                      process(process, lines).at(component.code() + "/" + process.graph().id())));
          processes.put(component, parts);
        });
    return processes;
  }

  private Explanation process(CompiledProcess process, List<GroupCosts.ProcessLine> lines) {
    String name = process.graph().name();
    if (!keepsBack) {
      return Explanation.of(
          name, Measure.POUNDS, Rule.SUM, lines.stream().map(this::cases).toList());
    }
    BigFraction times = BigFraction.ZERO;
    long pence = 0;
    for (GroupCosts.ProcessLine line : lines) {
      times = times.add(line.occurrences());
      pence += line.amount().value();
    }
    BigDecimal written = Fractions.toDecimal(times, 1);
    String unit =
        process.graph().trigger() instanceof Trigger.Continuous
            ? process.per().code() + "s of it"
            : "times";
    boolean illustrative = lines.stream().anyMatch(l -> l.source().illustrative());
    return Explanation.input(
            name,
            Measure.POUNDS,
            Pence.of(pence).pounds(),
            new Provenance("the unit costs of the cost book", illustrative, ""))
        .noting(Format.number(written) + " " + unit + "; kinds of case are not told apart");
  }

  /** A process in one kind of case. */
  private Explanation cases(GroupCosts.ProcessLine line) {
    LineSource.OfProcess source = line.source();
    Explanation unitCost = figures.unitCost(source);
    if (line.process().graph().trigger() instanceof Trigger.Continuous) {
      return often(
          unitCost.label(), figures.aDay(source), "Days", Measure.DAYS, line.count(), line);
    }
    Explanation once =
        Explanation.of("Each, to the penny", Measure.POUNDS, Rule.TO_THE_PENNY, List.of(unitCost));
    return often(unitCost.label(), once, "Times", Measure.FACTOR, line.count(), line);
  }

  /**
   * So many of a figure, the share for which they are counted, and what the rounding of single
   * lines makes of it.
   */
  private static Explanation often(
      String label,
      Explanation each,
      String unit,
      Measure measure,
      long count,
      GroupCosts.Line line) {
    List<Explanation> factors = new ArrayList<>();
    factors.add(each);
    factors.add(Explanation.input(unit, measure, BigFraction.of(count), null));
    if (!line.share().equals(BigFraction.ONE)) {
      factors.add(
          Explanation.input("Share", Measure.SHARE, line.share(), null)
              .noting("the part of each child for whom it is counted"));
    }
    Explanation exact = Explanation.of(label, Measure.POUNDS, Rule.PRODUCT, factors);
    BigFraction rounding = line.amount().pounds().subtract(exact.value());
    return rounding.signum() == 0
        ? exact
        : Explanation.of(
            label,
            Measure.POUNDS,
            Rule.SUM,
            exact.named("Exactly"),
            Explanation.input("Rounding", Measure.POUNDS, rounding, null)
                .noting("each stretch of each child’s ledger is in whole pence"));
  }
}
