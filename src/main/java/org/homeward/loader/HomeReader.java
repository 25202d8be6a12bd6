package org.homeward.loader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.placement.FeeRow;
import org.homeward.placement.HomePart;
import org.homeward.placement.InHouseHome;
import org.homeward.problem.Problems;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/**
 * Homes of the authority's own: one line each, and lines for the parts of their cost, which say by
 * placement type, name and first day of which home they are.
 */
final class HomeReader {

  private static final List<String> NUMBERS =
      List.of("posts", "annual_cost", "amount", "value", "years", "rate");

  private final KnownIds roles;
  private final Problems problems;
  private final Map<List<String>, List<CsvTable.Row>> partRows = new LinkedHashMap<>();

  /**
   * @param parts lines of the table of parts
   * @param roles that posts may name
   */
  HomeReader(List<CsvTable.Row> parts, KnownIds roles, Problems problems) {
    this.roles = roles;
    this.problems = problems;
    parts.forEach(r -> partRows.computeIfAbsent(key(r), k -> new ArrayList<>()).add(r));
  }

  private static List<String> key(CsvTable.Row r) {
    return List.of(
        r.text("placement_type"),
        r.text("provider_name").toLowerCase(Locale.ROOT),
        r.text("from_date"));
  }

  /**
   * One home a line; a line that its value refuses is told and left out, as is one whose days
   * overlap those of a fee or of another home of its kind.
   *
   * @param fees that are stated
   */
  List<InHouseHome> read(List<CsvTable.Row> rows, List<FeeRow> fees) {
    List<InHouseHome> homes = new ArrayList<>();
    Set<List<String>> known = new HashSet<>();
    for (CsvTable.Row row : rows) {
      known.add(key(row));
      InHouseHome home =
          problems.attempt(
              HomeLine.HOMES + ": line " + row.line(),
              row.text("placement_type"),
              "Mend the line.",
              () -> home(row));
      if (home != null && standsAlone(row, home, fees, homes)) {
        homes.add(home);
      }
    }
    partRows.forEach((key, of) -> ofKnown(known.contains(key), of));
    return homes;
  }

  private void ofKnown(boolean known, List<CsvTable.Row> rows) {
    if (!known) {
      rows.forEach(
          r ->
              problems.add(
                  r.where("placement_type"),
                  String.join(", ", key(r)),
                  "There is no home of this placement type, name and first day.",
                  "Add it to " + HomeLine.HOMES + ", or leave the line out."));
    }
  }

  /** Null where a part of it was told. */
  private @Nullable InHouseHome home(CsvTable.Row r) {
    List<CsvTable.Row> ofHome = partRows.getOrDefault(key(r), List.of());
    List<HomePart> parts = parts(ofHome);
    if (parts.size() < ofHome.size()) {
      return null;
    }
    return new InHouseHome(
        r.code("placement_type", PlacementType::of, PlacementType.OTHER),
        r.text("provider_name").isEmpty() ? null : r.text("provider_name"),
        r.date("from_date"),
        r.text("to_date").isEmpty() ? null : r.date("to_date"),
        whole(r, "beds"),
        r.decimal("occupancy"),
        new TreeSet<>(TableReader.list(r.text("includes"))),
        r.code("payer", Payer::of, Payer.SOCIAL_CARE),
        parts,
        r.provenance());
  }

  private List<HomePart> parts(List<CsvTable.Row> rows) {
    List<HomePart> parts = new ArrayList<>();
    for (CsvTable.Row row : rows) {
      HomePart part =
          problems.attempt(
              HomeLine.PARTS + ": line " + row.line(),
              row.text("name"),
              "Mend the line.",
              () -> part(row));
      if (part != null && parts.stream().anyMatch(part::isSameAs)) {
        problems.add(
            row.where("name"),
            part.name(),
            "Two parts of the home have this name, in which letters and digits count.",
            "Give each a name of its own.");
      } else if (part != null) {
        parts.add(part);
      }
    }
    return parts;
  }

  private @Nullable HomePart part(CsvTable.Row r) {
    HomePart.Kind kind =
        r.value("kind", "Use a known code.", code -> Coded.of(HomePart.Kind.class, code));
    if (kind == null) {
      return null;
    }
    return switch (kind) {
      case STAFFING -> posts(r);
      case RUNNING -> {
        only(r, "amount");
        yield new HomePart.Running(
            r.text("name"),
            r.money("amount"),
            r.code("per", code -> Coded.of(Rate.Per.class, code), Rate.Per.YEAR),
            r.year("price_year"),
            r.provenance());
      }
      case CAPITAL -> {
        only(r, "value", "years", "rate");
        yield new HomePart.Capital(
            r.text("name"),
            r.money("value"),
            whole(r, "years"),
            r.decimal("rate"),
            r.year("price_year"),
            r.provenance());
      }
    };
  }

  private @Nullable HomePart posts(CsvTable.Row r) {
    String role = r.text("role");
    if (role.isEmpty()) {
      only(r, "posts", "annual_cost");
      return new HomePart.PostsAtCost(
          r.text("name"),
          r.decimal("posts"),
          r.money("annual_cost"),
          r.year("price_year"),
          r.provenance());
    }
    only(r, "posts");
    if (roles.lacks(role)) {
      problems.add(r.where("role"), role, "There is no staff role of this id.", roles.remedy());
      return null;
    }
    return new HomePart.PostsOfRole(r.text("name"), role, r.decimal("posts"), r.provenance());
  }

  /** What is no number of such a part must be empty: nobody would know what it counts for. */
  private void only(CsvTable.Row r, String... columns) {
    List<String> own = List.of(columns);
    for (String column : NUMBERS) {
      if (!own.contains(column) && !r.text(column).isEmpty()) {
        problems.add(
            r.where(column),
            r.text(column),
            "Such a part of a home has only " + String.join(", ", own) + ".",
            "Leave the cell empty.");
      }
    }
  }

  private static int whole(CsvTable.Row r, String column) {
    Integer value =
        r.value(
            column,
            "Write a whole number such as 6.",
            t -> {
              if (!t.matches("\\d{1,6}")) {
                throw new IllegalArgumentException(
                    t.isEmpty() ? "The cell is empty." : "This is not a whole number.");
              }
              return Integer.valueOf(t);
            });
    return value == null ? 1 : value;
  }

  private boolean standsAlone(
      CsvTable.Row row, InHouseHome home, List<FeeRow> fees, List<InHouseHome> homes) {
    FeeRow own = home.uncosted();
    FeeRow other =
        Stream.concat(fees.stream(), homes.stream().map(InHouseHome::uncosted))
            .filter(f -> f.overlaps(own))
            .findFirst()
            .orElse(null);
    if (other == null) {
      return true;
    }
    LocalDate to = other.from().isBefore(own.from()) ? other.to() : null;
    problems.add(
        row.where("from_date"),
        row.text("from_date"),
        (other.home() == null ? "A fee" : "A home")
            + " of the same kind, "
            + other.label()
            + until(to)
            + ", is in force on days of this home: their days overlap.",
        "Leave one of them out, or let the earlier end where the later begins.");
    return false;
  }

  private static String until(@Nullable LocalDate to) {
    return to == null ? "" : " to " + to;
  }
}
