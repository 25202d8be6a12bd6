package org.homeward.parameter;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.homeward.costbook.BookInputs;
import org.homeward.history.Area;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.placement.FeeRow;
import org.homeward.placement.InHouseHome;
import org.homeward.placement.PriceRow;
import org.homeward.process.IntRange;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Task;
import org.homeward.process.TimeCategory;
import org.homeward.process.Variation;
import org.homeward.quantity.Format;
import org.homeward.staffing.EmployerRate;
import org.homeward.timeuse.TimeCell;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of a book are called: what is meant of what, by the names that the book itself
 * has, and from when. A thing that the book does not know goes by the words of its id.
 */
public final class BookNames {

  private final Map<String, String> roles = new HashMap<>();
  private final Map<String, ProcessGraph> processes = new HashMap<>();

  BookNames(BookInputs inputs) {
    inputs.tables().roles().forEach(r -> roles.put(r.id(), r.name()));
    inputs.processes().forEach(p -> processes.put(p.id(), p));
  }

  /** {@code a social worker}, {@code an administrator}. */
  String role(String id) {
    String name = Format.within(roles.getOrDefault(id, Format.title(id)));
    return ("aeiou".indexOf(Character.toLowerCase(name.charAt(0))) < 0 ? "a " : "an ") + name;
  }

  String process(String id) {
    ProcessGraph process = processes.get(id);
    return process == null ? Format.title(id) : process.name();
  }

  /** {@code Review: Invite}. */
  String task(String process, String id) {
    ProcessGraph graph = processes.get(process);
    String name =
        graph == null
            ? Format.title(id)
            : graph.findTask(id).map(Task::name).orElse(Format.title(id));
    return process(process) + ": " + name;
  }

  /** {@code Minutes of a social worker, direct: Review: Invite}. */
  String minutes(String of, String role, TimeCategory category, String task) {
    return of + " of " + role(role) + time(category) + ": " + task;
  }

  private static String time(@Nullable TimeCategory category) {
    return category == null || category == TimeCategory.UNDIVIDED
        ? ""
        : ", " + Format.words(category.code());
  }

  private static String in(String variation) {
    return " (" + variation + ")";
  }

  String estimate(TimeCell cell) {
    String variation = cell.variation();
    ProcessGraph graph = processes.get(cell.process());
    String where =
        variation == null
            ? ""
            : in(
                graph == null
                    ? Format.words(variation)
                    : graph.findVariation(variation).map(Variation::name).orElse(variation));
    return minutes(
            "Minutes in all", cell.role(), cell.category(), task(cell.process(), cell.task()))
        + where;
  }

  /**
   * {@code Minutes of a social worker added, direct: Care planning: Plan education (Disability)}.
   */
  String change(ProcessGraph process, Variation variation, Variation.Change change) {
    String of = role(change.role());
    String what =
        switch (change.operation()) {
          case ADD -> "Minutes of " + of + " added";
          case SET -> "Minutes of " + of + " instead";
          case MULTIPLY -> "Factor on the minutes of " + of;
        };
    return what
        + time(change.category())
        + ": "
        + task(process.id(), change.task())
        + in(variation.name());
  }

  /** {@code Fee for foster care, in-house, age 5 to 10, from 1 April 2025}. */
  public static String of(FeeRow fee) {
    return "Fee for " + fee(fee) + ", " + from(fee.from());
  }

  /** {@code Adoption allowance, age 5 to 10, from 1 April 2025}. */
  public static String of(PriceRow price) {
    return price(price) + ", " + from(price.from());
  }

  /** {@code foster care, in-house, out of area, age 5 to 10}. */
  static String fee(FeeRow fee) {
    Provider provider = fee.provider();
    Area area = fee.area();
    FeeRow.Extra extra = fee.kind().extra();
    String name = fee.kind().providerName();
    return (extra == null ? "" : Format.words(extra.id()) + " with ")
        + home(fee.type())
        + (provider == null ? "" : ", " + provider(provider))
        + (name == null ? "" : ", " + name)
        + (area == null ? "" : ", " + Format.words(area.code()))
        + band("age", fee.age())
        + band("needs", fee.kind().needs());
  }

  /** {@code home for residential care, Oak House}. */
  public static String home(InHouseHome home) {
    String name = home.name();
    return "home for " + home(home.type()) + (name == null ? "" : ", " + name);
  }

  static String price(PriceRow price) {
    return price.name() + band("age", price.age());
  }

  private static String band(String of, IntRange range) {
    if (range.equals(IntRange.ANY)) {
      return "";
    }
    String from = ", " + of + " " + range.from();
    return range.below() == Integer.MAX_VALUE
        ? from + " and more"
        : range.below() - 1 == range.from() ? from : from + " to " + (range.below() - 1);
  }

  private static String provider(Provider provider) {
    return switch (provider) {
      case IN_HOUSE -> "in-house";
      case OTHER_AUTHORITY -> "another authority";
      case AGENCY, NONE -> Format.words(provider.code());
    };
  }

  private static String home(PlacementType type) {
    return switch (type) {
      case FOSTER -> "foster care";
      case KINSHIP_FOSTER -> "foster care by relatives or friends";
      case RESIDENTIAL -> "residential care";
      case SECURE -> "secure accommodation";
      case PLACED_WITH_PARENTS -> "placement with parents";
      case PLACED_FOR_ADOPTION -> "placement for adoption";
      case TEMPORARY -> "a temporary placement";
      case OTHER -> "another placement";
      case ADOPTIVE_HOME -> "an adoptive home";
      case CARE_LEAVER -> "a care leaver";
      case SHORT_BREAK -> "a short break";
      case SUPPORTED_ACCOMMODATION, INDEPENDENT_LIVING, SPECIAL_GUARDIANSHIP, HOME, STAYING_PUT ->
          Format.words(type.code());
    };
  }

  static String duty(EmployerRate.Kind kind) {
    return switch (kind) {
      case NATIONAL_INSURANCE -> "National Insurance";
      case PENSION -> "pension contributions";
    };
  }

  static String from(LocalDate day) {
    return "from " + Format.date(day);
  }
}
