package org.homeward.comparison;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Pence;

/**
 * Why the unit cost of a process differs between two cost books.
 *
 * @param parts by factor, adding up to the difference to the penny
 */
public record UnitCostDecomposition(
    String process, Pence before, Pence after, Map<Factor, Pence> parts) {

  /** What a unit cost, or all that a pathway costs, is made of. */
  public enum Factor implements Coded {
    /** Pay of permanent and agency staff, and the area's weight on it. */
    SALARY("salary"),
    /** Employer National Insurance and pension. */
    ON_COSTS("on-costs"),
    /** Direct and indirect overheads, capital, and the area's weight on it. */
    OVERHEAD("overhead"),
    /**
     * Hours that are worked for the pay: contract, weeks not worked, part time, case-related share.
     */
    HOURS("hours"),
    /** Minutes in all. */
    TIME("time"),
    /** Who does the work: the share of each role in the minutes. */
    MIX("mix"),
    /** Price year, index and which hour prices the tasks. */
    CONVENTIONS("conventions"),
    /**
     * The unit cost is stated in one of the books or in both, so there is nothing to take apart.
     */
    STATED("stated"),
    /** Of a pathway: placement fees. */
    FEES("fees"),
    /** Of a pathway: supports, allowances and single costs. */
    PRICES("prices"),
    /** Of a pathway: how often processes are done, and what a fee already pays for. */
    ACTIVITY("activity");

    private final String code;

    Factor(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  public UnitCostDecomposition {
    Map<Factor, Pence> inOrder = new EnumMap<>(Factor.class);
    inOrder.putAll(parts);
    parts = java.util.Collections.unmodifiableMap(inOrder);
  }

  public Pence difference() {
    return after.minus(before);
  }

  /** The factors that are weighed against each other, in their fixed order. */
  static List<Factor> weighed() {
    return List.of(
        Factor.SALARY,
        Factor.ON_COSTS,
        Factor.OVERHEAD,
        Factor.HOURS,
        Factor.TIME,
        Factor.MIX,
        Factor.CONVENTIONS);
  }
}
