package org.homeward.parameter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.BookInputs;
import org.homeward.parameter.ParameterCatalogue.Entry;
import org.homeward.quantity.DiscountSchedule;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.PriceIndex;
import org.homeward.quantity.Provenance;
import org.jspecify.annotations.Nullable;

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
        all.add(rate(schedules, i, band));
      }
    }
    return all;
  }

  private static Entry level(PriceIndex index, int place, FinancialYear year, BigDecimal level) {
    String series = Paths.index(index);
    Parameter parameter =
        new Parameter(
            Paths.level(index, year),
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
    String name = index.name();
    return new Entry(
        parameter,
        series + "/" + year,
        levelSetter(place, year),
        (first, second) -> takeLevel(first, second, name, year));
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

  private static Entry rate(List<DiscountSchedule> schedules, int place, int band) {
    DiscountSchedule schedule = schedules.get(place);
    DiscountSchedule.Band of = schedule.bands().get(band);
    String path = Paths.discount(schedule, of);
    Parameter parameter =
        new Parameter(
            path,
            "Discount rate: " + schedule.name() + ", from year " + of.fromYear(),
            "part of one a year",
            Fractions.of(of.rate()),
            null,
            schedule.effectiveFrom(),
            replaced(schedule, schedules),
            Paths.discountSeries(schedule, of),
            new Provenance(schedule.source(), false, ""),
            null,
            new Parameter.Place.Cell(
                "catalogue/discount-schedule.csv",
                Words.key(
                    "schedule",
                    schedule.name(),
                    "effective_from",
                    schedule.effectiveFrom().toString(),
                    "from_year",
                    "" + of.fromYear()),
                "rate"));
    return new Entry(
        parameter,
        Paths.schedule(schedule),
        rateSetter(place, band),
        (first, second) -> takeSchedule(first, second, schedule));
  }

  /** When a schedule of the same name is set anew, or null. */
  private static @Nullable LocalDate replaced(
      DiscountSchedule schedule, List<DiscountSchedule> schedules) {
    return schedules.stream()
        .filter(d -> d.name().equals(schedule.name()))
        .map(DiscountSchedule::effectiveFrom)
        .filter(from -> from.isAfter(schedule.effectiveFrom()))
        .min(Comparator.naturalOrder())
        .orElse(null);
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

  private static BookInputs takeLevel(
      BookInputs first, BookInputs second, String name, FinancialYear year) {
    PriceIndex of = second.tables().index(name).orElse(null);
    PriceIndex before = first.tables().index(name).orElse(of);
    if (before == null) {
      return first;
    }
    SortedMap<FinancialYear, BigDecimal> levels =
        new TreeMap<>(first.tables().index(name).isEmpty() ? Map.of() : before.levels());
    BigDecimal level = of == null ? null : of.levels().get(year);
    if (level == null) {
      levels.remove(year);
    } else {
      levels.put(year, level);
    }
    List<PriceIndex> changed = new ArrayList<>(first.tables().indices());
    changed.removeIf(i -> i.name().equals(name));
    if (!levels.isEmpty()) {
      changed.add(new PriceIndex(name, levels, before.forecasts(), before.source()));
    }
    return first.withTables(first.tables().withIndices(changed));
  }

  private static BookInputs takeSchedule(
      BookInputs first, BookInputs second, DiscountSchedule schedule) {
    Predicate<DiscountSchedule> same =
        d -> d.name().equals(schedule.name()) && d.effectiveFrom().equals(schedule.effectiveFrom());
    List<DiscountSchedule> changed = new ArrayList<>(first.tables().discounts());
    changed.removeIf(same);
    second.tables().discounts().stream().filter(same).forEach(changed::add);
    return first.withTables(first.tables().withDiscounts(changed));
  }
}
