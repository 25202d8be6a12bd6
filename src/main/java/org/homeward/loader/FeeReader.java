package org.homeward.loader;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.homeward.history.Area;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.placement.Block;
import org.homeward.placement.FeeRow;
import org.homeward.process.IntRange;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the fee table. A row with an uplift has no amount of its own: it is the row of its kind
 * before it and so much more, to the penny.
 */
final class FeeReader {

  private final Map<FeeRow.Kind, FeeRow> last = new HashMap<>();

  /**
   * @throws IllegalArgumentException if the row is nonsense, or an uplift has nothing before it
   */
  FeeRow read(CsvTable.Row r) {
    FeeRow.Kind kind = kind(r);
    FeeRow row = r.text("uplift").isEmpty() ? stated(r, kind) : uplifted(r, kind);
    last.put(kind.inLowerCase(), row);
    return row;
  }

  private static FeeRow.Kind kind(CsvTable.Row r) {
    return new FeeRow.Kind(
        r.code("placement_type", PlacementType::of, PlacementType.OTHER),
        r.text("provider").isEmpty() ? null : r.code("provider", Provider::of, Provider.NONE),
        r.text("provider_name").isEmpty() ? null : r.text("provider_name"),
        r.text("area").isEmpty() ? null : r.code("area", Area::of, Area.IN_AREA),
        TableReader.ages(r),
        needs(r),
        extra(r));
  }

  /** Needs are counted: from so many, to fewer than so many. */
  private static IntRange needs(CsvTable.Row r) {
    if (r.text("needs_from").isEmpty() && r.text("needs_below").isEmpty()) {
      return IntRange.ANY;
    }
    return new IntRange(
        r.text("needs_from").isEmpty() ? 0 : r.decimal("needs_from").intValueExact(),
        r.text("needs_below").isEmpty()
            ? Integer.MAX_VALUE
            : r.decimal("needs_below").intValueExact());
  }

  private static FeeRow.@Nullable Extra extra(CsvTable.Row r) {
    if (r.text("extra").isEmpty()) {
      return null;
    }
    return new FeeRow.Extra(
        r.text("extra"),
        switch (r.text("extra_paid")) {
          case "always" -> true;
          case "asked" -> false;
          default ->
              throw new IllegalArgumentException(
                  "extra_paid says whether an extra is paid always or only where it is asked for:"
                      + " write always or asked.");
        });
  }

  private static FeeRow stated(CsvTable.Row r, FeeRow.Kind kind) {
    return new FeeRow(
        kind,
        r.date("from_date"),
        r.text("to_date").isEmpty() ? null : r.date("to_date"),
        r.money("amount"),
        r.text("per").equals("once")
            ? null
            : r.code("per", code -> Coded.of(Rate.Per.class, code), Rate.Per.WEEK),
        r.text("retainer").isEmpty() && r.text("occupancy").isEmpty()
            ? null
            : new Block(r.money("retainer"), r.decimal("occupancy")),
        r.year("price_year"),
        new TreeSet<>(TableReader.list(r.text("includes"))),
        r.code("payer", Payer::of, Payer.SOCIAL_CARE),
        r.provenance());
  }

  private FeeRow uplifted(CsvTable.Row r, FeeRow.Kind kind) {
    FeeRow before = last.get(kind.inLowerCase());
    if (before == null) {
      throw new IllegalArgumentException(
          "The uplift has no fee before it: there is no earlier row for " + kind.label() + ".");
    }
    if (!r.text("amount").isEmpty()) {
      throw new IllegalArgumentException("A row has an amount or an uplift, not both.");
    }
    Block block = before.block();
    Provenance own = r.provenance();
    return new FeeRow(
        kind,
        r.date("from_date"),
        r.text("to_date").isEmpty() ? null : r.date("to_date"),
        uplifted(before.amount(), r),
        before.per(),
        block == null ? null : new Block(uplifted(block.retainer(), r), block.occupancy()),
        r.year("price_year"),
        before.includes(),
        before.payer(),
        new Provenance(
            own.source() + "; uplift of " + r.text("uplift") + " on the row from " + before.from(),
            own.illustrative() || before.provenance().illustrative(),
            own.note()));
  }

  private static Money uplifted(Money amount, CsvTable.Row r) {
    return Money.ofPounds(
        amount.times(Fractions.of(BigDecimal.ONE.add(r.decimal("uplift")))).rounded(2));
  }
}
