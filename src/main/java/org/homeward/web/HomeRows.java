package org.homeward.web;

import java.util.List;
import java.util.stream.Stream;
import org.homeward.placement.HomePart;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/** The rows in which the parts of a home are typed, and their fields. */
public enum HomeRows {
  POSTS("posts", "Staffing", 3),
  RUNNING("running", "Running cost", 2),
  CAPITAL("capital", "Capital", 2);

  private final String code;
  private final String title;
  private final int least;

  HomeRows(String code, String title, int least) {
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

  /** How many are shown at least. */
  int least() {
    return least;
  }

  /** In which rows such a part is typed. */
  static HomeRows of(HomePart.Kind kind) {
    return switch (kind) {
      case STAFFING -> POSTS;
      case RUNNING -> RUNNING;
      case CAPITAL -> CAPITAL;
    };
  }

  /** The name of a field of a row on the page. */
  public String field(int row, String name) {
    return code + "-" + row + "-" + name;
  }

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
}
