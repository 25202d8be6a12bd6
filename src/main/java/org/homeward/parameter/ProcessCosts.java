package org.homeward.parameter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledProcess;
import org.homeward.quantity.Pence;
import org.homeward.unitcost.StatedUnitCost;
import org.homeward.unitcost.UnitCost;

/**
 * Unit costs of some processes.
 *
 * @param standard by process, without any variation
 * @param varied by process and what varies it, {@code review/first-review}: every combination of
 *     variations; every further stated figure as {@code find-placement: residential sought}
 */
record ProcessCosts(Map<String, Pence> standard, Map<String, Pence> varied) {

  static ProcessCosts of(CompiledBook book, Set<String> processes) {
    Map<String, Pence> standard = new LinkedHashMap<>();
    Map<String, Pence> varied = new LinkedHashMap<>();
    for (String id : processes) {
      CompiledProcess process = book.process(id);
      standard.put(id, process.unitCost(0).perOccurrence());
      for (int variant = 1; variant < process.variants(); variant++) {
        UnitCost cost = process.unitCost(variant);
        varied.put(id + variant(cost), cost.perOccurrence());
      }
    }
    return new ProcessCosts(standard, varied);
  }

  private static String variant(UnitCost cost) {
    StatedUnitCost stated = cost.stated();
    return stated == null ? "/" + String.join("+", cost.variations()) : ": " + stated.variant();
  }

  /** What changes from others to these; only what is not zero, and what both have. */
  ProcessCosts since(ProcessCosts before) {
    return new ProcessCosts(
        CostChange.since(before.standard, standard), CostChange.since(before.varied, varied));
  }
}
