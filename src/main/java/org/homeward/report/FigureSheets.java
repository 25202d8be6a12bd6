package org.homeward.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.explanation.Measure;
import org.homeward.explanation.Rule;
import org.homeward.quantity.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Explanations as formulas: each input has one cell, wherever it is used; each figure that others
 * rest on is a block of rows in which a cell makes its value from those of its parts by its rule.
 * What is written beside a base has cells of its own only for inputs that differ: the others follow
 * those of the base.
 */
final class FigureSheets {

  private static final List<String> INPUT_HEADS =
      List.of("Used in", "Input", "Value", "Unit", "Source", "Illustrative", "Path");
  private static final List<String> FIGURE_HEADS =
      List.of("Figure and its parts", "Value", "Unit", "How it is made, or where it comes from");

  private final Sheets sheets;
  private final ExplanationCalculator explained;
  private final @Nullable FigureSheets base;
  private final XSSFSheet inputs;
  private final Map<String, XSSFSheet> workings = new LinkedHashMap<>();

  private final Map<String, String> cells = new HashMap<>();

  private final Map<String, BigFraction> values = new HashMap<>();

  /** Of inputs that no path names: each is told apart from its equals. */
  private final IdentityHashMap<Explanation, String> unnamed = new IdentityHashMap<>();

  private FigureSheets(
      Sheets sheets, ExplanationCalculator explained, String after, @Nullable FigureSheets base) {
    this.sheets = sheets;
    this.explained = explained;
    this.base = base;
    inputs = sheets.sheet("Inputs" + after, 44, 44, 14, 18, 60, 13, 60);
    sheets.head(inputs, 0, INPUT_HEADS);
    working("unit-cost", "Unit costs" + after);
    working("hourly-cost", "Hours" + after);
    working("fee", "Fees and prices" + after);
  }

  static FigureSheets of(Sheets sheets, ExplanationCalculator explained) {
    return new FigureSheets(sheets, explained, "", null);
  }

  /** The same after changes. */
  FigureSheets changed(ExplanationCalculator after) {
    return new FigureSheets(sheets, after, ", changed", this);
  }

  ExplanationCalculator explained() {
    return explained;
  }

  private void working(String kind, String name) {
    XSSFSheet sheet = sheets.sheet(name, 64, 16, 20, 80);
    sheets.head(sheet, 0, FIGURE_HEADS);
    workings.put(kind, sheet);
  }

  /** The cell of a shared figure, written with all that it rests on where it is not yet. */
  String cell(Explanation figure) {
    String known = cells.get(figure.key());
    if (known != null) {
      return known;
    }
    if (figure.rule() == Rule.INPUT) {
      return input(figure, figure);
    }
    figure.addresses().values().stream()
        .filter(f -> f.shared() && !f.key().equals(figure.key()))
        .forEach(this::cell);
    XSSFSheet sheet = sheet(figure);
    String cell = block(sheet, figure, figure, 0);
    sheet.createRow(sheet.getLastRowNum() + 1);
    return cell;
  }

  private XSSFSheet sheet(Explanation figure) {
    XSSFSheet sheet = workings.get(figure.key().substring(0, figure.key().indexOf('/')));
    return sheet == null ? workings.getOrDefault("fee", inputs) : sheet;
  }

  /** A row for the figure, then rows for its parts, and theirs. */
  private String block(XSSFSheet sheet, Explanation figure, Explanation within, int depth) {
    int row = sheet.getLastRowNum() + 1;
    sheets.text(
        sheet, row, 0, figure.label(), depth == 0 ? Sheets.Look.STRONG : Sheets.Look.PLAIN, depth);
    List<String> parts = new ArrayList<>();
    for (Explanation part : figure.parts()) {
      if (part.rule() == Rule.INPUT || part.shared()) {
        String from = part.rule() == Rule.INPUT ? input(part, within) : cell(part);
        int at = sheet.getLastRowNum() + 1;
        sheets.text(sheet, at, 0, part.label(), Sheets.Look.PLAIN, depth + 1);
        parts.add(value(sheet, at, part, from));
      } else {
        parts.add(block(sheet, part, within, depth + 1));
      }
    }
    String cell = value(sheet, row, figure, formula(figure.rule(), parts));
    if (!figure.key().isEmpty()) {
      cells.put(figure.key(), cell);
    }
    return cell;
  }

  private String value(XSSFSheet sheet, int row, Explanation figure, String formula) {
    sheets.text(sheet, row, 2, unit(figure.measure()), Sheets.Look.PLAIN);
    sheets.text(sheet, row, 3, from(figure), Sheets.Look.PLAIN);
    return sheets.formula(sheet, row, 1, formula, format(figure.measure()), Sheets.Look.PLAIN);
  }

  private static String from(Explanation figure) {
    Provenance source = figure.source();
    return figure.rule() != Rule.INPUT
        ? figure.rule().words()
        : source == null ? figure.note() : source.source();
  }

  private static String formula(Rule rule, List<String> parts) {
    return switch (rule) {
      case SUM -> "SUM(" + String.join(",", parts) + ")";
      case DIFFERENCE -> String.join("-", parts);
      case DIFFERENCE_OR_ZERO -> "MAX(0," + String.join("-", parts) + ")";
      case PRODUCT -> String.join("*", parts);
      case QUOTIENT -> String.join("/", parts);
      case TIME_AT_COST -> String.join("/60*", parts);
      case ANNUITY -> "-PMT(" + parts.get(2) + "," + parts.get(1) + "," + parts.get(0) + ")";
      case TO_THE_PENNY -> Sheets.wholePence("(100*" + String.join("*", parts) + ")") + "/100";
      case INPUT -> throw new IllegalArgumentException("An input has no formula.");
    };
  }

  /** The one cell of an input: inputs of one path are one. */
  private String input(Explanation input, Explanation within) {
    boolean named = !input.key().isEmpty();
    String known = named ? cells.get(input.key()) : unnamed.get(input);
    if (known != null) {
      return known;
    }
    int row = inputs.getLastRowNum() + 1;
    Provenance source = input.source();
    sheets.text(inputs, row, 0, within.label(), Sheets.Look.PLAIN);
    sheets.text(inputs, row, 1, input.label(), Sheets.Look.PLAIN);
    String format = format(input.measure());
    String same = base == null ? null : base.sameInput(input);
    String cell =
        same == null
            ? sheets.number(inputs, row, 2, input.value(), format, Sheets.Look.INPUT)
            : sheets.formula(inputs, row, 2, same, format, Sheets.Look.PLAIN);
    sheets.text(inputs, row, 3, unit(input.measure()), Sheets.Look.PLAIN);
    sheets.text(inputs, row, 4, from(input), Sheets.Look.PLAIN);
    sheets.text(
        inputs, row, 5, source != null && source.illustrative() ? "yes" : "no", Sheets.Look.PLAIN);
    sheets.text(inputs, row, 6, input.key(), Sheets.Look.PLAIN);
    if (named) {
      cells.put(input.key(), cell);
      values.put(input.key(), input.value());
    } else {
      unnamed.put(input, cell);
    }
    return cell;
  }

  /** The cell of an input of the same path and value, or null. */
  private @Nullable String sameInput(Explanation input) {
    return input.value().equals(values.get(input.key())) ? cells.get(input.key()) : null;
  }

  /** The cell of an input that no other figure rests on. */
  String input(Explanation input) {
    return input(input, input);
  }

  private static String unit(Measure measure) {
    return measure == Measure.SHARE ? "part of one" : measure.code().replace('-', ' ');
  }

  private static String format(Measure measure) {
    return switch (measure) {
      case POUNDS,
          POUNDS_AN_HOUR,
          POUNDS_A_NIGHT,
          POUNDS_A_DAY,
          POUNDS_A_WEEK,
          POUNDS_IN_FOUR_WEEKS,
          POUNDS_A_MONTH,
          POUNDS_A_YEAR ->
          Sheets.POUNDS;
      default -> Sheets.NUMBER;
    };
  }
}
