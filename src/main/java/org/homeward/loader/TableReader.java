package org.homeward.loader;

import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.homeward.allowance.MeansTestRules;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.costbook.ReferenceTables;
import org.homeward.costbook.ReferenceTables.BankHoliday;
import org.homeward.history.Payer;
import org.homeward.placement.FeeRow;
import org.homeward.placement.InHouseHome;
import org.homeward.placement.PriceRow;
import org.homeward.problem.InputException;
import org.homeward.problem.Problems;
import org.homeward.process.Condition;
import org.homeward.process.IntRange;
import org.homeward.quantity.Coded;
import org.homeward.quantity.DiscountSchedule;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.PriceIndex;
import org.homeward.quantity.Rate;
import org.homeward.staffing.AgencyRate;
import org.homeward.staffing.AreaWeight;
import org.homeward.staffing.EmployerRate;
import org.homeward.staffing.HourBasis;
import org.homeward.staffing.OnCosts;
import org.homeward.staffing.PublishedHourlyCost;
import org.homeward.staffing.Salary;
import org.homeward.staffing.StaffRole;
import org.homeward.staffing.WeeksAway;
import org.homeward.unitcost.StatedUnitCost;

/** The tables among the catalogue's files: one CSV file each. */
final class TableReader {

  static final String ROLES = "roles.csv";

  private static final List<String> PROVENANCE = List.of("source", "illustrative", "note");

  private final CatalogueFiles files;
  private final KnownIds processes;
  private final Problems problems;

  TableReader(CatalogueFiles files, Problems problems) {
    this.files = files;
    this.processes = new KnownIds(CatalogueReader.processIds(files), Set.of());
    this.problems = problems;
  }

  /**
   * Every table; lines that a value refuses are told and left out.
   *
   * @throws InputException at once, with all that was told before, if the tables do not go together
   */
  ReferenceTables read() {
    List<StaffRole> roles = roles();
    List<Salary> salaries = salaries();
    List<OnCosts> onCosts = onCosts();
    List<EmployerRate> employerRates = employerRates();
    List<AgencyRate> agencyRates = agencyRates();
    List<AreaWeight> areaWeights = areaWeights();
    List<PublishedHourlyCost> publishedHourlyCosts = publishedHourlyCosts();
    List<FeeRow> fees = fees("fees.csv");
    List<InHouseHome> homes = homes(roles, fees);
    List<PriceRow> prices = prices();
    List<StatedUnitCost> stated = statedUnitCosts();
    List<PriceIndex> indices = indices();
    List<DiscountSchedule> discounts = discounts();
    List<BankHoliday> bankHolidays = bankHolidays();
    List<MeansTestRules> meansTests = meansTests();
    try {
      return new ReferenceTables(
          roles,
          salaries,
          onCosts,
          employerRates,
          agencyRates,
          areaWeights,
          publishedHourlyCosts,
          fees,
          homes,
          prices,
          stated,
          indices,
          discounts,
          bankHolidays,
          meansTests);
    } catch (InputException e) {
      problems.addAll(e.problems());
      problems.throwIfAny();
      throw e;
    }
  }

  private CsvTable table(String name, String... columns) {
    List<String> all = new ArrayList<>(List.of(columns));
    all.addAll(PROVENANCE);
    String path = CatalogueReader.TABLES + name;
    String text = files.texts().get(path);
    if (text == null) {
      problems.add(
          path,
          null,
          "The table is missing.",
          "Add it, with the columns " + String.join(", ", all) + ".");
      return CsvTable.read(path, String.join(",", all), all, problems);
    }
    return CsvTable.read(path, text, all, problems);
  }

  /** A table that a catalogue may lack: those from before there was such a table have none. */
  private CsvTable optional(String name, String... columns) {
    if (files.texts().containsKey(CatalogueReader.TABLES + name)) {
      return table(name, columns);
    }
    List<String> all = List.of(columns);
    return CsvTable.read(name, String.join(",", all), all, problems);
  }

  /** One value a line; a line that its value refuses is told and left out. */
  private <T> List<T> each(CsvTable table, Function<CsvTable.Row, T> maker) {
    List<T> values = new ArrayList<>();
    for (CsvTable.Row row : table.rows()) {
      T value =
          problems.attempt(
              CatalogueReader.TABLES + "line " + row.line(),
              null,
              "Mend the line.",
              () -> maker.apply(row));
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private List<StaffRole> roles() {
    return each(
        table(ROLES, "role", "name", "case_related_share"),
        r ->
            new StaffRole(
                r.text("role"), r.text("name"), r.decimal("case_related_share"), r.provenance()));
  }

  private List<Salary> salaries() {
    return each(
        table("salaries.csv", "role", "financial_year", "salary", "hours_a_week"),
        r ->
            new Salary(
                r.text("role"),
                r.year("financial_year"),
                r.money("salary"),
                r.decimal("hours_a_week"),
                r.text("fte").isEmpty() ? BigDecimal.ONE : r.decimal("fte"),
                r.provenance()));
  }

  private CsvTable onCostsTable() {
    return table(
        "on-costs.csv",
        "financial_year",
        "direct_overheads",
        "indirect_overheads",
        "capital",
        "leave_weeks",
        "statutory_weeks",
        "sickness_weeks",
        "training_weeks");
  }

  private List<OnCosts> onCosts() {
    return each(onCostsTable(), TableReader::onCosts);
  }

  private static OnCosts onCosts(CsvTable.Row r) {
    return new OnCosts(
        r.year("financial_year"),
        r.decimal("direct_overheads"),
        r.decimal("indirect_overheads"),
        r.money("capital"),
        new WeeksAway(
            r.decimal("leave_weeks"),
            r.decimal("statutory_weeks"),
            r.decimal("sickness_weeks"),
            r.decimal("training_weeks")),
        r.provenance());
  }

  /** Catalogues from before there was such a table have the rates of each year in its on-costs. */
  private List<EmployerRate> employerRates() {
    CsvTable onCosts = onCostsTable();
    if (onCosts.has("ni_rate")) {
      List<EmployerRate> rates = new ArrayList<>();
      for (CsvTable.Row row : onCosts.rows()) {
        rates.add(yearly(EmployerRate.Kind.NATIONAL_INSURANCE, "ni_rate", row));
        rates.add(yearly(EmployerRate.Kind.PENSION, "pension_rate", row));
      }
      return rates;
    }
    return each(
        table("employer-rates.csv", "kind", "from_date", "rate", "threshold"),
        r ->
            new EmployerRate(
                r.code(
                    "kind",
                    code -> Coded.of(EmployerRate.Kind.class, code),
                    EmployerRate.Kind.PENSION),
                r.date("from_date"),
                r.decimal("rate"),
                r.text("threshold").isEmpty() ? Money.ZERO : r.money("threshold"),
                r.provenance()));
  }

  private static EmployerRate yearly(EmployerRate.Kind kind, String column, CsvTable.Row row) {
    boolean insurance = kind == EmployerRate.Kind.NATIONAL_INSURANCE;
    return new EmployerRate(
        kind,
        LocalDate.of(row.year("financial_year").startYear(), 4, 6),
        row.decimal(column),
        insurance ? row.money("ni_threshold") : Money.ZERO,
        row.provenance());
  }

  private List<AgencyRate> agencyRates() {
    return each(
        optional("agency-rates.csv", "role", "financial_year", "day_rate", "hours_a_day", "share"),
        r ->
            new AgencyRate(
                r.text("role"),
                r.year("financial_year"),
                r.money("day_rate"),
                r.decimal("hours_a_day"),
                r.decimal("share"),
                r.provenance()));
  }

  private List<AreaWeight> areaWeights() {
    return each(
        optional("area-weights.csv", "area", "name", "pay", "capital"),
        r ->
            new AreaWeight(
                r.text("area"),
                r.text("name"),
                r.decimal("pay"),
                r.decimal("capital"),
                r.provenance()));
  }

  private List<PublishedHourlyCost> publishedHourlyCosts() {
    return each(
        optional("published-hourly-costs.csv", "role", "price_year", "basis", "cost_per_hour"),
        r ->
            new PublishedHourlyCost(
                r.text("role"),
                r.year("price_year"),
                r.code("basis", code -> Coded.of(HourBasis.class, code), HourBasis.WORKING_HOUR),
                r.money("cost_per_hour"),
                r.provenance()));
  }

  /**
   * An uplift is of the row of its kind before it, so rows are made in the order of their dates.
   */
  List<FeeRow> fees(String name) {
    List<CsvTable.Row> rows =
        new ArrayList<>(
            table(
                    name,
                    "placement_type",
                    "provider",
                    "area",
                    "age_from",
                    "age_below",
                    "from_date",
                    "amount",
                    "per",
                    "price_year",
                    "includes",
                    "payer")
                .rows());
    FeeReader reader = new FeeReader();
    FeeRow[] made = new FeeRow[rows.size()];
    List<Integer> byDate = new ArrayList<>();
    for (int i = 0; i < made.length; i++) {
      byDate.add(i);
    }
    byDate.sort(Comparator.comparing(i -> rows.get(i).text("from_date")));
    for (int i : byDate) {
      made[i] =
          problems.attempt(
              CatalogueReader.TABLES + name + ": line " + rows.get(i).line(),
              null,
              "Mend the line.",
              () -> reader.read(rows.get(i)));
      if (made[i] != null) {
        included(rows.get(i), made[i].includes());
      }
    }
    return Arrays.stream(made).filter(Objects::nonNull).toList();
  }

  private List<InHouseHome> homes(List<StaffRole> roles, List<FeeRow> fees) {
    List<CsvTable.Row> rows =
        optional(
                "homes.csv",
                "placement_type",
                "provider_name",
                "from_date",
                "to_date",
                "beds",
                "occupancy",
                "includes",
                "payer")
            .rows();
    List<CsvTable.Row> parts =
        optional(
                "home-parts.csv",
                "placement_type",
                "provider_name",
                "from_date",
                "kind",
                "name",
                "role",
                "posts",
                "annual_cost",
                "amount",
                "per",
                "value",
                "years",
                "rate",
                "price_year")
            .rows();
    rows.forEach(r -> included(r, list(r.text("includes"))));
    return new HomeReader(parts, CatalogueReader.roles(files, roles), problems).read(rows, fees);
  }

  private List<PriceRow> prices() {
    return each(
        table(
            "prices.csv",
            "item",
            "name",
            "component",
            "age_from",
            "age_below",
            "from_date",
            "amount",
            "per",
            "price_year",
            "includes",
            "payer"),
        this::price);
  }

  private PriceRow price(CsvTable.Row r) {
    List<PriceRow.Inclusion> includes =
        list(r.text("includes")).stream().map(TableReader::inclusion).toList();
    included(r, includes.stream().map(PriceRow.Inclusion::process).toList());
    return new PriceRow(
        r.text("item"),
        r.text("name"),
        r.code("component", code -> Coded.of(PriceRow.Kind.class, code), PriceRow.Kind.ONE_OFF),
        ages(r),
        r.date("from_date"),
        r.money("amount"),
        r.text("per").equals("once")
            ? null
            : r.code("per", code -> Coded.of(Rate.Per.class, code), Rate.Per.WEEK),
        r.year("price_year"),
        includes,
        r.code("payer", Payer::of, Payer.SOCIAL_CARE),
        r.provenance());
  }

  /** What a row pays for must be there, whether or not it can be read. */
  private void included(CsvTable.Row row, Collection<String> includes) {
    for (String process : includes) {
      if (processes.lacks(process)) {
        problems.add(
            row.where("includes"),
            process,
            "It includes a process that does not exist.",
            processes.remedy());
      }
    }
  }

  static IntRange ages(CsvTable.Row r) {
    boolean any = r.text("age_from").isEmpty() && r.text("age_below").isEmpty();
    return any
        ? IntRange.ANY
        : new IntRange(
            r.decimal("age_from").intValueExact(), r.decimal("age_below").intValueExact());
  }

  static List<String> list(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
  }

  private static PriceRow.Inclusion inclusion(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new PriceRow.Inclusion(text, 0)
        : new PriceRow.Inclusion(
            text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  private List<StatedUnitCost> statedUnitCosts() {
    return each(
        table(
            "stated-unit-costs.csv",
            "process",
            "variant",
            "condition",
            "amount",
            "per",
            "price_year"),
        r ->
            new StatedUnitCost(
                r.text("process"),
                r.text("variant"),
                condition(r),
                r.money("amount"),
                r.code(
                    "per",
                    code -> Coded.of(StatedUnitCost.Per.class, code),
                    StatedUnitCost.Per.OCCURRENCE),
                r.year("price_year"),
                r.provenance()));
  }

  private Condition condition(CsvTable.Row row) {
    YamlDocument document =
        YamlDocument.read(row.where("condition"), row.text("condition"), problems);
    return document == null
        ? Condition.ALWAYS
        : new ConditionReader(new YamlReader(document, problems))
            .read(row.text("condition").isEmpty() ? NullNode.instance : document.root(), "");
  }

  private List<PriceIndex> indices() {
    Map<String, TreeMap<FinancialYear, BigDecimal>> levels = new LinkedHashMap<>();
    Map<String, TreeSet<FinancialYear>> forecasts = new LinkedHashMap<>();
    Map<String, String> sources = new LinkedHashMap<>();
    for (CsvTable.Row row :
        table("price-indices.csv", "series", "financial_year", "index", "kind").rows()) {
      String series = row.text("series");
      FinancialYear year = row.year("financial_year");
      levels.computeIfAbsent(series, s -> new TreeMap<>()).put(year, row.decimal("index"));
      forecasts.computeIfAbsent(series, s -> new TreeSet<>());
      if (row.text("kind").equals("forecast")) {
        forecasts.getOrDefault(series, new TreeSet<>()).add(year);
      }
      sources.put(series, row.text("source"));
    }
    List<PriceIndex> indices = new ArrayList<>();
    levels.forEach(
        (series, of) ->
            indices.add(
                new PriceIndex(
                    series,
                    of,
                    forecasts.getOrDefault(series, new TreeSet<>()),
                    sources.getOrDefault(series, ""))));
    return indices;
  }

  private List<DiscountSchedule> discounts() {
    Map<List<String>, List<CsvTable.Row>> bySchedule = new LinkedHashMap<>();
    table("discount-schedule.csv", "schedule", "effective_from", "from_year", "rate")
        .rows()
        .forEach(
            row ->
                bySchedule
                    .computeIfAbsent(
                        List.of(row.text("schedule"), row.text("effective_from")),
                        s -> new ArrayList<>())
                    .add(row));
    List<DiscountSchedule> schedules = new ArrayList<>();
    bySchedule.forEach(
        (key, rows) -> {
          DiscountSchedule schedule =
              problems.attempt(
                  CatalogueReader.TABLES + "discount-schedule.csv",
                  key.get(0),
                  "Mend its rows.",
                  () -> schedule(key.get(0), rows));
          if (schedule != null) {
            schedules.add(schedule);
          }
        });
    return schedules;
  }

  private static DiscountSchedule schedule(String name, List<CsvTable.Row> rows) {
    CsvTable.Row last = rows.get(rows.size() - 1);
    return new DiscountSchedule(
        name,
        last.date("effective_from"),
        rows.stream()
            .map(
                r ->
                    new DiscountSchedule.Band(r.decimal("from_year").intValue(), r.decimal("rate")))
            .toList(),
        last.text("source"));
  }

  private List<MeansTestRules> meansTests() {
    return each(
        optional(
            "means-test.csv",
            "from_date",
            "income_disregard",
            "contribution",
            "core_multiplier",
            "one_adult",
            "couple",
            "child",
            "family"),
        r ->
            new MeansTestRules(
                r.date("from_date"),
                r.decimal("income_disregard"),
                r.decimal("contribution"),
                r.decimal("core_multiplier"),
                r.money("one_adult"),
                r.money("couple"),
                r.money("child"),
                r.money("family"),
                r.provenance()));
  }

  private List<BankHoliday> bankHolidays() {
    return each(
        table("bank-holidays.csv", "date", "name"),
        r -> new BankHoliday(r.date("date"), r.text("name"), r.provenance()));
  }
}
