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
import org.homeward.explanation.Measure;
import org.homeward.explanation.Rule;
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
    Explanation total = total(group);
    Explanation made =
        switch (figure) {
          case TOTAL -> total;
          case NIGHTS -> nights(group);
          case A_CHILD ->
              quotient("For each child", total, "Children", Measure.FACTOR, children(group));
          case A_NIGHT ->
              quotient(
                  "For each night in care",
                  total,
                  "Nights in care",
                  Measure.NIGHTS,
                  group.nights(Nights.IN_CARE));
          default -> total.find(figure);
        };
    if (made == null || made.key().isEmpty()) {
      throw new InputException(
          Problem.of(
              "figure",
              figure,
              "There is no such figure of this group.",
              "Follow a link of the table of costs."));
    }
    return made;
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
      if (values(shown.get(i)).equals(values)) {
        if (keepsBack && Suppression.of(costs)[i]) {
          throw missing(values, "This figure is of few children, or tells one that is.");
        }
        return shown.get(i);
      }
    }
    throw missing(values, "There is no such group of children.");
  }

  private static List<String> values(GroupCosts group) {
    return group.values().stream().map(v -> Objects.requireNonNullElse(v, CostTable.ALL)).toList();
  }

  private static InputException missing(List<String> values, String why) {
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

  private static Explanation quotient(
      String label, Explanation total, String unit, Measure measure, BigFraction count) {
    if (count.signum() == 0) {
      return total.at("");
    }
    return Explanation.of(
            label,
            Measure.POUNDS,
            Rule.QUOTIENT,
            total,
            Explanation.input(unit, measure, count, null))
        .at(unit.equals("Children") ? A_CHILD : A_NIGHT);
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
    return same(
        Explanation.of("Total", Measure.POUNDS, Rule.SUM, components).at(TOTAL), group.total());
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
    long nights = lines.stream().mapToLong(GroupCosts.NightsLine::nights).sum();
    long pence = lines.stream().mapToLong(l -> l.amount().value()).sum();
    return Explanation.input(kind, Measure.POUNDS, pounds(Pence.of(pence)), null)
        .noting(Measure.NIGHTS.write(BigFraction.of(nights)) + "; fees are not told apart");
  }

  private Explanation fee(GroupCosts.NightsLine line) {
    FeeRow row = line.fee();
    if (row == null) {
      return Explanation.input(
              "Fees of single children, and allowances",
              Measure.POUNDS,
              pounds(line.amount()),
              null)
          .noting(
              Measure.NIGHTS.write(BigFraction.of(line.nights()))
                  + "; as they were sent with the returns, added up");
    }
    Explanation night = figures.aNight(row);
    if (line.nights() == 0) {
      return Explanation.input(night.label(), Measure.POUNDS, pounds(line.amount()), null)
          .noting("paid on top of a fee, whose nights are counted with it");
    }
    return counted(
        night.label(), night, "Nights", Measure.NIGHTS, line.nights(), pounds(line.amount()));
  }

  private Explanation nights(GroupCosts group) {
    Map<String, Long> byFee = new TreeMap<>();
    for (GroupCosts.Line line : group.lines()) {
      if (line instanceof GroupCosts.NightsLine n && n.kind() == Nights.IN_CARE) {
        FeeRow row = n.fee();
        String label =
            keepsBack
                ? "Nights in care"
                : row == null ? "At fees of single children" : BookNames.of(row);
        byFee.merge(label, n.nights(), Long::sum);
      }
    }
    List<Explanation> parts = new ArrayList<>();
    byFee.forEach(
        (label, nights) ->
            parts.add(
                Explanation.input(label, Measure.NIGHTS, BigFraction.of(nights), null)
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
          of.forEach((process, lines) -> parts.add(process(process, lines)));
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
    return Explanation.input(name, Measure.POUNDS, pounds(Pence.of(pence)), null)
        .noting(Format.number(written) + " " + unit + "; kinds of case are not told apart");
  }

  /** A process in one kind of case. */
  private Explanation cases(GroupCosts.ProcessLine line) {
    LineSource.OfProcess source = new LineSource.OfProcess(line.process(), line.variant());
    BigFraction amount = pounds(line.amount());
    Explanation unitCost = figures.unitCost(source);
    if (line.process().graph().trigger() instanceof Trigger.Continuous) {
      return counted(
          unitCost.label(), figures.aDay(source), "Days", Measure.DAYS, line.count(), amount);
    }
    Explanation once =
        Explanation.of("Each, to the penny", Measure.POUNDS, Rule.TO_THE_PENNY, List.of(unitCost));
    return counted(unitCost.label(), once, "Times", Measure.FACTOR, line.count(), amount);
  }

  /** So many of a figure, and what the rounding of single lines makes of it. */
  private static Explanation counted(
      String label,
      Explanation each,
      String unit,
      Measure measure,
      long count,
      BigFraction amount) {
    Explanation exact =
        Explanation.of(
            label,
            Measure.POUNDS,
            Rule.PRODUCT,
            each,
            Explanation.input(unit, measure, BigFraction.of(count), null));
    BigFraction rounding = amount.subtract(exact.value());
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

  private static BigFraction pounds(Pence pence) {
    return BigFraction.of(pence.value(), 100);
  }

  private static Explanation same(Explanation made, Pence counted) {
    if (!made.value().equals(pounds(counted))) {
      throw new IllegalStateException(
          made.label() + " is counted as " + counted + " but explained as " + made.written());
    }
    return made;
  }
}
