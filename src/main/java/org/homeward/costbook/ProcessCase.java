package org.homeward.costbook;

import java.util.SortedSet;
import org.homeward.process.CompiledConditions;
import org.jspecify.annotations.Nullable;

/**
 * A process for cases of the same traits: whether it happens, and as which variant, still depends
 * on the numbers of a case.
 */
public final class ProcessCase {

  /** In place of a variant, where the process does not happen. */
  static final int NEVER = -1;

  private final CompiledProcess process;
  private final CompiledConditions.Given given;
  private final boolean possible;
  private final boolean fixed;
  private final int fixedVariant;
  private final boolean asksMonths;
  private final boolean asksAge;
  private final int steadyFrom;

  ProcessCase(CompiledProcess process, CompiledConditions.Given given) {
    this.process = process;
    this.given = given;
    possible = process.variantOf(given.possible()) != NEVER;
    fixed = given.fixed() || !possible;
    fixedVariant = process.variantOf(given.holding(0));
    asksMonths = possible && !given.monthThresholds().isEmpty();
    asksAge = possible && !given.ageThresholds().isEmpty();
    SortedSet<Integer> occurrences = given.occurrenceThresholds();
    boolean steady = !asksMonths && !asksAge;
    steadyFrom = !steady ? Integer.MAX_VALUE : occurrences.isEmpty() ? 1 : occurrences.last();
  }

  public CompiledProcess process() {
    return process;
  }

  /** Whether it can happen at all. */
  public boolean possible() {
    return possible;
  }

  /** Whether the months in a placement change anything. */
  public boolean asksMonths() {
    return asksMonths;
  }

  /** Whether age changes anything. */
  public boolean asksAge() {
    return asksAge;
  }

  /**
   * At its price in a case of these {@link org.homeward.process.CaseNumbers}, or null where it does
   * not happen.
   */
  public @Nullable PricedProcess at(long numbers) {
    int variant = fixed ? fixedVariant : process.variantOf(given.holding(numbers));
    return variant == NEVER ? null : process.at(variant);
  }

  /**
   * The occurrence of a schedule from which on nothing changes within a placement; the greatest
   * number there is where months or age can change it.
   */
  public int steadyFrom() {
    return steadyFrom;
  }

  /** Whether the placements before this one change anything. */
  public boolean asksPlacements() {
    return possible && given.asksPlacements();
  }

  /** Whether the placements of the last twelve months change anything. */
  public boolean asksRecent() {
    return possible && given.asksRecent();
  }

  /** The months in a placement at which the answers can change, in order. */
  SortedSet<Integer> monthThresholds() {
    return given.monthThresholds();
  }
}
