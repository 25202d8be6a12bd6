package org.homeward.parameter;

import java.util.ArrayList;
import java.util.List;
import org.homeward.costbook.BookInputs;
import org.homeward.history.Area;
import org.homeward.history.Provider;
import org.homeward.parameter.ParameterCatalogue.Entry;
import org.homeward.parameter.TableParameters.Column;
import org.homeward.parameter.TableParameters.Facts;
import org.homeward.placement.FeeRow;
import org.homeward.placement.PriceRow;
import org.homeward.quantity.Money;
import org.homeward.unitcost.StatedUnitCost;

/** Fees, prices and stated unit costs. */
final class PlacementParameters {

  private PlacementParameters() {}

  private static final TableParameters<FeeRow> FEES =
      new TableParameters<>(
          "catalogue/fees.csv",
          i -> i.tables().fees(),
          (i, rows) -> i.withTables(i.tables().withFees(rows)),
          PlacementParameters::facts,
          List.of(
              new Column<>(
                  "amount",
                  "Fee",
                  f -> Words.pounds(f.per()),
                  true,
                  f -> f.amount().pounds(),
                  (f, v) ->
                      new FeeRow(
                          f.type(),
                          f.provider(),
                          f.area(),
                          f.age(),
                          f.from(),
                          new Money(v),
                          f.per(),
                          f.priceYear(),
                          f.includes(),
                          f.payer(),
                          f.provenance()))));

  private static final TableParameters<PriceRow> PRICES =
      new TableParameters<>(
          "catalogue/prices.csv",
          i -> i.tables().prices(),
          (i, rows) -> i.withTables(i.tables().withPrices(rows)),
          PlacementParameters::facts,
          List.of(
              new Column<>(
                  "amount",
                  "Price",
                  p -> Words.pounds(p.per()),
                  true,
                  p -> p.amount().pounds(),
                  (p, v) ->
                      new PriceRow(
                          p.item(),
                          p.name(),
                          p.kind(),
                          p.age(),
                          p.from(),
                          new Money(v),
                          p.per(),
                          p.priceYear(),
                          p.includes(),
                          p.payer(),
                          p.provenance()))));

  private static final TableParameters<StatedUnitCost> STATED =
      new TableParameters<>(
          "catalogue/stated-unit-costs.csv",
          i -> i.tables().statedUnitCosts(),
          (i, rows) -> i.withTables(i.tables().withStatedUnitCosts(rows)),
          PlacementParameters::facts,
          List.of(
              new Column<>(
                  "amount",
                  "Stated unit cost",
                  s -> s.per() == StatedUnitCost.Per.OCCURRENCE ? "£" : "£ a " + s.per().code(),
                  true,
                  s -> s.amount().pounds(),
                  (s, v) ->
                      new StatedUnitCost(
                          s.process(),
                          s.variant(),
                          s.when(),
                          new Money(v),
                          s.per(),
                          s.priceYear(),
                          s.provenance()))));

  static List<Entry> of(BookInputs inputs) {
    List<Entry> all = new ArrayList<>(FEES.of(inputs));
    all.addAll(PRICES.of(inputs));
    all.addAll(STATED.of(inputs));
    return all;
  }

  private static Facts facts(FeeRow fee) {
    Provider provider = fee.provider();
    Area area = fee.area();
    String series =
        String.join(
            "/",
            "fees",
            fee.type().code(),
            provider == null ? "any-provider" : provider.code(),
            area == null ? "any-area" : area.code(),
            Words.ages(fee.age()));
    return new Facts(
        fee.label(),
        series + "/" + fee.from(),
        series,
        Words.key(
            "placement_type", fee.type().code(),
            "provider", provider == null ? "" : provider.code(),
            "area", area == null ? "" : area.code(),
            "age_from", Words.bound(fee.age().from()),
            "age_below", Words.bound(fee.age().below()),
            "from_date", fee.from().toString()),
        fee.priceYear(),
        fee.from(),
        fee.provenance());
  }

  private static Facts facts(PriceRow price) {
    String series = String.join("/", "prices", price.item(), Words.ages(price.age()));
    return new Facts(
        price.label(),
        series + "/" + price.from(),
        series,
        Words.key(
            "item", price.item(),
            "age_from", Words.bound(price.age().from()),
            "age_below", Words.bound(price.age().below()),
            "from_date", price.from().toString()),
        price.priceYear(),
        price.from(),
        price.provenance());
  }

  private static Facts facts(StatedUnitCost stated) {
    String path =
        String.join("/", "stated-unit-costs", stated.process(), Words.slug(stated.variant()));
    return new Facts(
        stated.process() + ", " + stated.variant(),
        path,
        path,
        Words.key("process", stated.process(), "variant", stated.variant()),
        stated.priceYear(),
        null,
        stated.provenance());
  }
}
