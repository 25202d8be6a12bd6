package org.homeward.pathway;

import org.homeward.costbook.FeeTerm;
import org.homeward.costbook.PricedProcess;

/** Adds up whole pence and keeps nothing else: what walking costs at the least. */
public class PenceTotal implements LedgerSink {

  private long pence;

  /** What has been added up since it was last taken; begins again at nothing. */
  public long take() {
    long taken = pence;
    pence = 0;
    return taken;
  }

  @Override
  public boolean asksLegs() {
    return false;
  }

  @Override
  public boolean asksIncluded() {
    return false;
  }

  @Override
  public void placement(int leg, FeeTerm fee, int rateStart, int from, int to) {
    pence += fee.accrual().between(from - rateStart, to - rateStart);
  }

  @Override
  public void continuous(PricedProcess process, int rateStart, int from, int to) {
    pence += process.accrual().between(from - rateStart, to - rateStart);
  }

  @Override
  public void occurrence(PricedProcess process, int day) {
    pence += process.pence();
  }

  @Override
  public void occurrences(PricedProcess process, int firstDay, int months, int count) {
    pence += count * process.pence();
  }
}
