package org.homeward.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.history.Area;
import org.homeward.history.Provider;
import org.homeward.placement.FeeRow;
import org.homeward.placement.HomePart;
import org.homeward.placement.InHouseHome;
import org.homeward.placement.PriceRow;
import org.homeward.process.IntRange;
import org.homeward.process.TimeCategory;
import org.homeward.process.Variation;
import org.homeward.quantity.DiscountSchedule;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.PriceIndex;
import org.homeward.staffing.AgencyRate;
import org.homeward.staffing.AreaWeight;
import org.homeward.staffing.EmployerRate;
import org.homeward.staffing.OnCosts;
import org.homeward.staffing.Salary;
import org.homeward.staffing.StaffRole;
import org.homeward.timeuse.TimeCell;
import org.homeward.unitcost.StatedUnitCost;
import org.jspecify.annotations.Nullable;

/**
 * The paths by which the numbers of a cost book are known. What stands in a table has the path of
 * its row and then the name of its column, which callers give.
 */
public final class Paths {

  static final String ON_COSTS = "on-costs";

  private static final Pattern HOME =
      Pattern.compile("homes/[^/]+(/by-[^/]+)?/\\d{4}-\\d\\d-\\d\\d");

  private Paths() {}

  static String process(String id) {
    return "processes/" + id;
  }

  public static String task(String process, String task, String what) {
    return String.join("/", process(process), "tasks", task, what);
  }

  static String step(String process, String which) {
    return process(process) + "/schedule/" + which;
  }

  public static String minutes(String process, String task, String role, TimeCategory category) {
    return task(process, task, role + "/" + category.code() + "/minutes");
  }

  public static String change(String process, String variation, Variation.Change change) {
    TimeCategory category = change.category();
    return String.join(
        "/",
        process(process),
        "variations",
        variation,
        change.task(),
        change.role(),
        category == null ? "any-time" : category.code(),
        change.operation().name().toLowerCase(Locale.ROOT));
  }

  public static String estimate(TimeCell cell) {
    return String.join(
        "/",
        "time-use/" + cell.process(),
        cell.variation() == null ? "tasks" : "variations/" + cell.variation(),
        cell.task(),
        cell.role(),
        cell.category().code(),
        "minutes");
  }

  public static String fee(FeeRow row, String what) {
    return feeRow(row) + "/" + what;
  }

  static String feeRow(FeeRow row) {
    return fees(row) + "/" + row.from();
  }

  /** Of rows of one kind, whatever their dates. */
  static String fees(FeeRow row) {
    Provider provider = row.provider();
    Area area = row.area();
    String name = row.kind().providerName();
    IntRange needs = row.kind().needs();
    FeeRow.Extra extra = row.kind().extra();
    List<String> words =
        new ArrayList<>(
            List.of(
                "fees",
                row.type().code(),
                provider == null ? "any-provider" : provider.code(),
                area == null ? "any-area" : area.code(),
                ages(row.age())));
    if (name != null) {
      words.add("by-" + slug(name));
    }
    if (!needs.equals(IntRange.ANY)) {
      boolean open = needs.below() == Integer.MAX_VALUE;
      words.add("needs-" + needs.from() + "-" + (open ? "more" : needs.below() - 1));
    }
    if (extra != null) {
      words.add("extra-" + slug(extra.id()));
    }
    return String.join("/", words);
  }

  public static String home(InHouseHome home, String what) {
    return home(home) + "/" + what;
  }

  /** Of the row of a home. */
  public static String home(InHouseHome home) {
    return homes(home) + "/" + home.from();
  }

  /** Of homes of one kind, whatever their dates. */
  static String homes(InHouseHome home) {
    String name = home.name();
    return "homes/" + home.type().code() + (name == null ? "" : "/by-" + slug(name));
  }

  public static String part(InHouseHome home, HomePart part, String what) {
    return part(home, part) + "/" + what;
  }

  /** Of the row of a part. */
  public static String part(InHouseHome home, HomePart part) {
    return home(home) + "/" + part(part);
  }

  /** The row of the home that a row is of, or null if it is of none. */
  static @Nullable String homeOf(String row) {
    Matcher home = HOME.matcher(row);
    return home.lookingAt() ? home.group() : null;
  }

  /** Of parts of one name of homes of one kind, whatever their dates. */
  static String parts(InHouseHome home, HomePart part) {
    return homes(home) + "/" + part(part);
  }

  private static String part(HomePart part) {
    return part.kind().code() + "/" + slug(part.name());
  }

  public static String price(PriceRow row) {
    return priceRow(row) + "/amount";
  }

  static String priceRow(PriceRow row) {
    return prices(row) + "/" + row.from();
  }

  static String prices(PriceRow row) {
    return String.join("/", "prices", row.item(), ages(row.age()));
  }

  public static String stated(StatedUnitCost figure) {
    return statedRow(figure) + "/amount";
  }

  static String statedRow(StatedUnitCost figure) {
    return String.join("/", "stated-unit-costs", figure.process(), slug(figure.variant()));
  }

  public static String role(StaffRole role, String what) {
    return staff(role.id()) + "/" + what;
  }

  static String staff(String role) {
    return "staff-costs/" + role;
  }

  public static String salary(Salary salary, String what) {
    return String.join("/", staff(salary.role()), salary.year().toString(), what);
  }

  public static String agency(AgencyRate rate, String what) {
    return String.join("/", agencyRates(rate), rate.year().toString(), what);
  }

  static String agencyRates(AgencyRate rate) {
    return staff(rate.role()) + "/agency";
  }

  public static String onCosts(OnCosts onCosts, String what) {
    return String.join("/", ON_COSTS, onCosts.year().toString(), what);
  }

  public static String employerRate(EmployerRate rate, String what) {
    return String.join("/", employerRates(rate), rate.from().toString(), what);
  }

  static String employerRates(EmployerRate rate) {
    return "employer-rates/" + rate.kind().code();
  }

  public static String areaWeight(AreaWeight weight, String what) {
    return areaWeightRow(weight) + "/" + what;
  }

  static String areaWeightRow(AreaWeight weight) {
    return "area-weights/" + weight.id();
  }

  public static String level(PriceIndex index, FinancialYear year) {
    return String.join("/", index(index), year.toString(), "level");
  }

  static String index(PriceIndex index) {
    return "indices/" + slug(index.name());
  }

  public static String discount(DiscountSchedule schedule, DiscountSchedule.Band band) {
    return String.join("/", schedule(schedule), "" + band.fromYear(), "rate");
  }

  /** Of a rate of all schedules of one name, whatever their dates. */
  static String discountSeries(DiscountSchedule schedule, DiscountSchedule.Band band) {
    return String.join("/", "discounts", slug(schedule.name()), "" + band.fromYear());
  }

  static String schedule(DiscountSchedule schedule) {
    return "discounts/" + slug(schedule.name()) + "/" + schedule.effectiveFrom();
  }

  private static String ages(IntRange age) {
    return age.equals(IntRange.ANY) ? "any-age" : age.from() + "-" + (age.below() - 1);
  }

  /** A name as one word of a path: {@code Green Book standard} is {@code green-book-standard}. */
  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }
}
