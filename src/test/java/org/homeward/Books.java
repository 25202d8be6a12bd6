package org.homeward;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.PriceIndices;
import org.homeward.costbook.ReferenceTables;
import org.homeward.history.EventType;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.placement.FeeRow;
import org.homeward.placement.FeeSchedule;
import org.homeward.placement.PriceList;
import org.homeward.placement.PriceRow;
import org.homeward.process.Condition;
import org.homeward.process.ProcessGraph;
import org.homeward.process.RoleMinutes;
import org.homeward.process.Task;
import org.homeward.process.TimeCategory;
import org.homeward.process.Trigger;
import org.homeward.quantity.DiscountSchedule;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Money;
import org.homeward.quantity.PriceIndex;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.homeward.quantity.WorkingDays;
import org.homeward.staffing.EmployerRate;
import org.homeward.staffing.EmployerRates;
import org.homeward.staffing.HourBasis;
import org.homeward.staffing.HourlyCost;
import org.homeward.staffing.HourlyCostCalculator;
import org.homeward.staffing.OnCosts;
import org.homeward.staffing.Salary;
import org.homeward.staffing.StaffCostInputs;
import org.homeward.staffing.StaffRole;
import org.homeward.staffing.WeeksAway;
import org.homeward.timeuse.EstimateSet;

/** Small cost books for tests, with the invented inputs of the worked examples. */
public final class Books {

  public static final Provenance INVENTED = new Provenance("worked example", true, "");
  public static final FinancialYear Y2025 = FinancialYear.parse("2025-26");

  /** For versions whose tables do not matter. */
  public static final ReferenceTables NO_TABLES =
      new ReferenceTables(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  private Books() {}

  public static HourlyCost socialWorker() {
    return hourly("social-worker", "0.72", "40000");
  }

  public static HourlyCost teamManager() {
    return hourly("team-manager", "0.60", "52000");
  }

  /** 9.2 in all. */
  public static final WeeksAway WEEKS_AWAY =
      new WeeksAway(new BigDecimal("5.6"), new BigDecimal("1.6"), BigDecimal.ONE, BigDecimal.ONE);

  private static HourlyCost hourly(String role, String share, String salary) {
    OnCosts onCosts =
        new OnCosts(
            Y2025,
            new BigDecimal("0.29"),
            new BigDecimal("0.16"),
            Money.ofPounds(2800),
            WEEKS_AWAY,
            INVENTED);
    return new HourlyCostCalculator()
        .calculate(
            StaffCostInputs.of(
                new StaffRole(role, role, new BigDecimal(share), INVENTED),
                Salary.fullTime(
                    role, Y2025, Money.ofPounds(salary), BigDecimal.valueOf(37), INVENTED),
                onCosts,
                employerRates()));
  }

  /** National Insurance of 15 % above £5,000, pension of 20 %. */
  public static EmployerRates.OfYear employerRates() {
    return employerRates(Y2025, "0.15", "0.20");
  }

  private static EmployerRates.OfYear employerRates(
      FinancialYear year, String insurance, String pension) {
    return new EmployerRates(
            List.of(
                new EmployerRate(
                    EmployerRate.Kind.NATIONAL_INSURANCE,
                    LocalDate.of(year.startYear(), 4, 6),
                    new BigDecimal(insurance),
                    Money.ofPounds(5000),
                    INVENTED),
                new EmployerRate(
                    EmployerRate.Kind.PENSION,
                    year.firstDay(),
                    new BigDecimal(pension),
                    Money.ZERO,
                    INVENTED)))
        .of(year)
        .orElseThrow();
  }

  /** A role whose hour costs what is said. */
  public static HourlyCost anHourAt(
      String role, String caseRelatedShare, FinancialYear year, String pounds) {
    OnCosts oneWeek =
        new OnCosts(
            year,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            Money.ZERO,
            new WeeksAway(
                BigDecimal.valueOf(51), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO),
            INVENTED);
    return new HourlyCostCalculator()
        .calculate(
            StaffCostInputs.of(
                new StaffRole(role, role, new BigDecimal(caseRelatedShare), INVENTED),
                Salary.fullTime(role, year, Money.ofPounds(pounds), BigDecimal.ONE, INVENTED),
                oneWeek,
                employerRates(year, "0", "0")));
  }

  public static Task task(String id, String share, String times, RoleMinutes... minutes) {
    return new Task(
        id, id, List.of(), new BigDecimal(share), new BigDecimal(times), 1, List.of(minutes));
  }

  public static RoleMinutes minutes(String role, TimeCategory category, long minutes) {
    return new RoleMinutes(role, category, Minutes.of(minutes));
  }

  /** A flat index: every year at 100. */
  public static PriceIndex flat() {
    TreeMap<FinancialYear, BigDecimal> levels = new TreeMap<>();
    for (int year = 2005; year < 2060; year++) {
      levels.put(new FinancialYear(year), BigDecimal.valueOf(100));
    }
    return new PriceIndex("flat", levels, new TreeSet<>(), "test");
  }

  public static DiscountSchedule greenBook() {
    return new DiscountSchedule(
        "Green Book standard",
        LocalDate.of(2003, 4, 1),
        List.of(
            new DiscountSchedule.Band(1, new BigDecimal("0.035")),
            new DiscountSchedule.Band(31, new BigDecimal("0.030")),
            new DiscountSchedule.Band(76, new BigDecimal("0.025"))),
        "HM Treasury, The Green Book");
  }

  public static FeeRow fee(
      PlacementType type, String from, String amount, Rate.Per per, String... includes) {
    return new FeeRow(
        FeeRow.Kind.of(type, null, null),
        LocalDate.parse(from),
        null,
        Money.ofPounds(amount),
        per,
        null,
        Y2025,
        Set.of(includes),
        Payer.SOCIAL_CARE,
        INVENTED);
  }

  public static CompiledBook book(
      List<ProcessGraph> processes, List<FeeRow> fees, List<PriceRow> prices) {
    return book(processes, fees, prices, List.of());
  }

  /** With bank holidays. */
  public static CompiledBook book(
      List<ProcessGraph> processes,
      List<FeeRow> fees,
      List<PriceRow> prices,
      List<LocalDate> holidays) {
    return new CompiledBook(
        new CostBook(
            "test",
            "test",
            Y2025,
            HourBasis.WORKING_HOUR,
            processes,
            EstimateSet.NONE,
            List.of(socialWorker(), teamManager()),
            List.of(),
            Set.of(),
            new FeeSchedule(withEveryType(fees)),
            new PriceList(prices),
            PriceIndices.all(flat()),
            greenBook(),
            new WorkingDays(holidays),
            List.of()));
  }

  /** The same with other indices. */
  public static CompiledBook withIndices(CompiledBook book, PriceIndices indices) {
    return with(book.book(), book.book().fees(), indices);
  }

  /** The same with other fees. */
  public static CompiledBook withFees(CompiledBook book, List<FeeRow> fees) {
    return with(book.book(), new FeeSchedule(fees), book.book().indices());
  }

  private static CompiledBook with(CostBook book, FeeSchedule fees, PriceIndices indices) {
    return new CompiledBook(
        new CostBook(
            book.name(),
            book.hash(),
            book.priceYear(),
            book.hourBasis(),
            book.processes(),
            book.estimates(),
            book.hourlyCosts(),
            book.statedUnitCosts(),
            book.statedProcesses(),
            fees,
            book.prices(),
            indices,
            book.discounts(),
            book.workingDays(),
            book.warnings()));
  }

  /** A visit of a social worker, once on an event. */
  public static ProcessGraph visit(EventType on, int minutes) {
    return new ProcessGraph(
        "visit",
        "Visit",
        "test",
        false,
        "",
        new Trigger.OnEvent(EnumSet.of(on), 0, Condition.ALWAYS),
        List.of(task("see", "1", "1", minutes("social-worker", TimeCategory.DIRECT, minutes))),
        List.of(),
        INVENTED);
  }

  /** Types without a fee of their own cost nothing. */
  private static List<FeeRow> withEveryType(List<FeeRow> fees) {
    List<FeeRow> all = new ArrayList<>(fees);
    for (PlacementType type : PlacementType.values()) {
      if (fees.stream().noneMatch(f -> f.type() == type)) {
        all.add(fee(type, "2005-04-01", "0", Rate.Per.WEEK));
      }
    }
    return all;
  }

  public static Map<String, HourlyCost> hourlyCosts() {
    return Map.of("social-worker", socialWorker(), "team-manager", teamManager());
  }
}
