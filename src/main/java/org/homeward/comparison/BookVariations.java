package org.homeward.comparison;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.homeward.history.Area;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.pathway.Component;
import org.homeward.pathway.Pathway;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/**
 * Unit costs, fees and the cost of an hour of several cost books side by side, in prices of one
 * year; amounts stand in the order of the books, null where a book has none.
 */
public record BookVariations(
    FinancialYear priceYear,
    List<UnitCosts> unitCosts,
    List<Fees> fees,
    List<Hours> hours,
    List<Routes> routes) {

  public BookVariations {
    unitCosts = List.copyOf(unitCosts);
    fees = List.copyOf(fees);
    hours = List.copyOf(hours);
    routes = List.copyOf(routes);
  }

  /** The same thing in each book. */
  public record Amounts(List<@Nullable Pence> each) {
    public Amounts {
      each = Collections.unmodifiableList(new java.util.ArrayList<>(each));
    }

    public Pence lowest() {
      return known().stream().min(Comparator.naturalOrder()).orElse(Pence.ZERO);
    }

    public Pence highest() {
      return known().stream().max(Comparator.naturalOrder()).orElse(Pence.ZERO);
    }

    /** The highest less the lowest. */
    public Pence spread() {
      return highest().minus(lowest());
    }

    private List<Pence> known() {
      return each.stream().filter(Objects::nonNull).toList();
    }
  }

  /**
   * A process without any variation.
   *
   * @param explained why each later book differs from the first; null where one of them has not the
   *     process
   */
  public record UnitCosts(
      String process, Amounts amounts, List<@Nullable UnitCostDecomposition> explained) {
    public UnitCosts {
      explained = Collections.unmodifiableList(new java.util.ArrayList<>(explained));
    }
  }

  /** A week in a kind of placement at an age. */
  public record Fees(PlacementType type, Provider provider, Area area, int age, Amounts aWeek) {}

  /**
   * A whole pathway of one child.
   *
   * @param byComponent every component
   * @param explained why each later book differs from the first
   */
  public record Routes(
      Pathway pathway,
      Amounts totals,
      Map<Component, Amounts> byComponent,
      List<PathwayDecomposition> explained) {

    public Routes {
      explained = List.copyOf(explained);
    }

    /** Of the child, on the first day. */
    public int age() {
      return pathway.child().ageOn(pathway.span().fromDay());
    }
  }

  /** A working hour of a role, and what of it is pay, on-costs, and overheads with capital. */
  public record Hours(
      String role, Amounts anHour, Amounts pay, Amounts onCosts, Amounts overheads) {}
}
