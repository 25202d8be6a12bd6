package org.homeward.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.homeward.history.Area;
import org.homeward.history.Provider;
import org.homeward.placement.FeeRow;
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

/** The paths by which the inputs of a cost book are known: the keys of the leaves. */
final class Paths {

  private Paths() {}

  static String task(String process, String task, String what) {
    return String.join("/", "processes", process, "tasks", task, what);
  }

  static String minutes(String process, String task, String role, TimeCategory category) {
    return task(process, task, role + "/" + category.code() + "/minutes");
  }

  static String change(String process, String variation, Variation.Change change) {
    TimeCategory category = change.category();
    return String.join(
        "/",
        "processes",
        process,
        "variations",
        variation,
        change.task(),
        change.role(),
        category == null ? "any-time" : category.code(),
        change.operation().name().toLowerCase(Locale.ROOT));
  }

  static String estimate(TimeCell cell) {
    return String.join(
        "/",
        "time-use/" + cell.process(),
        cell.variation() == null ? "tasks" : "variations/" + cell.variation(),
        cell.task(),
        cell.role(),
        cell.category().code(),
        "minutes");
  }

  static String fee(FeeRow row, String what) {
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
    words.add(row.from().toString());
    words.add(what);
    return String.join("/", words);
  }

  static String price(PriceRow row) {
    return String.join("/", "prices", row.item(), ages(row.age()), row.from().toString(), "amount");
  }

  static String stated(StatedUnitCost figure) {
    return String.join(
        "/", "stated-unit-costs", figure.process(), slug(figure.variant()), "amount");
  }

  static String role(StaffRole role, String what) {
    return String.join("/", "staff-costs", role.id(), what);
  }

  static String salary(Salary salary, String what) {
    return String.join("/", "staff-costs", salary.role(), salary.year().toString(), what);
  }

  static String agency(AgencyRate rate, String what) {
    return String.join("/", "staff-costs", rate.role(), "agency", rate.year().toString(), what);
  }

  static String onCosts(OnCosts onCosts, String what) {
    return String.join("/", "on-costs", onCosts.year().toString(), what);
  }

  static String employerRate(EmployerRate rate, String what) {
    return String.join("/", "employer-rates", rate.kind().code(), rate.from().toString(), what);
  }

  static String areaWeight(AreaWeight weight, String what) {
    return String.join("/", "area-weights", weight.id(), what);
  }

  static String level(PriceIndex index, FinancialYear year) {
    return String.join("/", "indices", slug(index.name()), year.toString(), "level");
  }

  static String discount(DiscountSchedule schedule, DiscountSchedule.Band band) {
    return String.join("/", "discounts", slug(schedule.name()), "" + band.fromYear(), "rate");
  }

  private static String ages(IntRange age) {
    return age.equals(IntRange.ANY) ? "any-age" : age.from() + "-" + (age.below() - 1);
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }
}
