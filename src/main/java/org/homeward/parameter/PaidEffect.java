package org.homeward.parameter;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.PriceIndices;
import org.homeward.history.Payer;
import org.homeward.placement.FeeRow;
import org.homeward.placement.InHouseHome;
import org.homeward.placement.PriceRow;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Pence;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/**
 * What a difference does alone to what is paid by a fee or a price on the day from which its row
 * holds, in prices of the first book.
 *
 * @param per {@code week} or {@code once}
 * @param before zero where the first book has no such fee or price on that day
 * @param byPayer what each pays more or less; only what is not zero
 */
public record PaidEffect(String per, Pence before, Pence after, Map<Payer, Pence> byPayer) {

  private record Paid(boolean once, Pence amount, Payer payer) {}

  public Pence difference() {
    return after.minus(before);
  }

  /**
   * The effect on the row of this path; null for what is no fee, home or price, or pays the same.
   *
   * @param second what the first becomes
   */
  static @Nullable PaidEffect of(CostBook first, CostBook second, String row) {
    if (row.startsWith("prices/")) {
      PriceRow price =
          either(first, second, b -> b.prices().rows(), p -> Paths.priceRow(p).equals(row));
      return price == null ? null : of(paid(first, first, price), paid(first, second, price));
    }
    String home = Paths.homeOf(row);
    FeeRow fee =
        either(
            first, second, b -> b.fees().rows(), f -> pathOf(f).equals(home == null ? row : home));
    return fee == null ? null : of(paid(first, first, fee), paid(first, second, fee));
  }

  /** Of the row of the book's tables that a fee stands for. */
  private static String pathOf(FeeRow fee) {
    InHouseHome home = fee.home();
    return home == null ? Paths.feeRow(fee) : Paths.home(home);
  }

  private static <R> @Nullable R either(
      CostBook first, CostBook second, Function<CostBook, List<R>> rows, Predicate<R> meant) {
    return Stream.of(first, second)
        .flatMap(b -> rows.apply(b).stream())
        .filter(meant)
        .findFirst()
        .orElse(null);
  }

  /** What a used week costs in each in-house home of a book, by the label of its fee. */
  static Map<String, Pence> homes(CostBook first, CostBook of) {
    Map<String, Pence> weeks = new LinkedHashMap<>();
    for (FeeRow row : of.fees().rows()) {
      if (row.home() != null) {
        weeks.put(row.label(), paid(first, row).amount());
      }
    }
    return weeks;
  }

  private static @Nullable PaidEffect of(@Nullable Paid was, @Nullable Paid is) {
    Map<Payer, Pence> byPayer = new EnumMap<>(Payer.class);
    if (was != null) {
      byPayer.merge(was.payer(), Pence.ZERO.minus(was.amount()), Pence::plus);
    }
    if (is != null) {
      byPayer.merge(is.payer(), is.amount(), Pence::plus);
    }
    byPayer.values().removeIf(p -> p.value() == 0);
    if (byPayer.isEmpty()) {
      return null;
    }
    Paid known = is == null ? was : is;
    return new PaidEffect(
        known != null && known.once() ? "once" : Rate.Per.WEEK.code(),
        was == null ? Pence.ZERO : was.amount(),
        is == null ? Pence.ZERO : is.amount(),
        byPayer);
  }

  /** By the fee of this kind in force on its first day, or null. */
  private static @Nullable Paid paid(CostBook first, CostBook of, FeeRow fee) {
    FeeRow row =
        latest(
            of.fees().rows().stream()
                .filter(f -> Paths.fees(f).equals(Paths.fees(fee)) && f.inForceOn(fee.from())),
            FeeRow::from);
    return row == null ? null : paid(first, row);
  }

  private static Paid paid(CostBook first, FeeRow row) {
    return paid(
        first, PriceIndices.Kind.PLACEMENT, row.cost(), row.per(), row.priceYear(), row.payer());
  }

  private static @Nullable Paid paid(CostBook first, CostBook of, PriceRow price) {
    PriceRow row =
        latest(
            of.prices().rows().stream()
                .filter(
                    p ->
                        Paths.prices(p).equals(Paths.prices(price))
                            && !p.from().isAfter(price.from())),
            PriceRow::from);
    return row == null
        ? null
        : paid(
            first,
            PriceIndices.Kind.of(row.kind()),
            row.amount(),
            row.per(),
            row.priceYear(),
            row.payer());
  }

  private static <R> @Nullable R latest(Stream<R> rows, Function<R, LocalDate> from) {
    return rows.max(Comparator.comparing(from)).orElse(null);
  }

  private static Paid paid(
      CostBook first,
      PriceIndices.Kind kind,
      Money amount,
      Rate.@Nullable Per per,
      FinancialYear year,
      Payer payer) {
    Money now = first.indices().reprice(kind, amount, year, first.priceYear());
    Money paid = per == null ? now : Rate.of(now, per).amountPer(Rate.Per.WEEK);
    return new Paid(per == null, paid.toPence(), payer);
  }
}
