package org.homeward.costbook;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.homeward.process.CompiledConditions;

/**
 * A process for cases of the same traits: whether it happens, and as which variant, still depends
 * on the numbers of a case.
 */
public final class ProcessCase {

  /** In place of a variant, where the process does not happen. */
  public static final int NEVER = -1;

  private final CompiledProcess process;
  private final CompiledConditions.Given given;
  private final boolean possible;
  private final boolean fixed;
  private final int fixedVariant;
  private final int[] monthThresholds;
  private final int[] ageThresholds;

  ProcessCase(CompiledProcess process, CompiledConditions.Given given) {
    this.process = process;
    this.given = given;
    possible = process.variantOf(given.possible()) != NEVER;
    fixed = given.fixed() || !possible;
    fixedVariant = process.variantOf(given.holding(0));
    monthThresholds = inOrder(given::addMonthThresholds);
    ageThresholds = inOrder(given::addAgeThresholds);
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
    return monthThresholds.length > 0;
  }

  /** Whether age changes anything. */
  public boolean asksAge() {
    return ageThresholds.length > 0;
  }

  /**
   * Which variant it is in a case of these {@link org.homeward.process.CaseNumbers}, or {@link
   * #NEVER}.
   */
  public int variant(long numbers) {
    return fixed ? fixedVariant : process.variantOf(given.holding(numbers));
  }

  /** The next number of months in a placement at which the answers can change; 0 for none. */
  public int nextMonths(int months) {
    return next(monthThresholds, months);
  }

  /** The next age at which the answers can change; 0 for none. */
  public int nextAge(int age) {
    return next(ageThresholds, age);
  }

  private static int next(int[] thresholds, int now) {
    for (int threshold : thresholds) {
      if (threshold > now) {
        return threshold;
      }
    }
    return 0;
  }

  private static int[] inOrder(Consumer<Set<Integer>> add) {
    Set<Integer> found = new TreeSet<>();
    add.accept(found);
    return found.stream().mapToInt(Integer::intValue).toArray();
  }
}
