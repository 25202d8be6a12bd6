package org.homeward.parameter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.BookInputs;
import org.homeward.parameter.ParameterCatalogue.Entry;
import org.homeward.quantity.DiscountSchedule;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.PriceIndex;
import org.homeward.quantity.Provenance;

/** Levels of price indices, and rates of discount schedules. */
final class SeriesParameters {

  private SeriesParameters() {}

  static List<Entry> of(BookInputs inputs) {
    List<Entry> all = new ArrayList<>();
    List<PriceIndex> indices = inputs.tables().indices();
    for (int i = 0; i < indices.size(); i++) {
      int place = i;
      PriceIndex index = indices.get(i);
      index.levels().forEach((year, level) -> all.add(level(index, place, year, level)));
    }
    List<DiscountSchedule> schedules = inputs.tables().discounts();
    for (int i = 0; i < schedules.size(); i++) {
      for (int band = 0; band < schedules.get(i).bands().size(); band++) {
        all.add(rate(schedules.get(i), i, band));
      }
    }
    return all;
  }

  private static Entry level(PriceIndex index, int place, FinancialYear year, BigDecimal level) {
    String series = "indices/" + Words.slug(index.name());
    Parameter parameter =
        new Parameter(
            series + "/" + year + "/level",
            "Price level: " + index.name() + ", " + year,
            "index",
            Fractions.of(level),
            null,
            year.firstDay(),
            index.levels().containsKey(year.next()) ? year.next().firstDay() : null,
            series + "/level",
            new Provenance(
                index.source(), false, index.forecasts().contains(year) ? "forecast" : "outturn"),
            null,
            new Parameter.Place.Cell(
                "catalogue/price-indices.csv",
                Words.key("series", index.name(), "financial_year", year.toString()),
                "index"));
    return new Entry(parameter, levelSetter(place, year));
  }

  private static BiFunction<BookInputs, BigFraction, BookInputs> levelSetter(
      int place, FinancialYear year) {
    return (inputs, value) -> {
      List<PriceIndex> changed = new ArrayList<>(inputs.tables().indices());
      PriceIndex before = changed.get(place);
      SortedMap<FinancialYear, BigDecimal> levels = new TreeMap<>(before.levels());
      levels.put(year, Words.decimal(value));
      changed.set(
          place, new PriceIndex(before.name(), levels, before.forecasts(), before.source()));
      return inputs.withTables(inputs.tables().withIndices(changed));
    };
  }

  private static Entry rate(DiscountSchedule schedule, int place, int band) {
    DiscountSchedule.Band of = schedule.bands().get(band);
    String path = "discounts/" + Words.slug(schedule.name()) + "/" + of.fromYear() + "/rate";
    Parameter parameter =
        new Parameter(
            path,
            "Discount rate: " + schedule.name() + ", from year " + of.fromYear(),
            "part of one a year",
            Fractions.of(of.rate()),
            null,
            schedule.effectiveFrom(),
            null,
            path,
            new Provenance(schedule.source(), false, ""),
            null,
            new Parameter.Place.Cell(
                "catalogue/discount-schedule.csv",
                Words.key("schedule", schedule.name(), "from_year", "" + of.fromYear()),
                "rate"));
    return new Entry(parameter, rateSetter(place, band));
  }

  private static BiFunction<BookInputs, BigFraction, BookInputs> rateSetter(int place, int band) {
    return (inputs, value) -> {
      List<DiscountSchedule> changed = new ArrayList<>(inputs.tables().discounts());
      DiscountSchedule before = changed.get(place);
      List<DiscountSchedule.Band> bands = new ArrayList<>(before.bands());
      bands.set(band, new DiscountSchedule.Band(bands.get(band).fromYear(), Words.decimal(value)));
      changed.set(
          place,
          new DiscountSchedule(before.name(), before.effectiveFrom(), bands, before.source()));
      return inputs.withTables(inputs.tables().withDiscounts(changed));
    };
  }
}
