package org.homeward.loader;

import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.costbook.CostBook;
import org.homeward.history.Area;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.pathway.PathwayTemplate;
import org.homeward.placement.FeeRow;
import org.homeward.placement.FeeSchedule;
import org.homeward.placement.PriceList;
import org.homeward.placement.PriceRow;
import org.homeward.problem.Problems;
import org.homeward.process.Condition;
import org.homeward.process.IntRange;
import org.homeward.process.ProcessGraph;
import org.homeward.quantity.Coded;
import org.homeward.quantity.DiscountSchedule;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.PriceIndex;
import org.homeward.quantity.Rate;
import org.homeward.quantity.WorkingDays;
import org.homeward.staffing.HourBasis;
import org.homeward.staffing.HourlyCost;
import org.homeward.staffing.HourlyCostCalculator;
import org.homeward.staffing.OnCosts;
import org.homeward.staffing.Salary;
import org.homeward.staffing.StaffRole;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.Survey;
import org.homeward.timeuse.TimeUse;
import org.homeward.timeuse.TimeUseCalculator;
import org.homeward.unitcost.StatedUnitCost;
import org.jspecify.annotations.Nullable;

/** Makes a catalogue of its files, or tells every problem of all of them. */
public final class CatalogueReader {

  /** The folder of the tables among the catalogue's files. */
  public static final String TABLES = "catalogue/";

  private static final String PROCESSES = "processes/";
  private static final String PATHWAYS = "processes/pathways/";
  private static final String SURVEYS = "timeuse-surveys/";
  private static final String DEFAULT_INDEX =
      "GDP deflator L8GG (financial year), March 2026 vintage";
  private static final String DEFAULT_DISCOUNTS = "Green Book standard";

  /** Methods whose means differ by more than this are said to disagree. */
  private static final double DISAGREEMENT = 1.5;

  private static final List<String> PROVENANCE = List.of("source", "illustrative", "note");

  private final CatalogueFiles files;
  private final Problems problems = new Problems();

  private CatalogueReader(CatalogueFiles files) {
    this.files = files;
  }

  /**
   * @throws org.homeward.problem.InputException with every problem of every file
   */
  public static Catalogue read(CatalogueFiles files) {
    return new CatalogueReader(files).read();
  }

  private Catalogue read() {
    List<StaffRole> roles = roles();
    Set<String> roleIds = new LinkedHashSet<>(roles.stream().map(StaffRole::id).toList());
    List<HourlyCost> hourlyCosts = hourlyCosts(roles);
    List<FeeRow> fees = fees();
    List<PriceRow> prices = prices();
    Map<String, PriceIndex> indices = indices();
    DiscountSchedule discounts = discounts();
    WorkingDays workingDays = workingDays();
    List<ProcessGraph> processes = processes(roleIds);
    List<StatedUnitCost> stated = statedUnitCosts();
    Set<String> items = new TreeSet<>(prices.stream().map(PriceRow::item).toList());
    List<PathwayTemplate> pathways = pathways(items);
    List<Survey> surveys = surveys(processes, roleIds);
    problems.throwIfAny();
    TimeUse timeUse = new TimeUseCalculator().calculate(surveys, EnumSet.allOf(Method.class));
    PriceIndex index = indices.get(DEFAULT_INDEX);
    if (index == null || hourlyCosts.isEmpty() || discounts == null) {
      problems.add(
          TABLES,
          null,
          "The index \""
              + DEFAULT_INDEX
              + "\", the schedule \""
              + DEFAULT_DISCOUNTS
              + "\" or the salaries are missing.",
          "Add them.");
      problems.throwIfAny();
      throw new IllegalStateException("unreachable");
    }
    CostBook book =
        new CostBook(
            "England, illustrative",
            files.hash(),
            hourlyCosts.get(0).year(),
            HourBasis.WORKING_HOUR,
            processes,
            timeUse,
            hourlyCosts,
            stated,
            Set.of(),
            new FeeSchedule(fees),
            new PriceList(prices),
            index,
            discounts,
            workingDays,
            warnings(surveys));
    return new Catalogue(book, pathways, surveys, indices);
  }

  private static List<String> warnings(List<Survey> surveys) {
    List<String> warnings = new ArrayList<>();
    for (Survey survey : surveys) {
      if (survey.includesNonCaseRelatedTime()) {
        warnings.add(
            "The survey "
                + survey.id()
                + " counts time that is not case-related; priced by the case-related hour that time would be counted twice.");
      }
    }
    new TimeUseCalculator()
        .disagreements(surveys, DISAGREEMENT)
        .forEach(
            d ->
                warnings.add(
                    "Methods disagree by more than a factor of " + DISAGREEMENT + ": " + d + "."));
    return warnings;
  }

  // Tables

  private CsvTable table(String name, String... columns) {
    List<String> all = new ArrayList<>(List.of(columns));
    all.addAll(PROVENANCE);
    String path = TABLES + name;
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

  /** One value a line; a line that its value refuses is told and left out. */
  private <T> List<T> each(CsvTable table, Function<CsvTable.Row, T> maker) {
    List<T> values = new ArrayList<>();
    for (CsvTable.Row row : table.rows()) {
      T value =
          problems.attempt(
              TABLES + "line " + row.line(), null, "Mend the line.", () -> maker.apply(row));
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private List<StaffRole> roles() {
    return each(
        table("roles.csv", "role", "name", "case_related_share"),
        r ->
            new StaffRole(
                r.text("role"), r.text("name"), r.decimal("case_related_share"), r.provenance()));
  }

  private List<HourlyCost> hourlyCosts(List<StaffRole> roles) {
    List<Salary> salaries =
        each(
            table("salaries.csv", "role", "financial_year", "salary", "hours_a_week"),
            r ->
                new Salary(
                    r.text("role"),
                    r.year("financial_year"),
                    r.money("salary"),
                    r.decimal("hours_a_week"),
                    r.provenance()));
    Map<FinancialYear, OnCosts> onCosts = new TreeMap<>();
    each(
            table(
                "on-costs.csv",
                "financial_year",
                "ni_rate",
                "ni_threshold",
                "pension_rate",
                "direct_overheads",
                "indirect_overheads",
                "capital",
                "leave_weeks",
                "statutory_weeks",
                "sickness_weeks",
                "training_weeks"),
            CatalogueReader::onCosts)
        .forEach(o -> onCosts.put(o.year(), o));
    List<HourlyCost> costs = new ArrayList<>();
    for (StaffRole role : roles) {
      Salary latest =
          salaries.stream()
              .filter(s -> s.role().equals(role.id()) && onCosts.containsKey(s.year()))
              .max(java.util.Comparator.comparing(Salary::year))
              .orElse(null);
      OnCosts ofYear = latest == null ? null : onCosts.get(latest.year());
      if (latest == null || ofYear == null) {
        problems.add(
            TABLES + "salaries.csv",
            role.id(),
            "The role has no salary in a year with on-costs.",
            "Add one.");
      } else {
        costs.add(new HourlyCostCalculator().calculate(role, latest, ofYear));
      }
    }
    return costs;
  }

  private static OnCosts onCosts(CsvTable.Row r) {
    BigDecimal weeks =
        r.decimal("leave_weeks")
            .add(r.decimal("statutory_weeks"))
            .add(r.decimal("sickness_weeks"))
            .add(r.decimal("training_weeks"));
    return new OnCosts(
        r.year("financial_year"),
        r.decimal("ni_rate"),
        r.money("ni_threshold"),
        r.decimal("pension_rate"),
        r.decimal("direct_overheads"),
        r.decimal("indirect_overheads"),
        r.money("capital"),
        weeks,
        r.provenance());
  }

  private List<FeeRow> fees() {
    return each(
        table(
            "fees.csv",
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
            "payer"),
        r ->
            new FeeRow(
                r.code("placement_type", PlacementType::of, PlacementType.OTHER),
                r.text("provider").isEmpty()
                    ? null
                    : r.code("provider", Provider::of, Provider.NONE),
                r.text("area").isEmpty() ? null : r.code("area", Area::of, Area.IN_AREA),
                ages(r),
                r.date("from_date"),
                r.money("amount"),
                r.code("per", code -> Coded.of(Rate.Per.class, code), Rate.Per.WEEK),
                r.year("price_year"),
                new TreeSet<>(list(r.text("includes"))),
                r.code("payer", Payer::of, Payer.SOCIAL_CARE),
                r.provenance()));
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
        r ->
            new PriceRow(
                r.text("item"),
                r.text("name"),
                r.code(
                    "component",
                    code -> Coded.of(PriceRow.Kind.class, code),
                    PriceRow.Kind.ONE_OFF),
                ages(r),
                r.date("from_date"),
                r.money("amount"),
                r.text("per").equals("once")
                    ? null
                    : r.code("per", code -> Coded.of(Rate.Per.class, code), Rate.Per.WEEK),
                r.year("price_year"),
                list(r.text("includes")).stream().map(CatalogueReader::inclusion).toList(),
                r.code("payer", Payer::of, Payer.SOCIAL_CARE),
                r.provenance()));
  }

  private static IntRange ages(CsvTable.Row r) {
    boolean any = r.text("age_from").isEmpty() && r.text("age_below").isEmpty();
    return any
        ? IntRange.ANY
        : new IntRange(
            r.decimal("age_from").intValueExact(), r.decimal("age_below").intValueExact());
  }

  private static List<String> list(String cell) {
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

  private Map<String, PriceIndex> indices() {
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
    Map<String, PriceIndex> indices = new LinkedHashMap<>();
    levels.forEach(
        (series, of) ->
            indices.put(
                series,
                new PriceIndex(
                    series,
                    of,
                    forecasts.getOrDefault(series, new TreeSet<>()),
                    sources.getOrDefault(series, ""))));
    return indices;
  }

  private @Nullable DiscountSchedule discounts() {
    List<DiscountSchedule.Band> bands = new ArrayList<>();
    LocalDate from = LocalDate.EPOCH;
    String source = "";
    for (CsvTable.Row row :
        table("discount-schedule.csv", "schedule", "effective_from", "from_year", "rate").rows()) {
      if (row.text("schedule").equals(DEFAULT_DISCOUNTS)) {
        bands.add(
            new DiscountSchedule.Band(row.decimal("from_year").intValue(), row.decimal("rate")));
        from = row.date("effective_from");
        source = row.text("source");
      }
    }
    LocalDate effective = from;
    String published = source;
    return problems.attempt(
        TABLES + "discount-schedule.csv",
        null,
        "Mend its rows.",
        () -> new DiscountSchedule(DEFAULT_DISCOUNTS, effective, bands, published));
  }

  private WorkingDays workingDays() {
    return new WorkingDays(each(table("bank-holidays.csv", "date", "name"), r -> r.date("date")));
  }

  // Documents

  private String schema(String path) {
    String text = files.texts().get(path);
    if (text == null) {
      problems.add(
          path,
          null,
          "The schema is missing.",
          "Put it back: the files beside it are checked against it.");
      return "{}";
    }
    return text;
  }

  private List<ProcessGraph> processes(Set<String> roles) {
    ProcessReader reader = new ProcessReader(schema(PROCESSES + "process.schema.json"), roles);
    List<ProcessGraph> processes = new ArrayList<>();
    files
        .under(PROCESSES)
        .forEach(
            (path, text) -> {
              if (path.endsWith(".yaml") && !path.startsWith(PATHWAYS)) {
                ProcessGraph process = reader.read(path, text, problems);
                if (process != null) {
                  processes.add(process);
                }
              }
            });
    return processes;
  }

  private List<PathwayTemplate> pathways(Set<String> items) {
    PathwayReader reader = new PathwayReader(schema(PATHWAYS + "pathway.schema.json"), items);
    List<PathwayTemplate> pathways = new ArrayList<>();
    files
        .under(PATHWAYS)
        .forEach(
            (path, text) -> {
              if (path.endsWith(".yaml")) {
                PathwayTemplate pathway = reader.read(path, text, problems);
                if (pathway != null) {
                  pathways.add(pathway);
                }
              }
            });
    return pathways;
  }

  private List<Survey> surveys(List<ProcessGraph> processes, Set<String> roles) {
    SurveyReader reader = new SurveyReader(processes, roles);
    List<Survey> surveys = new ArrayList<>();
    Set<String> folders = new TreeSet<>();
    files.under(SURVEYS).keySet().stream()
        .filter(p -> p.indexOf('/', SURVEYS.length()) > 0)
        .forEach(p -> folders.add(p.substring(0, p.indexOf('/', SURVEYS.length()) + 1)));
    for (String folder : folders) {
      Survey survey = reader.read(folder, files.under(folder), problems);
      if (survey != null) {
        surveys.add(survey);
      }
    }
    return surveys;
  }
}
