package org.homeward.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.comparison.Journey;
import org.homeward.problem.Problems;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Format;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/**
 * A row of a journey as it was typed.
 *
 * @param per what the price is for; empty for all of the row
 * @param beside whether it runs beside the row before it
 * @param stated the total that the source prints, or empty
 */
public record JourneyRow(
    String what,
    String length,
    String unit,
    String price,
    String per,
    boolean beside,
    String stated) {

  static final JourneyRow EMPTY = new JourneyRow("", "", "weeks", "", "week", false, "");

  private static final int FIELDS = 7;

  /** Reads what {@link #written} wrote; missing fields are empty. */
  static JourneyRow read(String text) {
    List<String> typed =
        Stream.concat(Arrays.stream(text.split("\\|", FIELDS)), Stream.generate(() -> ""))
            .limit(FIELDS)
            .map(String::strip)
            .toList();
    return new JourneyRow(
        typed.get(0),
        typed.get(1),
        typed.get(2),
        typed.get(3),
        typed.get(4),
        typed.get(5).equals("beside"),
        typed.get(6));
  }

  /** The row as one text of an address: {@code Residential|9|months|4005|week}. */
  String written() {
    return Stream.of(what, length, unit, price, per, beside ? "beside" : "", stated)
        .map(t -> t.replace('|', '/'))
        .reduce((a, b) -> a + "|" + b)
        .orElseThrow()
        .replaceFirst("\\|+$", "");
  }

  /** The fields of a form whose names begin so. */
  static JourneyRow posted(Form form, String name) {
    return new JourneyRow(
        form.value(name + "-what"),
        form.value(name + "-length"),
        form.value(name + "-unit"),
        form.value(name + "-price"),
        form.value(name + "-per"),
        !form.value(name + "-beside").isEmpty(),
        form.value(name + "-stated"));
  }

  /** Whether nothing was typed: such a row is shown and not reckoned. */
  boolean isEmpty() {
    return what.isEmpty() && length.isEmpty() && price.isEmpty() && stated.isEmpty();
  }

  /**
   * The row of a journey, or null where something in it cannot be used.
   *
   * @param name with which the names of its fields begin
   */
  Journey.@Nullable Row row(String name, Problems problems) {
    if (what.isEmpty()) {
      problems.add(name + "-what", null, "The row has no description.", "Say what it is.");
    }
    BigDecimal lasts = number(length, name + "-length", "the length", problems);
    if (length.isEmpty()) {
      problems.add(name + "-length", null, "The length is missing.", "Give a number, like 9.");
    }
    Journey.Length.Unit of =
        problems.attempt(
            name + "-unit",
            unit,
            "Choose one of the list.",
            () -> Coded.of(Journey.Length.Unit.class, unit));
    Money amount = money(price, name + "-price", "the price", problems);
    Rate.Per every =
        per.isEmpty()
            ? null
            : problems.attempt(
                name + "-per", per, "Choose one of the list.", () -> Coded.of(Rate.Per.class, per));
    Money printed = money(stated, name + "-stated", "the stated total", problems);
    if (lasts == null || of == null || what.isEmpty()) {
      return null;
    }
    Journey.Price costs = amount == null ? null : new Journey.Price(amount, every);
    return new Journey.Row(
        what, List.of(new Journey.Stretch(new Journey.Length(lasts, of), costs)), beside, printed);
  }

  /** The price in words: {@code £4,005 a week}. Only of a row that could be read. */
  String priced() {
    if (price.isEmpty()) {
      return "no price";
    }
    String pounds = "£" + Format.number(number(price));
    return per.isEmpty() ? pounds + " in all" : pounds + " a " + per;
  }

  /** Pounds as people type them: £4,005.50. Null for nothing, and where it is no amount. */
  static @Nullable Money money(String text, String field, String name, Problems problems) {
    BigDecimal pounds = number(text, field, name, problems);
    return pounds == null ? null : Money.ofPounds(pounds);
  }

  private static @Nullable BigDecimal number(
      String text, String field, String name, Problems problems) {
    if (text.isEmpty()) {
      return null;
    }
    if (!Typed.plain(text).matches("\\d{1,9}(\\.\\d{1,4})?")) {
      problems.add(
          field,
          text,
          "In " + name + ", " + text + " is not a number from 0 up.",
          "Give a number, like 739 or 4005.50.");
      return null;
    }
    return number(text);
  }

  /** A number that was typed well, with or without a pound sign and separators. */
  static BigDecimal number(String text) {
    return new BigDecimal(Typed.plain(text));
  }
}
