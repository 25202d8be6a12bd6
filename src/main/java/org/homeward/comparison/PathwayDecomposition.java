package org.homeward.comparison;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.homeward.comparison.UnitCostDecomposition.Factor;
import org.homeward.quantity.Pence;

/**
 * Why what a pathway costs differs between two cost books.
 *
 * @param parts by factor, adding up to the difference to the penny
 */
public record PathwayDecomposition(Pence before, Pence after, Map<Factor, Pence> parts) {

  public PathwayDecomposition {
    Map<Factor, Pence> inOrder = new EnumMap<>(Factor.class);
    inOrder.putAll(parts);
    parts = Collections.unmodifiableMap(inOrder);
  }

  public Pence difference() {
    return after.minus(before);
  }
}
