package org.homeward.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two cost books, and what each difference does to the unit costs of processes
 * and to whole routes: what it does alone, and what is left for their working together.
 *
 * @param items in order of the first book, then what only the second has, then conventions
 * @param unitCosts of every process whose unit cost differs, in order of the first book
 * @param variedCosts the same where variations apply, for every combination of them: {@code
 *     review/first-review}
 */
public record BookDiff(List<Item> items, List<CostChange> unitCosts, List<CostChange> variedCosts) {

  public BookDiff {
    items = List.copyOf(items);
    unitCosts = List.copyOf(unitCosts);
    variedCosts = List.copyOf(variedCosts);
  }

  /** The same with further differences at the end. */
  public BookDiff and(List<Item> others) {
    List<Item> all = new ArrayList<>(items);
    all.addAll(others);
    return new BookDiff(all, unitCosts, variedCosts);
  }

  /** How something differs. */
  public enum Kind implements Coded {
    /** A number, or the row that it belongs to, is another. */
    CHANGED("changed"),
    /** Only the second book has the row. */
    ADDED("added"),
    /** Only the first book has the row. */
    REMOVED("removed"),
    /** The tasks, the order, the conditions or the words of a process or a template are others. */
    STRUCTURE("structure"),
    /** The number is the same, but not its source. */
    SOURCE("source"),
    /** A convention is another. */
    CONVENTION("convention");

    /** Of what one of the books may be without. */
    public static Kind of(@Nullable Object before, @Nullable Object after, Kind otherwise) {
      return before == null ? ADDED : after == null ? REMOVED : otherwise;
    }

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * One difference.
   *
   * @param path of a number, a row or a word of it, a process, a template or a convention
   * @param name of it for readers
   * @param numbers of the row in which the books differ; none for what is no number
   * @param before for what is no number, what the first book says
   * @param after for what is no number, what the second book says
   * @param effects on unit costs if nothing else differed, by process; only what is not zero
   * @param variedEffects the same where variations apply
   * @param routeEffects on what routes cost
   * @param homeEffects on what a used week costs in each in-house home that both books have, by the
   *     label of its fee
   * @param paid what it does to a week of the fee, or to the price, that it is of; null if nothing
   * @param alone false if the first book cannot be costed with this difference alone: then its
   *     effect is among what the differences do together
   */
  public record Item(
      String path,
      String name,
      Kind kind,
      List<Difference> numbers,
      @Nullable String before,
      @Nullable String after,
      Map<String, Pence> effects,
      Map<String, Pence> variedEffects,
      Map<String, Pence> routeEffects,
      Map<String, Pence> homeEffects,
      @Nullable PaidEffect paid,
      boolean alone) {
    public Item {
      numbers = List.copyOf(numbers);
    }

    /** What is no number and does nothing to unit costs, fees and prices. */
    public static Item ofWords(
        String path,
        String name,
        Kind kind,
        @Nullable String before,
        @Nullable String after,
        Map<String, Pence> routeEffects) {
      return new Item(
          path,
          name,
          kind,
          List.of(),
          before,
          after,
          Map.of(),
          Map.of(),
          routeEffects,
          Map.of(),
          null,
          true);
    }
  }
}
