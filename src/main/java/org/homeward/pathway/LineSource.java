package org.homeward.pathway;

import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CompiledPrice;
import org.homeward.costbook.CompiledProcess;
import org.homeward.costbook.FeeTerm;
import org.homeward.quantity.Rate;
import org.homeward.unitcost.UnitCost;
import org.homeward.unitcost.Workload;

/** What a ledger line is made of: every line can be traced. */
public sealed interface LineSource
    permits LineSource.OfFee, LineSource.OfProcess, LineSource.OfPrice, LineSource.Included {

  /** The working time of processes that are done so often. */
  static Workload workload(Map<OfProcess, BigFraction> times) {
    return new Workload(
        times.entrySet().stream()
            .map(e -> new Workload.Part(e.getKey().unitCost(), e.getValue()))
            .toList());
  }

  /** Whether anything illustrative is in it. */
  boolean illustrative();

  /** A placement fee. */
  record OfFee(FeeTerm fee) implements LineSource {
    @Override
    public boolean illustrative() {
      return fee.row() != null && fee.row().provenance().illustrative();
    }
  }

  /** A process at its unit cost for one kind of case. */
  record OfProcess(CompiledProcess process, int variant) implements LineSource {

    public UnitCost unitCost() {
      return process.unitCost(variant);
    }

    /** What the unit cost is for, where the process runs over time. */
    public Rate.Per per() {
      return process.per();
    }

    @Override
    public boolean illustrative() {
      return unitCost().illustrative();
    }
  }

  /** A support, an allowance or a one-off cost. */
  record OfPrice(CompiledPrice price) implements LineSource {
    @Override
    public boolean illustrative() {
      return price.row() != null && price.row().provenance().illustrative();
    }
  }

  /** A process that a fee already pays for: its line is zero and names the fee. */
  record Included(CompiledProcess process, String paidBy) implements LineSource {
    @Override
    public boolean illustrative() {
      return false;
    }
  }
}
