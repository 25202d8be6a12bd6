package org.homeward.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.homeward.api.HomeRequests;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.placement.InHouseHome;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.Coded;
import org.jspecify.annotations.Nullable;

/**
 * A home as it is typed: rows for the parts of its cost, of which empty ones do not count. Shares
 * are typed in per cent.
 *
 * @param form with fields such as {@code posts-0-fte}
 * @param more how many rows of each kind there are beyond those that are filled
 */
public record HomeForm(Form form, int more) {

  private static final String ANOTHER = "Another role";
  private static final int MORE_ROWS = 3;
  private static final int MOST_ROWS = 50;

  /** Beyond those that are filled where a home is typed again. */
  private static final int SPARE_ROWS = 1;

  /** What can be chosen as the role of posts. */
  static List<Option> roles(Stream<Option> known) {
    return Stream.concat(Stream.of(Option.of("", ANOTHER)), known).toList();
  }

  static List<Option> placements() {
    return Option.ofCodes(Stream.of(PlacementType.values()).map(Coded::code).toList());
  }

  static List<Option> payers() {
    return Option.ofCodes(Stream.of(Payer.values()).map(Coded::code).toList());
  }

  /** As it was sent; with more rows where that is asked for. */
  static HomeForm of(Form form) {
    return new HomeForm(form, asksForMore(form) ? MORE_ROWS : 0);
  }

  static boolean asksForMore(Form form) {
    return form.value("do").equals("more");
  }

  /** A home as it would be typed, with a row to spare for each kind of parts. */
  static HomeForm of(InHouseHome home) {
    return new HomeForm(TypedHome.of(home), SPARE_ROWS);
  }

  /** The places of the rows that are shown. */
  public List<Integer> shown(HomeRows rows) {
    int sent = sent(rows).reduce(-1, Integer::max) + 1;
    return IntStream.range(0, Math.min(MOST_ROWS, Math.max(rows.least(), sent) + more))
        .boxed()
        .toList();
  }

  private String value(HomeRows rows, int row, HomeRows.Field field) {
    return form.value(rows.field(row, field.name()));
  }

  /** The places of the rows that count. */
  private List<Integer> typed(HomeRows rows) {
    List<HomeRows.Field> fields =
        rows.fields(List.of()).stream().filter(HomeRows.Field::says).toList();
    Predicate<Integer> says = row -> fields.stream().anyMatch(f -> !value(rows, row, f).isEmpty());
    return sent(rows).filter(says).sorted().toList();
  }

  private Stream<Integer> sent(HomeRows rows) {
    return form.values().keySet().stream()
        .filter(n -> n.matches(rows.code() + "-\\d{1,2}-\\w+"))
        .map(n -> Integer.valueOf(n.split("-", -1)[1]))
        .filter(row -> row < MOST_ROWS)
        .distinct();
  }

  /** What is asked for by it; numbers that are none are told at their fields, and left out. */
  HomeRequests.InHouseHomeRequest read(Problems problems) {
    return new HomeRequests.InHouseHomeRequest(
        CostBookPageController.edition(form),
        form.value("by"),
        form.value("reason"),
        form.value("placement"),
        form.value("name"),
        form.date("from"),
        stated(form.date("to")),
        form.chosen("includes"),
        stated(form.value("payer")),
        form.value("source"),
        form.value("illustrative").equals("yes"),
        form.value("note"),
        new HomeRequests.InHouseRequest(
            whole("beds", problems),
            share("occupancy", problems),
            typed(HomeRows.POSTS).stream().map(row -> post(row, problems)).toList(),
            typed(HomeRows.RUNNING).stream().map(row -> running(row, problems)).toList(),
            typed(HomeRows.CAPITAL).stream().map(row -> capital(row, problems)).toList()));
  }

  private HomeRequests.PostRequest post(int row, Problems problems) {
    String at = HomeRows.POSTS.field(row, "");
    return new HomeRequests.PostRequest(
        stated(form.value(at + "role")),
        form.value(at + "name"),
        number(at + "fte", problems),
        number(at + "annualCost", problems),
        stated(form.value(at + "priceYear")),
        form.value(at + "source"),
        illustrative(at));
  }

  private HomeRequests.RunningRequest running(int row, Problems problems) {
    String at = HomeRows.RUNNING.field(row, "");
    return new HomeRequests.RunningRequest(
        form.value(at + "name"),
        number(at + "amount", problems),
        stated(form.value(at + "per")),
        stated(form.value(at + "priceYear")),
        form.value(at + "source"),
        illustrative(at));
  }

  private HomeRequests.CapitalRequest capital(int row, Problems problems) {
    String at = HomeRows.CAPITAL.field(row, "");
    return new HomeRequests.CapitalRequest(
        form.value(at + "name"),
        number(at + "value", problems),
        whole(at + "years", problems),
        share(at + "rate", problems),
        stated(form.value(at + "priceYear")),
        form.value(at + "source"),
        illustrative(at));
  }

  private boolean illustrative(String at) {
    return form.value(at + "illustrative").equals("yes");
  }

  private static @Nullable String stated(String text) {
    return text.isEmpty() ? null : text;
  }

  private @Nullable BigDecimal number(String field, Problems problems) {
    String typed = form.value(field);
    return typed.isEmpty() ? null : Typed.number(typed, field, problems);
  }

  private @Nullable BigDecimal share(String field, Problems problems) {
    BigDecimal percent = number(field, problems);
    return percent == null ? null : percent.movePointLeft(2);
  }

  private @Nullable Integer whole(String field, Problems problems) {
    BigDecimal number = number(field, problems);
    if (number == null) {
      return null;
    }
    if (number.stripTrailingZeros().scale() > 0
        || number.abs().compareTo(new BigDecimal(10_000)) > 0) {
      problems.add(field, form.value(field), "This is no whole number of these.", "Write 6.");
      return null;
    }
    return number.intValue();
  }

  /**
   * With what is wrong, each problem at its field: those of a request name its rows, of which empty
   * ones were left out. A field tells its first problem alone, so that what is no number is not
   * said to be missing, too.
   */
  HomeForm with(List<Problem> problems) {
    Map<String, Problem> byField = new LinkedHashMap<>();
    for (Problem problem : problems) {
      String field = field(problem.where());
      byField.putIfAbsent(
          field, new Problem(field, problem.value(), problem.reason(), problem.remedy()));
    }
    return new HomeForm(form.with(List.copyOf(byField.values())), more);
  }

  private String field(String where) {
    if (where.equals("home.posts")) {
      return HomeRows.POSTS.field(0, "role");
    }
    for (HomeRows rows : HomeRows.values()) {
      String start = "home." + rows.code() + "[";
      if (where.startsWith(start)) {
        String[] rest = where.substring(start.length()).split("]\\.", 2);
        return rows.field(typed(rows).get(Integer.parseInt(rest[0])), rest[1]);
      }
    }
    return where.startsWith("home.") ? where.substring("home.".length()) : where;
  }
}
