package org.homeward.loader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.homeward.history.Area;
import org.homeward.history.Provider;
import org.homeward.placement.Block;
import org.homeward.placement.FeeRow;
import org.homeward.process.IntRange;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/**
 * A fee as the cells of its line in the fee table: what {@link FeeReader} makes the same fee of.
 */
final class FeeLine {

  static final String FILE = CatalogueReader.TABLES + "fees.csv";
  static final String FROM = "from_date";
  static final String UPLIFT = "uplift";

  /** As many as a number of a table may have. */
  private static final int PLACES = 16;

  private FeeLine() {}

  /** The cells by which a line is found: no two lines share them. */
  static Map<String, String> key(FeeRow row) {
    FeeRow.Kind kind = row.kind();
    Provider provider = kind.provider();
    Area area = kind.area();
    FeeRow.Extra extra = kind.extra();
    Map<String, String> key = new LinkedHashMap<>();
    key.put("placement_type", kind.type().code());
    key.put("provider", provider == null ? "" : provider.code());
    key.put("provider_name", orEmpty(kind.providerName()));
    key.put("area", area == null ? "" : area.code());
    key.put("age_from", bound(kind.age().from()));
    key.put("age_below", bound(kind.age().below()));
    key.put("needs_from", kind.needs().equals(IntRange.ANY) ? "" : bound(kind.needs().from()));
    key.put("needs_below", bound(kind.needs().below()));
    key.put("extra", extra == null ? "" : extra.id());
    key.put(FROM, row.from().toString());
    return key;
  }

  /** The other cells. */
  static Map<String, String> cells(FeeRow row) {
    FeeRow.Extra extra = row.kind().extra();
    Rate.Per per = row.per();
    Block block = row.block();
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("to_date", orEmpty(row.to()));
    cells.put("amount", amount(row.amount()));
    cells.put("per", per == null ? "once" : per.code());
    cells.put("price_year", row.priceYear().toString());
    cells.put("includes", String.join("|", List.copyOf(new TreeSet<>(row.includes()))));
    cells.put("payer", row.payer().code());
    cells.put("extra_paid", extra == null ? "" : extra.always() ? "always" : "asked");
    cells.put("retainer", block == null ? "" : amount(block.retainer()));
    cells.put("occupancy", block == null ? "" : block.occupancy().toPlainString());
    cells.put("source", row.provenance().source());
    cells.put("illustrative", Boolean.toString(row.provenance().illustrative()));
    cells.put("note", row.provenance().note());
    return cells;
  }

  private static String orEmpty(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String bound(int value) {
    return value == Integer.MIN_VALUE || value == Integer.MAX_VALUE ? "" : Integer.toString(value);
  }

  static String amount(Money amount) {
    return Fractions.plain(Fractions.toDecimal(amount.pounds(), PLACES)).toPlainString();
  }
}
