package org.homeward.costbook;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.quantity.FinancialYear;
import org.homeward.staffing.HourBasis;
import org.homeward.timeuse.Method;
import org.jspecify.annotations.Nullable;

/**
 * How a cost book answers, and which of its inputs count: as much a part of it as its numbers.
 *
 * @param name of the book, for readers
 * @param priceYear in whose prices answers are; null for the newest year with salaries and on-costs
 * @param hourBasis which hour prices the tasks
 * @param area whose weights are laid on staff costs; null for the tables as they are
 * @param methods whose answers are pooled
 * @param statedProcesses processes whose stated unit costs stand in for the built-up ones
 * @param index name of the series for every kind of cost that names none
 * @param indices names of series by kind of cost
 * @param discounts name of the discount schedule
 */
public record Conventions(
    String name,
    @Nullable FinancialYear priceYear,
    HourBasis hourBasis,
    @Nullable String area,
    Set<Method> methods,
    Set<String> statedProcesses,
    String index,
    Map<PriceIndices.Kind, String> indices,
    String discounts) {

  /** Those of a catalogue that states none. */
  public static final Conventions DEFAULT =
      new Conventions(
          "England, illustrative",
          null,
          HourBasis.WORKING_HOUR,
          null,
          EnumSet.allOf(Method.class),
          Set.of(),
          "GDP deflator L8GG (financial year), March 2026 vintage",
          Map.of(),
          "Green Book standard");

  public Conventions {
    methods = Collections.unmodifiableSet(new TreeSet<>(methods));
    statedProcesses = Collections.unmodifiableSet(new TreeSet<>(statedProcesses));
    Map<PriceIndices.Kind, String> inOrder = new EnumMap<>(PriceIndices.Kind.class);
    inOrder.putAll(indices);
    indices = Collections.unmodifiableMap(inOrder);
  }
}
