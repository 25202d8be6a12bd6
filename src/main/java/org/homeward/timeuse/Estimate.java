package org.homeward.timeuse;

import java.util.List;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of one cell per process occurrence, in all, and what they rest on.
 *
 * @param mean weighted arithmetic mean of the answers, exact, or what is stated in its place: this
 *     is what is costed
 * @param answers how many answers (for event records, cases)
 * @param participants how many people stand behind them
 * @param methods by which they were collected, in fixed order
 * @param surveys ids of the surveys they come from
 * @param statistics the description beside the mean
 * @param distribution fitted to the answers, for uncertainty; null where they are too few
 * @param illustrative whether any of the surveys is, or what is stated
 * @param stated who states the mean in place of that of the answers, or null where it is theirs
 */
public record Estimate(
    TimeCell cell,
    Minutes mean,
    int answers,
    int participants,
    List<Method> methods,
    List<String> surveys,
    Statistics statistics,
    @Nullable FittedDistribution distribution,
    boolean illustrative,
    @Nullable Provenance stated) {

  /**
   * @throws IllegalArgumentException if it rests on no answer or on nobody
   */
  public Estimate {
    if (answers < 1 || participants < 1) {
      throw new IllegalArgumentException(
          "An estimate must rest on an answer of somebody, but has "
              + answers
              + " answers of "
              + participants
              + " participants.");
    }
    methods = List.copyOf(methods);
    surveys = List.copyOf(surveys);
  }

  /** The same cell at other minutes, in place of what the answers say. */
  public Estimate stating(Minutes other, Provenance by) {
    return new Estimate(
        cell,
        other,
        answers,
        participants,
        methods,
        surveys,
        statistics,
        distribution,
        by.illustrative(),
        by);
  }

  /** What the minutes rest on, for readers. */
  public Provenance provenance() {
    String count = answers + (answers == 1 ? " answer" : " answers");
    return stated == null
        ? new Provenance(
            count + " (" + String.join(", ", surveys) + ")",
            illustrative,
            "the mean of minutes × share × times, in all")
        : new Provenance(
            stated.source(),
            stated.illustrative(),
            (stated.note().isEmpty() ? "" : stated.note() + "; ")
                + "in place of the mean of "
                + count);
  }
}
