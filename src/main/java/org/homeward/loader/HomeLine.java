package org.homeward.loader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.homeward.placement.HomePart;
import org.homeward.placement.InHouseHome;
import org.homeward.quantity.Provenance;

/**
 * A home and its parts as the cells of their lines: what {@link HomeReader} makes the same home of.
 */
final class HomeLine {

  static final String HOMES = CatalogueReader.TABLES + "homes.csv";
  static final String PARTS = CatalogueReader.TABLES + "home-parts.csv";

  private HomeLine() {}

  /** The cells by which the line of a home is found: no two lines share them. */
  static Map<String, String> key(InHouseHome home) {
    Map<String, String> key = new LinkedHashMap<>();
    key.put("placement_type", home.type().code());
    key.put("provider_name", Objects.requireNonNullElse(home.name(), ""));
    key.put("from_date", home.from().toString());
    return key;
  }

  /** The other cells. */
  static Map<String, String> cells(InHouseHome home) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("to_date", Objects.toString(home.to(), ""));
    cells.put("beds", Integer.toString(home.beds()));
    cells.put("occupancy", home.occupancy().toPlainString());
    cells.put("includes", String.join("|", List.copyOf(new TreeSet<>(home.includes()))));
    cells.put("payer", home.payer().code());
    put(cells, home.provenance());
    return cells;
  }

  /** The cells by which the line of a part is found: no two lines share them. */
  static Map<String, String> key(InHouseHome home, HomePart part) {
    Map<String, String> key = key(home);
    key.put("kind", part.kind().code());
    key.put("name", part.name());
    return key;
  }

  /** The other cells of a part. */
  static Map<String, String> cells(HomePart part) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (String column :
        List.of("role", "posts", "annual_cost", "amount", "per", "value", "years", "rate")) {
      cells.put(column, "");
    }
    if (part instanceof HomePart.PostsOfRole posts) {
      cells.put("role", posts.role());
      cells.put("posts", posts.posts().toPlainString());
    } else if (part instanceof HomePart.PostsAtCost posts) {
      cells.put("posts", posts.posts().toPlainString());
      cells.put("annual_cost", FeeLine.amount(posts.annualCost()));
    } else if (part instanceof HomePart.Running running) {
      cells.put("amount", FeeLine.amount(running.amount()));
      cells.put("per", running.per().code());
    } else if (part instanceof HomePart.Capital capital) {
      cells.put("value", FeeLine.amount(capital.value()));
      cells.put("years", Integer.toString(capital.years()));
      cells.put("rate", capital.rate().toPlainString());
    }
    cells.put("price_year", Objects.toString(part.priceYear(), ""));
    put(cells, part.provenance());
    return cells;
  }

  private static void put(Map<String, String> cells, Provenance provenance) {
    cells.put("source", provenance.source());
    cells.put("illustrative", Boolean.toString(provenance.illustrative()));
    cells.put("note", provenance.note());
  }
}
