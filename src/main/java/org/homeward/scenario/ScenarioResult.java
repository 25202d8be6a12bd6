package org.homeward.scenario;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.comparison.Comparison;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.Payer;
import org.homeward.pathway.Component;
import org.homeward.quantity.Format;
import org.homeward.quantity.Pence;

/**
 * What changes do: everything before and after, and the difference of each pathway.
 *
 * @param book as it was
 * @param changedBook the book after the changes; the base's own where only pathways change
 * @param told each change in words, with the number before and after
 */
public record ScenarioResult(
    CompiledBook book,
    CompiledBook changedBook,
    Comparison base,
    Comparison changed,
    List<Told> told,
    List<Effect> effects) {

  public ScenarioResult {
    told = List.copyOf(told);
    effects = List.copyOf(effects);
  }

  /**
   * A change as it came out.
   *
   * @param name of the number, or how many numbers one path means
   * @param before in words with its unit; null where several numbers are meant
   * @param after likewise
   */
  public record Told(
      String path,
      String name,
      @org.jspecify.annotations.Nullable String before,
      @org.jspecify.annotations.Nullable String after,
      String sentence) {}

  /**
   * Changed less base of one pathway, in pounds and in minutes.
   *
   * @param byComponent every component
   * @param byItem the items that differ, processes among them
   * @param minutesByRole the roles whose minutes differ, exact
   * @param costByRole what the time of a role costs more; the roles of which that differs
   * @param byPayer the payers whose amounts differ
   */
  public record Effect(
      String pathway,
      String name,
      Pence base,
      Pence changed,
      Map<Component, Pence> byComponent,
      SortedMap<String, Pence> byItem,
      SortedMap<String, BigFraction> minutesByRole,
      SortedMap<String, Pence> costByRole,
      SortedMap<Payer, Pence> byPayer) {

    public Pence difference() {
      return changed.minus(base);
    }

    /** What the changes do to it, in a sentence. */
    public String sentence() {
      return name + " then " + Format.costs(base, changed) + ".";
    }
  }
}
