package org.homeward.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.homeward.costbook.CompiledProcess;
import org.homeward.costbook.PricedProcess;
import org.homeward.history.Payer;

/**
 * What is counted in each group, by place: first nights by kind and payer, then processes by
 * variant as they are met; all of it again for each share.
 */
final class Slots {

  private static final int PAYERS = Payer.values().length;
  private static final int NIGHTS = Nights.values().length * PAYERS;
  private static final int UNKNOWN = -1;

  private final List<Use> uses = new ArrayList<>();

  /** By share and process, then by variant. */
  private final int[][] ofProcess;

  private final int processes;

  /** What a slot counts. */
  sealed interface Use {

    /** The place of the share of a child for whom it is counted. */
    int share();
  }

  record NightsUse(int share, Nights nights, Payer payer) implements Use {}

  record ProcessUse(int share, CompiledProcess process, int variant) implements Use {}

  Slots(int shares, int processes) {
    this.processes = processes;
    for (int share = 0; share < shares; share++) {
      for (Nights nights : Nights.values()) {
        for (Payer payer : Payer.values()) {
          uses.add(new NightsUse(share, nights, payer));
        }
      }
    }
    ofProcess = new int[shares * processes][];
    Arrays.setAll(ofProcess, i -> new int[0]);
  }

  static int ofNights(int share, Nights nights, Payer payer) {
    return share * NIGHTS + nights.ordinal() * PAYERS + payer.ordinal();
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
    ofProcess[row][variant] = uses.size();
    uses.add(new ProcessUse(share, process, variant));
    return uses.size() - 1;
  }

  List<Use> uses() {
    return uses;
  }
}
