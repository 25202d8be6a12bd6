package org.homeward.store;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.homeward.costbook.ReferenceTables;
import org.homeward.unitcost.StatedUnitCost;

/** The tables of each version as rows; only ever used inside the transaction of its version. */
@Singleton
record TableStore(
    StaffRoleRow.Table roles,
    SalaryRow.Table salaries,
    OnCostsRow.Table onCosts,
    EmployerRateRow.Table employerRates,
    AgencyRateRow.Table agencyRates,
    AreaWeightRow.Table areaWeights,
    PublishedHourlyCostRow.Table publishedHourlyCosts,
    PlacementFeeRow.Table fees,
    HomeRow.Table homes,
    HomePartRow.Table homeParts,
    ItemPriceRow.Table prices,
    StatedCostRow.Table stated,
    StatedCaseRow.Table cases,
    IndexLevelRow.Table levels,
    DiscountBandRow.Table bands,
    BankHolidayRow.Table holidays,
    MeansTestRow.Table meansTests) {

  void save(String version, ReferenceTables tables) {
    save(roles, version, tables.roles(), StaffRoleRow::of);
    save(salaries, version, tables.salaries(), SalaryRow::of);
    save(onCosts, version, tables.onCosts(), OnCostsRow::of);
    save(employerRates, version, tables.employerRates(), EmployerRateRow::of);
    save(agencyRates, version, tables.agencyRates(), AgencyRateRow::of);
    save(areaWeights, version, tables.areaWeights(), AreaWeightRow::of);
    save(publishedHourlyCosts, version, tables.publishedHourlyCosts(), PublishedHourlyCostRow::of);
    save(fees, version, tables.fees(), PlacementFeeRow::of);
    save(homes, version, tables.homes(), HomeRow::of);
    homeParts.saveAll(HomePartRow.of(version, tables.homes()));
    save(prices, version, tables.prices(), ItemPriceRow::of);
    save(stated, version, tables.statedUnitCosts(), StatedCostRow::of);
    cases.saveAll(cases(version, tables.statedUnitCosts()));
    levels.saveAll(IndexLevelRow.of(version, tables.indices()));
    bands.saveAll(DiscountBandRow.of(version, tables.discounts()));
    save(holidays, version, tables.bankHolidays(), BankHolidayRow::of);
    save(meansTests, version, tables.meansTests(), MeansTestRow::of);
  }

  ReferenceTables read(String version) {
    List<StatedCaseRow> ofCosts = cases.findByVersionHashOrderByPosition(version);
    List<HomePartRow> ofHomes = homeParts.findByVersionHashOrderByPosition(version);
    return new ReferenceTables(
        read(roles, version, StaffRoleRow::value),
        read(salaries, version, SalaryRow::value),
        read(onCosts, version, OnCostsRow::value),
        read(employerRates, version, EmployerRateRow::value),
        read(agencyRates, version, AgencyRateRow::value),
        read(areaWeights, version, AreaWeightRow::value),
        read(publishedHourlyCosts, version, PublishedHourlyCostRow::value),
        read(fees, version, PlacementFeeRow::value),
        read(homes, version, h -> h.value(ofHomes)),
        read(prices, version, ItemPriceRow::value),
        read(stated, version, c -> c.value(ofCosts)),
        IndexLevelRow.values(levels.findByVersionHashOrderByPosition(version)),
        DiscountBandRow.values(bands.findByVersionHashOrderByPosition(version)),
        read(holidays, version, BankHolidayRow::value),
        read(meansTests, version, MeansTestRow::value));
  }

  private static <R, V> List<V> read(VersionTable<R> table, String version, Function<R, V> value) {
    return table.findByVersionHashOrderByPosition(version).stream().map(value).toList();
  }

  /** How a value at a place becomes a row. */
  private interface Maker<V, R> {
    R make(String version, int position, V value);
  }

  private static <V, R> void save(
      VersionTable<R> table, String version, List<V> values, Maker<V, R> maker) {
    table.saveAll(
        IntStream.range(0, values.size())
            .mapToObj(i -> maker.make(version, i, values.get(i)))
            .toList());
  }

  private static List<StatedCaseRow> cases(String version, List<StatedUnitCost> costs) {
    List<StatedCaseRow> rows = new ArrayList<>();
    for (int cost = 0; cost < costs.size(); cost++) {
      for (var alternative : costs.get(cost).when().alternatives()) {
        rows.add(StatedCaseRow.of(version, rows.size(), cost, alternative));
      }
    }
    return rows;
  }
}
