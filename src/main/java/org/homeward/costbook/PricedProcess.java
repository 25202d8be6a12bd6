package org.homeward.costbook;

import org.homeward.quantity.Accrual;
import org.homeward.quantity.Rate;
import org.homeward.unitcost.UnitCost;

/**
 * A process at its price for one kind of case.
 *
 * @param variant which kind of case, as {@link CompiledProcess} counts them
 * @param unitCost with its working
 * @param pence whole pence of one occurrence
 * @param accrual the rate at which it accrues where it is continuous
 */
public record PricedProcess(
    CompiledProcess process, int variant, UnitCost unitCost, long pence, Accrual accrual) {

  static PricedProcess of(CompiledProcess process, int variant, UnitCost unitCost) {
    return new PricedProcess(
        process,
        variant,
        unitCost,
        unitCost.perOccurrence().value(),
        Accrual.of(Rate.of(unitCost.exact(), process.per())));
  }
}
