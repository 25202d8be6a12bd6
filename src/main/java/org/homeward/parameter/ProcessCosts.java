package org.homeward.parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.costbook.BookInputs;
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

  static ProcessCosts of(BookInputs inputs, Set<String> processes) {
    CompiledBook book = new CompiledBook(inputs.book());
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
    return new ProcessCosts(since(before.standard, standard), since(before.varied, varied));
  }

  private static Map<String, Pence> since(Map<String, Pence> before, Map<String, Pence> after) {
    Map<String, Pence> changes = new LinkedHashMap<>();
    after.forEach(
        (id, pence) -> {
          Pence was = before.get(id);
          if (was != null && !was.equals(pence)) {
            changes.put(id, pence.minus(was));
          }
        });
    return changes;
  }

  /** What differs between two books, beside what the effects of single differences sum to. */
  static List<BookDiff.UnitCostChange> changes(
      Map<String, Pence> before, Map<String, Pence> after, List<Map<String, Pence>> effects) {
    List<BookDiff.UnitCostChange> changes = new ArrayList<>();
    since(before, after)
        .keySet()
        .forEach(
            id ->
                changes.add(
                    new BookDiff.UnitCostChange(
                        id,
                        before.getOrDefault(id, Pence.ZERO),
                        after.getOrDefault(id, Pence.ZERO),
                        effects.stream()
                            .map(e -> e.getOrDefault(id, Pence.ZERO))
                            .reduce(Pence.ZERO, Pence::plus))));
    return changes;
  }
}
