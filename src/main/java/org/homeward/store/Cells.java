package org.homeward.store;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.homeward.process.IntRange;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Money;
import org.jspecify.annotations.Nullable;

/** Values as they stand in a column, and back. */
final class Cells {

  /** The decimal places of every number column. */
  private static final int PLACES = 16;

  private Cells() {}

  /**
   * The exact amount in pounds.
   *
   * @throws IllegalArgumentException if the column has not places enough for it
   */
  static BigDecimal decimal(Money amount) {
    BigDecimal pounds = amount.rounded(PLACES);
    if (!Money.ofPounds(pounds).equals(amount)) {
      throw new IllegalArgumentException(
          "An amount has at most " + PLACES + " decimals, but was " + amount.pounds() + ".");
    }
    return pounds;
  }

  static @Nullable String code(@Nullable Coded kind) {
    return kind == null ? null : kind.code();
  }

  static <E extends Enum<E> & Coded> @Nullable E find(Class<E> kind, @Nullable String code) {
    return code == null ? null : Coded.of(kind, code);
  }

  static @Nullable Integer from(IntRange range) {
    return range.from() == Integer.MIN_VALUE ? null : Integer.valueOf(range.from());
  }

  static @Nullable Integer below(IntRange range) {
    return range.below() == Integer.MAX_VALUE ? null : Integer.valueOf(range.below());
  }

  static IntRange range(@Nullable Integer from, @Nullable Integer below) {
    return new IntRange(
        from == null ? Integer.MIN_VALUE : from, below == null ? Integer.MAX_VALUE : below);
  }

  static String join(Iterable<String> texts) {
    return String.join("|", texts);
  }

  static List<String> split(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
  }

  /** The codes of those kinds that pass. */
  static <E extends Coded> List<String> codes(E[] kinds, Predicate<E> passes) {
    return Arrays.stream(kinds).filter(passes).map(Coded::code).toList();
  }

  /** The same in one cell, or null if all kinds pass. */
  static <E extends Coded> @Nullable String some(E[] kinds, Predicate<E> passes) {
    List<String> codes = codes(kinds, passes);
    return codes.size() == kinds.length ? null : join(codes);
  }

  static <E extends Enum<E> & Coded> List<E> values(Class<E> kind, String cell) {
    return split(cell).stream().map(code -> Coded.of(kind, code)).toList();
  }
}
