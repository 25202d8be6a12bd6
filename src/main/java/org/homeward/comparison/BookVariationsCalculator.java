package org.homeward.comparison;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.homeward.comparison.BookVariations.Amounts;
import org.homeward.comparison.UnitCostDecompositionCalculator.Side;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.FeeTerm;
import org.homeward.costbook.PriceIndices;
import org.homeward.history.Area;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.pathway.Component;
import org.homeward.pathway.Ledger;
import org.homeward.pathway.LedgerCalculator;
import org.homeward.pathway.Pathway;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Rate;
import org.homeward.staffing.HourlyCost;
import org.jspecify.annotations.Nullable;

/** Sets several cost books side by side and explains why their unit costs differ. */
public final class BookVariationsCalculator {

  private final FinancialYear priceYear;
  private final List<Side> sides;

  /**
   * @param sides the books, in prices of one year; the first is the one that the others are held
   *     against
   */
  public BookVariationsCalculator(List<Side> sides) {
    this.sides = List.copyOf(sides);
    priceYear = sides.get(0).book().book().priceYear();
  }

  /**
   * @param day on which fees are looked up
   * @param ages for which fees are looked up
   * @param routes what to cost by every book
   */
  public BookVariations calculate(int day, List<Integer> ages, List<Pathway> routes) {
    return new BookVariations(
        priceYear,
        unitCosts(),
        ages.stream().flatMap(age -> fees(day, age).stream()).toList(),
        hours(),
        routes(routes));
  }

  private List<BookVariations.Routes> routes(List<Pathway> pathways) {
    List<PathwayDecompositionCalculator> against =
        sides.stream()
            .skip(1)
            .map(s -> new PathwayDecompositionCalculator(sides.get(0), s))
            .toList();
    List<BookVariations.Routes> all = new ArrayList<>();
    for (Pathway pathway : pathways) {
      List<Ledger> ledgers =
          sides.stream().map(s -> new LedgerCalculator(s.book()).calculate(pathway)).toList();
      List<Map<Component, Pence>> sums = ledgers.stream().map(Ledger::byComponent).toList();
      Map<Component, Amounts> byComponent = new EnumMap<>(Component.class);
      for (Component component : Component.values()) {
        byComponent.put(component, new Amounts(sums.stream().map(s -> s.get(component)).toList()));
      }
      List<PathwayDecomposition> explained = new ArrayList<>();
      for (int i = 0; i < against.size(); i++) {
        explained.add(against.get(i).calculate(ledgers.get(0), ledgers.get(i + 1)));
      }
      all.add(
          new BookVariations.Routes(
              pathway,
              new Amounts(ledgers.stream().map(Ledger::total).toList()),
              byComponent,
              explained));
    }
    return all;
  }

  private List<BookVariations.UnitCosts> unitCosts() {
    List<UnitCostDecompositionCalculator> against =
        sides.stream()
            .skip(1)
            .map(s -> new UnitCostDecompositionCalculator(sides.get(0), s))
            .toList();
    Set<String> processes = new LinkedHashSet<>();
    books().forEach(b -> b.processes().forEach(p -> processes.add(p.id())));
    List<BookVariations.UnitCosts> all = new ArrayList<>();
    for (String process : processes) {
      List<@Nullable UnitCostDecomposition> explained = new ArrayList<>();
      for (int i = 1; i < sides.size(); i++) {
        explained.add(
            has(0, process) && has(i, process) ? against.get(i - 1).calculate(process) : null);
      }
      all.add(
          new BookVariations.UnitCosts(
              process,
              amounts(
                  s ->
                      s.book().book().findProcess(process).isEmpty()
                          ? null
                          : s.book().process(process).unitCost(0).perOccurrence()),
              explained));
    }
    return all;
  }

  private boolean has(int side, String process) {
    return sides.get(side).book().book().findProcess(process).isPresent();
  }

  private List<CostBook> books() {
    return sides.stream().map(s -> s.book().book()).toList();
  }

  /** Kinds of placement that have a fee in any of the books. */
  private List<BookVariations.Fees> fees(int day, int age) {
    List<BookVariations.Fees> all = new ArrayList<>();
    for (PlacementType type : PlacementType.values()) {
      for (Provider provider : Provider.values()) {
        for (Area area : Area.values()) {
          Amounts amounts = amounts(s -> aWeek(s.book().fees(type, provider, area).on(day, age)));
          if (amounts.each().stream().anyMatch(Objects::nonNull)) {
            all.add(new BookVariations.Fees(type, provider, area, age, amounts));
          }
        }
      }
    }
    return all;
  }

  private static @Nullable Pence aWeek(@Nullable FeeTerm fee) {
    return fee == null ? null : fee.accrual().rate().amountPer(Rate.Per.WEEK).toPence();
  }

  private List<BookVariations.Hours> hours() {
    Set<String> roles = new LinkedHashSet<>();
    books().forEach(b -> roles.addAll(b.hourlyCostsByRole().keySet()));
    return roles.stream()
        .map(
            role ->
                new BookVariations.Hours(
                    role,
                    anHour(role, HourlyCost::annualCost),
                    anHour(role, BookVariationsCalculator::pay),
                    anHour(role, h -> h.pay().minus(pay(h))),
                    anHour(
                        role,
                        h -> h.directOverheads().plus(h.indirectOverheads()).plus(h.capital()))))
        .toList();
  }

  /** What people are paid, permanent and agency, without on-costs. */
  private static Money pay(HourlyCost h) {
    return h.salary()
        .times(h.agency().permanent())
        .plus(h.agency().annualPay().times(Fractions.of(h.agency().share())));
  }

  private Amounts anHour(String role, Function<HourlyCost, Money> aYear) {
    return amounts(
        s -> {
          HourlyCost hour = s.book().book().hourlyCostsByRole().get(role);
          return hour == null
              ? null
              : s.book()
                  .book()
                  .indices()
                  .reprice(
                      PriceIndices.Kind.STAFF,
                      aYear.apply(hour).dividedBy(hour.workingHours()),
                      hour.year(),
                      priceYear)
                  .toPence();
        });
  }

  private Amounts amounts(Function<Side, @Nullable Pence> of) {
    List<@Nullable Pence> each = new ArrayList<>();
    sides.forEach(s -> each.add(of.apply(s)));
    return new Amounts(each);
  }
}
