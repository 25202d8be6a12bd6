package org.homeward.timeuse;

import java.util.List;
import java.util.Map;
import org.homeward.quantity.Minutes;

/**
 * What surveys say: every cell by pool, by method and by authority, and what a researcher should
 * look at.
 *
 * @param slices in order of cells; of each cell the pool first
 * @param agreements of cells that more than one method, or more than one authority, speaks about
 * @param coverage each task and role of the processes
 * @param exclusions that were applied
 */
public record Description(
    List<Slice> slices,
    List<Agreement> agreements,
    List<Coverage> coverage,
    List<Exclusion> exclusions) {

  /** Answers beyond so many interquartile ranges outside the quartiles are flagged (Tukey 1977). */
  public static final double FENCE = 1.5;

  /** Means of one cell of which the highest is more times the lowest are said to disagree. */
  public static final double DISAGREEMENT = 1.5;

  public Description {
    slices = List.copyOf(slices);
    agreements = List.copyOf(agreements);
    coverage = List.copyOf(coverage);
    exclusions = List.copyOf(exclusions);
  }

  /** Which answers of a cell are described together. */
  public enum By {
    POOL("pool"),
    METHOD("method"),
    AUTHORITY("authority");

    private final String code;

    By(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * The answers of one cell that share something.
   *
   * @param of which method or authority; {@code all} for the pool
   * @param outliers flagged, never dropped
   */
  public record Slice(By by, String of, Estimate estimate, List<Outlier> outliers) {
    public Slice {
      outliers = List.copyOf(outliers);
    }
  }

  /** An answer outside the fences of its cell. */
  public record Outlier(
      String survey, String respondent, Minutes minutes, double lowFence, double highFence) {}

  /**
   * How far the means of a cell lie apart.
   *
   * @param ratio the highest over the lowest; infinite where the lowest is zero
   */
  public record Agreement(
      TimeCell cell, By by, Map<String, Minutes> means, double ratio, boolean agrees) {}

  /** What is known about a task and role of a process graph. */
  public record Coverage(String process, String task, String role, int asking, int answers) {

    /** {@code answered}, {@code asked} without an answer, or {@code not-asked}. */
    public String state() {
      return answers > 0 ? "answered" : asking > 0 ? "asked" : "not-asked";
    }
  }
}
