package org.homeward.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.homeward.costbook.CompiledProcess;
import org.homeward.costbook.FeeTerm;
import org.homeward.costbook.PricedProcess;
import org.homeward.history.Payer;
import org.homeward.placement.FeeRow;
import org.jspecify.annotations.Nullable;

/**
 * What is counted in each group, by place: first nights by kind and payer, then processes by
 * variant as they are met; all of it again for each share. Where fees are told apart, nights at a
 * row of the fee table have places of their own, as the rows are met.
 */
final class Slots {

  private static final int PAYERS = Payer.values().length;
  private static final int NIGHTS = Nights.values().length * PAYERS;
  private static final int UNKNOWN = -1;

  private final List<Use> uses = new ArrayList<>();

  /** By share and process, then by variant. */
  private final int[][] ofProcess;

  private final int processes;

  /** By term of a fee, then by share and kind of nights; null where fees are not told apart. */
  private final @Nullable IdentityHashMap<FeeTerm, int[]> ofFee;

  /** What a slot counts. */
  sealed interface Use {

    /** The place of the share of a child for whom it is counted. */
    int share();
  }

  /**
   * @param fee the row of the fee table; null for fees of single children and allowances, and where
   *     fees are not told apart
   */
  record NightsUse(int share, Nights nights, Payer payer, @Nullable FeeRow fee) implements Use {}

  record ProcessUse(int share, CompiledProcess process, int variant) implements Use {}

  Slots(int shares, int processes, boolean feesApart) {
    this.processes = processes;
    ofFee = feesApart ? new IdentityHashMap<>() : null;
    for (int share = 0; share < shares; share++) {
      for (Nights nights : Nights.values()) {
        for (Payer payer : Payer.values()) {
          uses.add(new NightsUse(share, nights, payer, null));
        }
      }
    }
    ofProcess = new int[shares * processes][];
    Arrays.setAll(ofProcess, i -> new int[0]);
  }

  static int ofNights(int share, Nights nights, Payer payer) {
    return share * NIGHTS + nights.ordinal() * PAYERS + payer.ordinal();
  }

  int of(int share, Nights nights, FeeTerm fee) {
    FeeRow row = fee.row();
    if (ofFee == null || row == null) {
      return ofNights(share, nights, fee.payer());
    }
    int place = share * Nights.values().length + nights.ordinal();
    int[] known = ofFee.computeIfAbsent(fee, f -> new int[0]);
    if (place >= known.length) {
      int size = known.length;
      known = Arrays.copyOf(known, place + 1);
      Arrays.fill(known, size, place + 1, UNKNOWN);
      ofFee.put(fee, known);
    }
    if (known[place] == UNKNOWN) {
      known[place] = add(new NightsUse(share, nights, fee.payer(), row));
    }
    return known[place];
  }

  /** Another place. */
  int add(Use use) {
    uses.add(use);
    return uses.size() - 1;
  }

  int of(int share, PricedProcess process) {
    int row = share * processes + process.process().place();
    int variant = process.variant();
    int[] known = ofProcess[row];
    if (variant < known.length && known[variant] != UNKNOWN) {
      return known[variant];
    }
    return add(share, process.process(), variant, row);
  }

  private int add(int share, CompiledProcess process, int variant, int row) {
    int[] known = ofProcess[row];
    if (variant >= known.length) {
      ofProcess[row] = Arrays.copyOf(known, variant + 1);
      Arrays.fill(ofProcess[row], known.length, variant + 1, UNKNOWN);
    }
    ofProcess[row][variant] = add(new ProcessUse(share, process, variant));
    return ofProcess[row][variant];
  }

  List<Use> uses() {
    return uses;
  }
}
