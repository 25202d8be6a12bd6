package org.homeward.explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CompiledBook;
import org.homeward.parameter.Paths;
import org.homeward.pathway.Component;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerLine;
import org.homeward.pathway.LineSource;
import org.homeward.pathway.Pathway;
import org.homeward.placement.FeeRow;
import org.homeward.placement.PriceRow;
import org.homeward.quantity.DiscountSchedule;
import org.homeward.quantity.Format;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;

/**
 * Explains the figures of a pathway: total → components → items → ledger lines → what a line is
 * made of. What several lines rest on is made once and found at one address.
 */
public final class ExplanationCalculator {

  /** The address of the whole. */
  public static final String TOTAL = "total";

  private final UnitCostExplanations unitCosts;
  private final PriceExplanations prices;
  private final DiscountSchedule discounts;

  public ExplanationCalculator(CompiledBook book) {
    IndexExplanations indices = new IndexExplanations(book.book());
    HourExplanations hours = new HourExplanations(book.book(), indices);
    prices = new PriceExplanations(book.book(), indices, hours);
    discounts = book.book().discounts();
    unitCosts = new UnitCostExplanations(book.book(), indices, hours);
  }

  /** What an hour of a role costs, in prices of the book. */
  public Explanation hourlyCost(String role) {
    return unitCosts.hourlyCost(role);
  }

  /** What a full-time post of a role costs a year, in prices of the book. */
  public Explanation annualCost(String role) {
    return unitCosts.annualCost(role);
  }

  /** What one occurrence of a process costs, or a stretch of one that runs over time. */
  public Explanation unitCost(LineSource.OfProcess process) {
    return unitCosts.of(process);
  }

  /** The address of the minutes of a role within a unit cost that is built up. */
  public static String minutes(String unitCost, String role) {
    return unitCost + "/minutes/" + role;
  }

  /** A placement fee in prices of the book. */
  public Explanation fee(FeeRow row) {
    return prices.fee(row);
  }

  /** The price of a support or one-off cost in prices of the book. */
  public Explanation price(PriceRow row) {
    return prices.price(row);
  }

  /** The rate by which a year, from 1, is discounted against the one before. */
  public Explanation discountRate(int year) {
    DiscountSchedule.Band band =
        discounts.bands().stream()
            .filter(b -> b.fromYear() <= year)
            .reduce((earlier, later) -> later)
            .orElseThrow();
    return Explanation.input(
            "Discount rate from year " + band.fromYear(),
            Measure.SHARE,
            Fractions.of(band.rate()),
            new Provenance(discounts.source(), false, ""))
        .at(Paths.discount(discounts, band));
  }

  /** A pathway's total, and how much more or less than another's it is. */
  public Explanation difference(
      Pathway pathway, Ledger ledger, Pathway baseline, Ledger baselineLedger) {
    return Explanation.of(
            pathway.name() + " less " + baseline.name(),
            Measure.POUNDS,
            Rule.DIFFERENCE,
            totalOf(pathway, ledger),
            totalOf(baseline, baselineLedger))
        .at("difference/" + pathway.id());
  }

  /** A pathway's total, its addresses under the pathway's id, to stand beside others. */
  public Explanation totalOf(Pathway pathway, Ledger ledger) {
    return total(pathway.name(), ledger, pathway.id() + "/");
  }

  /** A pathway's total, down to its inputs. */
  public Explanation total(Pathway pathway, Ledger ledger) {
    return total(pathway.name(), ledger);
  }

  /**
   * The total of a ledger, down to its inputs.
   *
   * @param name of what it is the ledger of
   */
  public Explanation total(String name, Ledger ledger) {
    return total(name, ledger, "");
  }

  /**
   * The same, to stand beside the totals of other ledgers.
   *
   * @param under what its addresses begin with
   */
  public Explanation total(String name, Ledger ledger, String under) {
    Map<Component, Map<String, List<LedgerLine>>> tree = new LinkedHashMap<>();
    for (LedgerLine line : ledger.lines()) {
      tree.computeIfAbsent(line.component(), c -> new LinkedHashMap<>())
          .computeIfAbsent(line.item(), i -> new ArrayList<>())
          .add(line);
    }
    List<Explanation> components = new ArrayList<>();
    tree.forEach((component, items) -> components.add(component(component, items, under)));
    return Explanation.of(name, Measure.POUNDS, Rule.SUM, components)
        .at(under + TOTAL)
        .counted(ledger.total().pounds());
  }

  private Explanation component(
      Component component, Map<String, List<LedgerLine>> items, String under) {
    String address = under + component.code();
    List<Explanation> made = new ArrayList<>();
    items.forEach((item, lines) -> made.add(item(item, lines, address + "/" + item)));
    return Explanation.of(component.title(), Measure.POUNDS, Rule.SUM, made).at(address);
  }

  private Explanation item(String item, List<LedgerLine> lines, String address) {
    Map<String, Integer> seen = new HashMap<>();
    List<Explanation> made = new ArrayList<>();
    for (LedgerLine line : lines) {
      String branch = line.branch();
      String own = address + "/" + line.span().from() + (branch == null ? "" : "/" + branch);
      int times = seen.merge(own, 1, Integer::sum);
      made.add(line(line).at(times == 1 ? own : own + "/" + times));
    }
    return Explanation.of(name(item, lines.get(0).source()), Measure.POUNDS, Rule.SUM, made)
        .at(address);
  }

  /** The hours of a full-time year of a role. */
  Explanation workingHours(String role) {
    return unitCosts.workingHours(role);
  }

  String name(String role) {
    return unitCosts.name(role);
  }

  /** The expected minutes of a role in one occurrence of a process, or a stretch of one. */
  Explanation minutes(LineSource.OfProcess process, String role) {
    return unitCosts.minutes(process, role);
  }

  static String name(LedgerLine line) {
    return name(line.item(), line.source());
  }

  /** Of a placement the kind, of all else its name. */
  private static String name(String item, LineSource source) {
    if (source instanceof LineSource.OfProcess process) {
      return process.process().graph().name();
    }
    if (source instanceof LineSource.Included included) {
      return included.process().graph().name();
    }
    return source instanceof LineSource.OfPrice price ? price.price().name() : Format.title(item);
  }

  /** One line of a ledger. */
  public Explanation line(LedgerLine line) {
    LineSource source = line.source();
    if (source instanceof LineSource.Included included) {
      return Explanation.input(when(line), Measure.POUNDS, BigFraction.ZERO, null)
          .noting("already paid by " + included.paidBy());
    }
    Explanation figure = figure(source);
    String label = when(line);
    Explanation made =
        line.accrual() == null
            ? Explanation.of(label, Measure.POUNDS, Rule.TO_THE_PENNY, shared(line, figure))
            : overTime(line, label, aDay(figure, per(source)));
    return made.counted(line.amount().pounds());
  }

  /** What one of it costs: for a time, or each time. */
  public Explanation figure(LineSource source) {
    if (source instanceof LineSource.OfProcess process) {
      return unitCost(process);
    }
    if (source instanceof LineSource.OfFee fee) {
      return prices.fee(fee.fee());
    }
    if (source instanceof LineSource.OfPrice price) {
      return prices.price(price.price());
    }
    throw new IllegalArgumentException("What is already paid for has no figure of its own.");
  }

  /** The stretch of time that the figure of a line that runs over time is for. */
  public static Rate.Per per(LineSource source) {
    if (source instanceof LineSource.OfProcess process) {
      return process.per();
    }
    if (source instanceof LineSource.OfFee fee) {
      return PriceExplanations.per(fee.fee());
    }
    if (source instanceof LineSource.OfPrice price) {
      return PriceExplanations.per(price.price());
    }
    return Rate.Per.DAY;
  }

  /** A placement fee for one night, in prices of the book. */
  public Explanation aNight(FeeRow row) {
    return aDay(prices.fee(row), PriceExplanations.per(row));
  }

  /** One day of a process that runs over time. */
  public Explanation aDay(LineSource.OfProcess process) {
    return aDay(unitCost(process), process.per());
  }

  private static Explanation aDay(Explanation figure, Rate.Per per) {
    return per.days().equals(BigFraction.ONE)
        ? figure
        : Explanation.of(
            figure.label(),
            Measure.POUNDS_A_DAY,
            Rule.QUOTIENT,
            figure,
            Explanation.daysIn(per, per.days()));
  }

  /** What has accrued by the end of the line, less what had before it. */
  private static Explanation overTime(LedgerLine line, String label, Explanation aDay) {
    int before = line.span().fromDay() - line.rateStart();
    Explanation whole = accrued(line, label, aDay, line.span().toDay() - line.rateStart());
    return before == 0
        ? whole
        : Explanation.of(
            label,
            Measure.POUNDS,
            Rule.DIFFERENCE,
            accrued(line, "Accrued by the end", aDay, line.span().toDay() - line.rateStart()),
            accrued(line, "Accrued before", aDay, before));
  }

  private static Explanation accrued(LedgerLine line, String label, Explanation aDay, int days) {
    List<Explanation> parts = shared(line, aDay);
    parts.add(Explanation.input("Days", Measure.DAYS, BigFraction.of(days), null));
    return Explanation.of(label, Measure.POUNDS, Rule.TO_THE_PENNY, parts);
  }

  private static List<Explanation> shared(LedgerLine line, Explanation figure) {
    List<Explanation> parts = new ArrayList<>(List.of(figure));
    if (!line.probability().equals(BigFraction.ONE)) {
      parts.add(
          Explanation.input(
              "Probability, or share of families", Measure.SHARE, line.probability(), null));
    }
    return parts;
  }

  private static String when(LedgerLine line) {
    String from = Format.date(line.span().from());
    return line.accrual() == null && line.span().days() == 1
        ? from
        : from
            + " to "
            + Format.date(line.span().to().minusDays(1))
            + ", "
            + Measure.DAYS.write(BigFraction.of(line.span().days()));
  }
}
