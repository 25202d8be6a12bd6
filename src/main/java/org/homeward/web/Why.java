package org.homeward.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CostBook;
import org.homeward.history.Provider;
import org.homeward.pathway.Component;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerLine;
import org.homeward.pathway.LineSource;
import org.homeward.pathway.Pathway;
import org.homeward.placement.FeeRow;
import org.homeward.process.Trigger;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.homeward.staffing.HourlyCost;
import org.homeward.unitcost.UnitCost;

/** A pathway's ledger as a tree: components, items, lines, and the working of each unit cost. */
public record Why(
    Pathway pathway,
    Pence total,
    List<Branch> components,
    List<Working> workings,
    List<Hour> hours) {

  /** A component and its items, which add up to it. */
  public record Branch(String name, Pence total, List<Item> items) {}

  /** An item and its lines, which add up to it. */
  public record Item(String name, Pence total, List<Entry> lines) {}

  /** A ledger line in words. */
  public record Entry(String when, Pence amount, String because, String link) {}

  /** The working of a unit cost; its lines add up to it. */
  public record Working(
      String anchor, String title, String sentence, Money exact, List<UnitCost.Line> lines) {}

  /** What an hour of a role costs, line by line. */
  public record Hour(HourlyCost cost, Money perHour) {}

  static Why of(CompiledBook book, Pathway pathway, Ledger ledger) {
    Map<Component, Map<String, List<LedgerLine>>> tree = new java.util.EnumMap<>(Component.class);
    Map<String, LineSource.OfProcess> processes = new LinkedHashMap<>();
    for (LedgerLine line : ledger.lines()) {
      tree.computeIfAbsent(line.component(), c -> new LinkedHashMap<>())
          .computeIfAbsent(name(line), n -> new ArrayList<>())
          .add(line);
      if (line.source() instanceof LineSource.OfProcess process) {
        processes.putIfAbsent(anchor(process), process);
      }
    }
    List<Branch> components = new ArrayList<>();
    tree.forEach((component, items) -> components.add(branch(component, items)));
    CostBook costs = book.book();
    return new Why(
        pathway,
        ledger.total(),
        components,
        processes.values().stream().map(p -> working(costs, p)).toList(),
        costs.hourlyCosts().stream().map(h -> new Hour(h, h.perHour(costs.hourBasis()))).toList());
  }

  private static Branch branch(Component component, Map<String, List<LedgerLine>> items) {
    List<Item> made = new ArrayList<>();
    items.forEach(
        (name, lines) ->
            made.add(new Item(name, sum(lines), lines.stream().map(Why::entry).toList())));
    return new Branch(
        Format.title(component.code()),
        made.stream().map(Item::total).reduce(Pence.ZERO, Pence::plus),
        made);
  }

  private static String name(LedgerLine line) {
    if (line.source() instanceof LineSource.OfFee f) {
      FeeRow row = f.fee().row();
      if (row != null && line.name().equals(row.label())) {
        Provider provider = row.provider();
        return Format.title(row.type().code())
            + (provider == null ? "" : ", " + Format.words(provider.code()));
      }
    }
    return line.name();
  }

  private static Pence sum(List<LedgerLine> lines) {
    return lines.stream().map(LedgerLine::amount).reduce(Pence.ZERO, Pence::plus);
  }

  private static Entry entry(LedgerLine line) {
    String when =
        line.span().days() == 1
            ? Format.date(line.span().from())
            : Format.date(line.span().from())
                + " to "
                + Format.date(line.span().to().minusDays(1))
                + ", "
                + line.span().days()
                + " days";
    LineSource source = line.source();
    String link = source instanceof LineSource.OfProcess p ? "#" + anchor(p) : "";
    return new Entry(when, line.amount(), because(source) + chance(line), link);
  }

  private static String chance(LedgerLine line) {
    return line.probability().equals(org.apache.commons.numbers.fraction.BigFraction.ONE)
        ? ""
        : " In "
            + org.homeward.quantity.Fractions.toDecimal(line.probability().multiply(100), 1)
                .stripTrailingZeros()
                .toPlainString()
            + " % of cases.";
  }

  private static String because(LineSource source) {
    if (source instanceof LineSource.OfProcess p) {
      UnitCost cost = p.unitCost();
      return (p.process().graph().trigger() instanceof Trigger.Continuous
              ? Format.pounds(cost.exact()) + " a " + Format.words(p.per().code())
              : Format.pounds(cost.perOccurrence()) + " each time")
          + (cost.variations().isEmpty()
              ? ""
              : ", " + Format.words(String.join(", ", cost.variations())))
          + ".";
    }
    if (source instanceof LineSource.OfFee f) {
      var row = f.fee().row();
      return row == null
          ? "A fee stated in the question."
          : amount(
                  Format.pounds(f.fee().accrual().rate().amountPer(of(row.per()))),
                  Format.pounds(row.cost()),
                  row.per(),
                  row.priceYear().toString())
              + from(row.provenance());
    }
    if (source instanceof LineSource.OfPrice p) {
      var row = p.price().row();
      return row == null
          ? "A cost stated in the question."
          : amount(
                  Format.pounds(p.price().amount()),
                  Format.pounds(row.amount()),
                  row.per(),
                  row.priceYear().toString())
              + from(row.provenance());
    }
    return "Nothing more: already paid by " + ((LineSource.Included) source).paidBy() + ".";
  }

  /** What is paid once is the rate of its one day. */
  private static Rate.Per of(Rate.@org.jspecify.annotations.Nullable Per per) {
    return per == null ? Rate.Per.DAY : per;
  }

  private static String amount(
      String now, String stated, Rate.@org.jspecify.annotations.Nullable Per per, String year) {
    return now
        + (per == null ? " once" : " a " + Format.words(per.code()))
        + " (stated as "
        + stated
        + " in "
        + year
        + " prices). ";
  }

  private static String from(Provenance provenance) {
    return "Source: "
        + provenance.source()
        + "."
        + (provenance.illustrative() ? " Illustrative: " + provenance.note() : "");
  }

  private static String anchor(LineSource.OfProcess process) {
    return "process-"
        + process.process().graph().id()
        + (process.unitCost().variations().isEmpty()
            ? ""
            : "-" + String.join("-", process.unitCost().variations()));
  }

  private static Working working(CostBook book, LineSource.OfProcess process) {
    UnitCost cost = process.unitCost();
    var graph = process.process().graph();
    var stated = cost.stated();
    StringBuilder sentence = new StringBuilder();
    if (stated != null) {
      sentence.append("A published figure stands in: ").append(from(stated.provenance()));
    } else {
      Map<String, String> names = new LinkedHashMap<>();
      book.hourlyCosts().forEach(h -> names.put(h.role().id(), h.role().name()));
      List<String> parts = new ArrayList<>();
      cost.minutesByRole()
          .forEach(
              (role, minutes) ->
                  parts.add(Format.time(minutes) + " of " + names.getOrDefault(role, role)));
      sentence
          .append(Format.pounds(cost.exact()))
          .append(" = ")
          .append(String.join(" + ", parts))
          .append(".");
      sentence.append(cost.illustrative() ? " Its minutes are illustrative." : "");
    }
    return new Working(
        anchor(process),
        graph.name()
            + (cost.variations().isEmpty()
                ? ""
                : " (" + Format.words(String.join(", ", cost.variations())) + ")"),
        sentence.toString(),
        cost.exact(),
        cost.lines());
  }
}
