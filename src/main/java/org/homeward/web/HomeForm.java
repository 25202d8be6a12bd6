package org.homeward.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.homeward.api.HomeRequests;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.placement.HomePart;
import org.homeward.placement.InHouseHome;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
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

  /**
   * A field of a row.
   *
   * @param says whether a row counts in which it is filled
   */
  public record Field(
      String name, String label, int width, boolean says, @Nullable List<Option> options) {

    static Field number(String name, String label) {
      return new Field(name, label, 5, true, null);
    }

    static Field text(String name, String label, int width, boolean says) {
      return new Field(name, label, width, says, null);
    }
  }

  /** What rows there are. */
  public enum Rows {
    POSTS("posts", "Staffing", 3),
    RUNNING("running", "Running cost", 2),
    CAPITAL("capital", "Capital", 2);

    private final String code;
    private final String title;
    private final int least;

    Rows(String code, String title, int least) {
      this.code = code;
      this.title = title;
      this.least = least;
    }

    public String code() {
      return code;
    }

    public String title() {
      return title;
    }

    /** The fields of one of them. */
    public List<Field> fields(List<Option> roles) {
      Field name = Field.text("name", "Name", 0, true);
      List<Field> own =
          switch (this) {
            case POSTS ->
                List.of(
                    new Field("role", "Role", 0, true, roles),
                    name,
                    Field.number("fte", "Full-time posts"),
                    Field.number("annualCost", "£ a year each, without a role"));
            case RUNNING ->
                List.of(
                    name,
                    Field.number("amount", "£"),
                    new Field(
                        "per",
                        "For each",
                        0,
                        false,
                        Option.ofCodes(Stream.of(Rate.Per.values()).map(Coded::code).toList())));
            case CAPITAL ->
                List.of(
                    name,
                    Field.text("value", "£", 10, true),
                    Field.number("years", "Years (60 if empty)"),
                    Field.number("rate", "Interest, % (3.5 if empty)"));
          };
      return Stream.concat(
              own.stream(),
              Stream.of(
                  Field.text("priceYear", "Prices of", 5, false),
                  Field.text("source", "Source, if its own", 0, false)))
          .toList();
    }
  }

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

  /** The places of the rows that are shown. */
  public List<Integer> shown(Rows rows) {
    int filled = typed(rows).stream().reduce(-1, Integer::max) + 1;
    return IntStream.range(0, Math.max(rows.least, filled) + more).boxed().toList();
  }

  public String name(Rows rows, int row, String field) {
    return rows.code + "-" + row + "-" + field;
  }

  private String value(Rows rows, int row, Field field) {
    return form.value(name(rows, row, field.name()));
  }

  /** The places of the rows that count. */
  private List<Integer> typed(Rows rows) {
    List<Field> fields = rows.fields(List.of()).stream().filter(Field::says).toList();
    Predicate<Integer> says = row -> fields.stream().anyMatch(f -> !value(rows, row, f).isEmpty());
    return form.values().keySet().stream()
        .filter(n -> n.matches(rows.code + "-\\d{1,3}-\\w+"))
        .map(n -> Integer.valueOf(n.split("-", -1)[1]))
        .distinct()
        .sorted()
        .filter(says)
        .toList();
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
            typed(Rows.POSTS).stream().map(row -> post(row, problems)).toList(),
            typed(Rows.RUNNING).stream().map(row -> running(row, problems)).toList(),
            typed(Rows.CAPITAL).stream().map(row -> capital(row, problems)).toList()));
  }

  private HomeRequests.PostRequest post(int row, Problems problems) {
    String at = name(Rows.POSTS, row, "");
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
    String at = name(Rows.RUNNING, row, "");
    return new HomeRequests.RunningRequest(
        form.value(at + "name"),
        number(at + "amount", problems),
        stated(form.value(at + "per")),
        stated(form.value(at + "priceYear")),
        form.value(at + "source"),
        illustrative(at));
  }

  private HomeRequests.CapitalRequest capital(int row, Problems problems) {
    String at = name(Rows.CAPITAL, row, "");
    return new HomeRequests.CapitalRequest(
        form.value(at + "name"),
        number(at + "value", problems),
        whole(at + "years", problems),
        share(at + "rate", problems),
        stated(form.value(at + "priceYear")),
        form.value(at + "source"),
        illustrative(at));
  }

  /** A part is illustrative where it or the home is said to be. */
  private boolean illustrative(String at) {
    return form.value(at + "illustrative").equals("yes")
        || form.value("illustrative").equals("yes");
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
      return name(Rows.POSTS, 0, "role");
    }
    for (Rows rows : Rows.values()) {
      String start = "home." + rows.code + "[";
      if (where.startsWith(start)) {
        String[] rest = where.substring(start.length()).split("]\\.", 2);
        return name(rows, typed(rows).get(Integer.parseInt(rest[0])), rest[1]);
      }
    }
    return where.startsWith("home.") ? where.substring("home.".length()) : where;
  }

  /** A home as it would be typed. */
  static HomeForm of(InHouseHome home) {
    Form form =
        Form.EMPTY
            .with("placement", home.type().code())
            .with("name", Objects.requireNonNullElse(home.name(), ""))
            .with("from", home.from().toString())
            .with("to", Objects.toString(home.to(), ""))
            .with("beds", Integer.toString(home.beds()))
            .with("occupancy", percent(home.occupancy()))
            .with("includes", home.includes().stream().sorted().toArray(String[]::new))
            .with("payer", home.payer().code())
            .with("source", home.provenance().source())
            .with("illustrative", home.provenance().illustrative() ? "yes" : "")
            .with("note", home.provenance().note());
    int[] rows = new int[HomePart.Kind.values().length];
    for (HomePart part : home.parts()) {
      form = typed(form, part, rows[part.kind().ordinal()]++);
    }
    return new HomeForm(form, 1);
  }

  private static Form typed(Form form, HomePart part, int row) {
    Rows rows = Rows.values()[part.kind().ordinal()];
    String at = rows.code + "-" + row + "-";
    Form typed =
        form.with(at + "name", part.name())
            .with(at + "priceYear", Objects.toString(part.priceYear(), ""))
            .with(at + "source", part.provenance().source())
            .with(at + "illustrative", part.provenance().illustrative() ? "yes" : "");
    if (part instanceof HomePart.PostsOfRole p) {
      return typed.with(at + "role", p.role()).with(at + "fte", p.posts().toPlainString());
    }
    if (part instanceof HomePart.PostsAtCost p) {
      return typed
          .with(at + "fte", p.posts().toPlainString())
          .with(at + "annualCost", pounds(p.annualCost()));
    }
    if (part instanceof HomePart.Running p) {
      return typed.with(at + "amount", pounds(p.amount())).with(at + "per", p.per().code());
    }
    HomePart.Capital p = (HomePart.Capital) part;
    return typed
        .with(at + "value", pounds(p.value()))
        .with(at + "years", Integer.toString(p.years()))
        .with(at + "rate", percent(p.rate()));
  }

  private static String pounds(Money amount) {
    return Fractions.plain(amount.rounded(16)).toPlainString();
  }

  private static String percent(BigDecimal share) {
    return Fractions.plain(share.movePointRight(2)).toPlainString();
  }
}
