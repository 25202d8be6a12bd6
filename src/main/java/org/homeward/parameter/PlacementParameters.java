package org.homeward.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.allowance.MeansTestRules;
import org.homeward.costbook.BookInputs;
import org.homeward.history.Area;
import org.homeward.history.Provider;
import org.homeward.parameter.ParameterCatalogue.Entry;
import org.homeward.parameter.TableParameters.Column;
import org.homeward.parameter.TableParameters.Facts;
import org.homeward.placement.Block;
import org.homeward.placement.FeeRow;
import org.homeward.placement.PriceRow;
import org.homeward.process.IntRange;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
import org.homeward.unitcost.StatedUnitCost;
import org.jspecify.annotations.Nullable;

/** Fees, prices and stated unit costs. */
final class PlacementParameters {

  private PlacementParameters() {}

  private static final TableParameters<FeeRow> FEES =
      new TableParameters<>(
          "catalogue/fees.csv",
          i -> i.tables().fees(),
          (i, rows) -> i.withTables(i.tables().withFees(rows)),
          PlacementParameters::facts,
          (names, f) -> BookNames.fee(f),
          List.of(
              new Column<>(
                  "amount",
                  "Fee for %s",
                  f -> Words.pounds(f.per()),
                  true,
                  f -> f.amount().pounds(),
                  (f, v) -> f.withAmount(new Money(v))),
              new Column<>(
                  "retainer",
                  "Retainer of a place, %s",
                  f -> Words.pounds(f.per()),
                  true,
                  f -> ofBlock(f, b -> b.retainer().pounds()),
                  (f, v) -> withBlock(f, b -> new Block(new Money(v), b.occupancy()))),
              new Column<>(
                  "occupancy",
                  "Occupancy, %s",
                  f -> "part of one",
                  false,
                  f -> ofBlock(f, b -> Fractions.of(b.occupancy())),
                  (f, v) -> withBlock(f, b -> new Block(b.retainer(), Words.decimal(v))))));

  private static @Nullable BigFraction ofBlock(FeeRow fee, Function<Block, BigFraction> get) {
    Block block = fee.block();
    return block == null ? null : get.apply(block);
  }

  private static FeeRow withBlock(FeeRow fee, UnaryOperator<Block> change) {
    Block block = fee.block();
    return block == null ? fee : fee.withBlock(change.apply(block));
  }

  private static final TableParameters<MeansTestRules> MEANS_TESTS =
      new TableParameters<>(
          "catalogue/means-test.csv",
          i -> i.tables().meansTests(),
          (i, rows) -> i.withTables(i.tables().withMeansTests(rows)),
          PlacementParameters::facts,
          (names, m) -> "",
          List.of(
              part(
                  "income-disregard",
                  "Means test: income left out of account",
                  m -> Fractions.of(m.incomeDisregard()),
                  (m, v) -> with(m, 0, v)),
              part(
                  "contribution",
                  "Means test: contribution from disposable income",
                  m -> Fractions.of(m.contribution()),
                  (m, v) -> with(m, 1, v)),
              part(
                  "core-multiplier",
                  "Means test: multiplier of core expenditure",
                  m -> Fractions.of(m.coreMultiplier()),
                  (m, v) -> with(m, 2, v)),
              weekly(
                  "one-adult",
                  "Means test: core rate, one adult",
                  m -> m.oneAdult(),
                  (m, v) -> with(m, 3, v)),
              weekly(
                  "couple",
                  "Means test: core rate, couple",
                  m -> m.couple(),
                  (m, v) -> with(m, 4, v)),
              weekly(
                  "child", "Means test: core rate, child", m -> m.child(), (m, v) -> with(m, 5, v)),
              weekly(
                  "family",
                  "Means test: core rate, family",
                  m -> m.family(),
                  (m, v) -> with(m, 6, v))));

  private static final TableParameters<PriceRow> PRICES =
      new TableParameters<>(
          "catalogue/prices.csv",
          i -> i.tables().prices(),
          (i, rows) -> i.withTables(i.tables().withPrices(rows)),
          PlacementParameters::facts,
          (names, p) -> BookNames.price(p),
          List.of(
              new Column<>(
                  "amount",
                  "%s",
                  p -> Words.pounds(p.per()),
                  true,
                  p -> p.amount().pounds(),
                  (p, v) -> p.withAmount(new Money(v)))));

  private static final TableParameters<StatedUnitCost> STATED =
      new TableParameters<>(
          "catalogue/stated-unit-costs.csv",
          i -> i.tables().statedUnitCosts(),
          (i, rows) -> i.withTables(i.tables().withStatedUnitCosts(rows)),
          PlacementParameters::facts,
          (names, s) -> names.process(s.process()) + ", " + s.variant(),
          List.of(
              new Column<>(
                  "amount",
                  "Stated unit cost: %s",
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
    all.addAll(MEANS_TESTS.of(inputs));
    return all;
  }

  private static Column<MeansTestRules> part(
      String name,
      String meaning,
      Function<MeansTestRules, BigFraction> get,
      BiFunction<MeansTestRules, BigFraction, MeansTestRules> with) {
    return new Column<>(name, meaning, m -> "part of one", false, get, with);
  }

  private static Column<MeansTestRules> weekly(
      String name,
      String meaning,
      Function<MeansTestRules, Money> get,
      BiFunction<MeansTestRules, BigFraction, MeansTestRules> with) {
    return new Column<>(
        name, meaning, m -> Words.pounds(Rate.Per.WEEK), true, m -> get.apply(m).pounds(), with);
  }

  /** With another number at a place: the seven stand in the order of the columns above. */
  private static MeansTestRules with(MeansTestRules m, int place, BigFraction v) {
    return new MeansTestRules(
        m.from(),
        place == 0 ? Words.decimal(v) : m.incomeDisregard(),
        place == 1 ? Words.decimal(v) : m.contribution(),
        place == 2 ? Words.decimal(v) : m.coreMultiplier(),
        place == 3 ? new Money(v) : m.oneAdult(),
        place == 4 ? new Money(v) : m.couple(),
        place == 5 ? new Money(v) : m.child(),
        place == 6 ? new Money(v) : m.family(),
        m.provenance());
  }

  private static Facts facts(MeansTestRules rules) {
    return new Facts(
        "means-test/" + rules.from(),
        "means-test",
        Words.key("from_date", rules.from().toString()),
        BookNames.from(rules.from()),
        FinancialYear.of(rules.from()),
        rules.from(),
        rules.provenance());
  }

  private static Facts facts(FeeRow fee) {
    Provider provider = fee.provider();
    Area area = fee.area();
    FeeRow.Kind kind = fee.kind();
    FeeRow.Extra extra = kind.extra();
    Map<String, String> key =
        Words.key(
            "placement_type", fee.type().code(),
            "provider", provider == null ? "" : provider.code(),
            "area", area == null ? "" : area.code(),
            "age_from", Words.bound(fee.age().from()),
            "age_below", Words.bound(fee.age().below()),
            "from_date", fee.from().toString());
    String name = kind.providerName();
    key.put("provider_name", name == null ? "" : name);
    boolean anyNeeds = kind.needs().equals(IntRange.ANY);
    key.put("needs_from", anyNeeds ? "" : Words.bound(kind.needs().from()));
    key.put("needs_below", Words.bound(kind.needs().below()));
    key.put("extra", extra == null ? "" : extra.id());
    return new Facts(
        Paths.feeRow(fee),
        Paths.fees(fee),
        key,
        BookNames.from(fee.from()),
        fee.priceYear(),
        fee.from(),
        fee.to(),
        fee.provenance());
  }

  private static Facts facts(PriceRow price) {
    return new Facts(
        Paths.priceRow(price),
        Paths.prices(price),
        Words.key(
            "item", price.item(),
            "age_from", Words.bound(price.age().from()),
            "age_below", Words.bound(price.age().below()),
            "from_date", price.from().toString()),
        BookNames.from(price.from()),
        price.priceYear(),
        price.from(),
        price.provenance());
  }

  private static Facts facts(StatedUnitCost stated) {
    String path = Paths.statedRow(stated);
    return new Facts(
        path,
        path,
        Words.key("process", stated.process(), "variant", stated.variant()),
        "",
        stated.priceYear(),
        null,
        stated.provenance());
  }
}
