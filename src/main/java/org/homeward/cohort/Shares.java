package org.homeward.cohort;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.PricedProcess;
import org.homeward.quantity.Accrual;

/**
 * The shares in which a child is walked: whole, or in the combinations of some moves. A line of a
 * share is {@code round(share × exact amount)}, as in the branches of a pathway.
 */
final class Shares {

  private final List<BigFraction> shares;
  private final boolean[] asItWas;
  private final List<Map<Accrual, Accrual>> scaled;

  Shares(PlacementMoves moves) {
    int count = moves.combinations();
    shares = IntStream.range(0, count).mapToObj(moves::share).toList();
    asItWas = new boolean[count];
    for (int i = 0; i < count; i++) {
      asItWas[i] = moves.isAsItWas(i);
    }
    scaled = shares.stream().<Map<Accrual, Accrual>>map(s -> new IdentityHashMap<>()).toList();
  }

  int count() {
    return shares.size();
  }

  BigFraction at(int share) {
    return shares.get(share);
  }

  /** Whether nothing of the child moves: of a child's shares exactly one. */
  boolean asItWas(int share) {
    return asItWas[share];
  }

  Accrual of(int share, Accrual full) {
    return share == PlacementMoves.WHOLE
        ? full
        : scaled.get(share).computeIfAbsent(full, a -> a.times(shares.get(share)));
  }

  long pence(int share, PricedProcess process) {
    return share == PlacementMoves.WHOLE
        ? process.pence()
        : process.unitCost().exact().times(shares.get(share)).toPence().value();
  }
}
