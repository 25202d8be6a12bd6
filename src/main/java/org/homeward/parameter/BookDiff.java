package org.homeward.parameter;

import java.util.List;
import java.util.Map;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two cost books, and what each difference does to the unit costs of
 * processes: what it does alone, and what is left for their working together.
 *
 * @param items in order of the first book, then what only the second has, then conventions
 * @param unitCosts of every process whose unit cost differs, in order of the first book
 */
public record BookDiff(List<Item> items, List<UnitCostChange> unitCosts) {

  public BookDiff {
    items = List.copyOf(items);
    unitCosts = List.copyOf(unitCosts);
  }

  /** How something differs. */
  public enum Kind implements Coded {
    /** A number, or the row that it belongs to, is another. */
    CHANGED("changed"),
    /** Only the second book has the row. */
    ADDED("added"),
    /** Only the first book has the row. */
    REMOVED("removed"),
    /** The tasks, the order, the conditions or the words of a process are others. */
    STRUCTURE("structure"),
    /** The number is the same, but not its source. */
    SOURCE("source"),
    /** A convention is another. */
    CONVENTION("convention");

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
   * @param path of a number, a row, a process or a convention
   * @param name of it for readers: of its first number, the process or the convention
   * @param numbers of the row in which the books differ; none for what is no number
   * @param before for a convention, what the first book says
   * @param after for a convention, what the second book says
   * @param effects on unit costs if nothing else differed, by process; only what is not zero
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
      boolean alone) {
    public Item {
      numbers = List.copyOf(numbers);
    }
  }

  /**
   * The unit cost of a process without any variation.
   *
   * @param alone the sum of the effects that the differences have alone
   */
  public record UnitCostChange(String process, Pence before, Pence after, Pence alone) {
    public Pence difference() {
      return after.minus(before);
    }

    /** What the differences do only together. */
    public Pence together() {
      return difference().minus(alone);
    }
  }
}
