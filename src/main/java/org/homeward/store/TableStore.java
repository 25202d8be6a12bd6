package org.homeward.store;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.homeward.costbook.ReferenceTables;
import org.homeward.unitcost.StatedUnitCost;

/** The tables of each version as rows; only ever used inside the transaction of its version. */
@Singleton
record TableStore(
    StaffRoleRow.Table roles,
    SalaryRow.Table salaries,
    OnCostsRow.Table onCosts,
    PlacementFeeRow.Table fees,
    ItemPriceRow.Table prices,
    StatedCostRow.Table stated,
    StatedCaseRow.Table cases,
    IndexLevelRow.Table levels,
    DiscountBandRow.Table bands,
    BankHolidayRow.Table holidays) {

  void save(String version, ReferenceTables tables) {
    save(roles, version, tables.roles(), StaffRoleRow::of);
    save(salaries, version, tables.salaries(), SalaryRow::of);
    save(onCosts, version, tables.onCosts(), OnCostsRow::of);
    save(fees, version, tables.fees(), PlacementFeeRow::of);
    save(prices, version, tables.prices(), ItemPriceRow::of);
    save(stated, version, tables.statedUnitCosts(), StatedCostRow::of);
    cases.saveAll(cases(version, tables.statedUnitCosts()));
    levels.saveAll(IndexLevelRow.of(version, tables.indices()));
    bands.saveAll(DiscountBandRow.of(version, tables.discounts()));
    save(holidays, version, tables.bankHolidays(), BankHolidayRow::of);
  }

  ReferenceTables read(String version) {
    List<StatedCaseRow> ofCosts = cases.findByVersionHashOrderByPosition(version);
    return new ReferenceTables(
        roles.findByVersionHashOrderByPosition(version).stream().map(StaffRoleRow::value).toList(),
        salaries.findByVersionHashOrderByPosition(version).stream().map(SalaryRow::value).toList(),
        onCosts.findByVersionHashOrderByPosition(version).stream().map(OnCostsRow::value).toList(),
        fees.findByVersionHashOrderByPosition(version).stream()
            .map(PlacementFeeRow::value)
            .toList(),
        prices.findByVersionHashOrderByPosition(version).stream().map(ItemPriceRow::value).toList(),
        stated.findByVersionHashOrderByPosition(version).stream()
            .map(c -> c.value(ofCosts))
            .toList(),
        IndexLevelRow.values(levels.findByVersionHashOrderByPosition(version)),
        DiscountBandRow.values(bands.findByVersionHashOrderByPosition(version)),
        holidays.findByVersionHashOrderByPosition(version).stream()
            .map(BankHolidayRow::value)
            .toList());
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
