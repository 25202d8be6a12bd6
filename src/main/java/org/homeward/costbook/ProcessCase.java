package org.homeward.costbook;

import java.util.TreeSet;
import org.homeward.process.CompiledConditions;

/**
 * A process for cases of the same traits: whether it happens, and as which variant, still depends
 * on the numbers of a case.
 */
public final class ProcessCase {

  private final CompiledProcess process;
  private final CompiledConditions.Given when;
  private final CompiledConditions.Given variations;
  private final int[] monthThresholds;
  private final int[] ageThresholds;
  private final boolean fixed;

  ProcessCase(
      CompiledProcess process, CompiledConditions.Given when, CompiledConditions.Given variations) {
    this.process = process;
    this.when = when;
    this.variations = variations;
    TreeSet<Integer> months = new TreeSet<>();
    when.addMonthThresholds(months);
    variations.addMonthThresholds(months);
    monthThresholds = months.stream().mapToInt(Integer::intValue).toArray();
    TreeSet<Integer> ages = new TreeSet<>();
    when.addAgeThresholds(ages);
    variations.addAgeThresholds(ages);
    ageThresholds = ages.stream().mapToInt(Integer::intValue).toArray();
    fixed = when.fixed() && variations.fixed();
  }

  public CompiledProcess process() {
    return process;
  }

  /** Whether it can happen at all. */
  public boolean possible() {
    return when.possible();
  }

  /** Whether the numbers of a case change nothing. */
  public boolean isFixed() {
    return fixed;
  }

  /** Whether the months in a placement change anything. */
  public boolean asksMonths() {
    return monthThresholds.length > 0;
  }

  /** Whether age changes anything. */
  public boolean asksAge() {
    return ageThresholds.length > 0;
  }

  /** Whether it happens in a case of these {@link org.homeward.process.CaseNumbers}. */
  public boolean happens(long numbers) {
    return when.holding(numbers) != 0;
  }

  /** Which variant it is in a case of these {@link org.homeward.process.CaseNumbers}. */
  public int variant(long numbers) {
    return process.variantOf(variations.holding(numbers));
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
}
