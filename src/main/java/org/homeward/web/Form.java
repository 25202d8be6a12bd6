package org.homeward.web;

import io.micronaut.http.HttpParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.homeward.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into a form, field by field, right or wrong, and what is wrong with it, so that
 * its page can be shown again. A problem belongs to the field that its {@code where} names.
 *
 * @param values by the names of the fields; a field of check boxes has several
 */
public record Form(Map<String, List<String>> values, List<Problem> problems) {

  /** Nothing typed, nothing wrong. */
  public static final Form EMPTY = new Form(Map.of(), List.of());

  public Form {
    values = Map.copyOf(values);
    problems = List.copyOf(problems);
  }

  /** What stands in the address. */
  public static Form of(HttpParameters parameters) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    parameters.names().forEach(n -> values.put(n, stripped(parameters.getAll(n))));
    return new Form(values, List.of());
  }

  /** What a form has sent as its body, where a field that was sent once is no list. */
  public static Form posted(Map<String, ?> body) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    body.forEach(
        (name, value) ->
            values.put(
                name,
                stripped(
                    value instanceof Collection<?> several
                        ? several.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(value)))));
    return new Form(values, List.of());
  }

  private static List<String> stripped(List<String> values) {
    return values.stream().map(String::strip).toList();
  }

  /** With other problems: those of reading what was typed. */
  public Form with(List<Problem> found) {
    return new Form(values, found);
  }

  /** With a field filled in. */
  public Form with(String name, String... typed) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.put(name, List.of(typed));
    return new Form(changed, problems);
  }

  /** What was typed, or chosen first; empty where nothing was. */
  public String value(String name) {
    return all(name).stream().findFirst().orElse("");
  }

  /** All that was chosen: check boxes repeat the name, a written address may use commas. */
  public List<String> chosen(String name) {
    return all(name).stream()
        .flatMap(v -> Arrays.stream(v.split(",", -1)))
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .distinct()
        .toList();
  }

  /** Every value that was sent, in order. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /**
   * The date of a date input as {@code 2025-04-01}, from its three fields or from one that holds it
   * whole; as it was typed where it cannot be one; empty where nothing was typed.
   */
  public String date(String name) {
    List<String> parts = Stream.of("year", "month", "day").map(p -> part(name, p)).toList();
    if (parts.stream().allMatch(String::isEmpty)) {
      return value(name);
    }
    List<String> written = new ArrayList<>();
    for (String part : parts) {
      written.add(part.matches("\\d") ? "0" + part : part);
    }
    return String.join("-", written);
  }

  /**
   * One field of a date input: {@code day}, {@code month} or {@code year}. A whole text that is no
   * date stands in the first.
   */
  public String part(String name, String part) {
    String typed = value(name + "-" + part);
    String whole = value(name);
    if (!typed.isEmpty() || whole.isEmpty()) {
      return typed;
    }
    String[] parts = whole.split("-", -1);
    if (parts.length != 3) {
      return part.equals("day") ? whole : "";
    }
    return switch (part) {
      case "year" -> parts[0];
      case "month" -> parts[1].replaceFirst("^0", "");
      default -> parts[2].replaceFirst("^0", "");
    };
  }

  /** What is wrong with a field, as one text; null where nothing is. */
  public @Nullable String error(String name) {
    List<String> said =
        problems.stream()
            .filter(p -> p.where().equals(name))
            .map(p -> p.reason() + " " + p.remedy())
            .toList();
    return said.isEmpty() ? null : String.join(" ", said);
  }

  /** The ids of hint and error of a field for {@code aria-describedby}; null where it has none. */
  public @Nullable String describedBy(String name, @Nullable String hint) {
    List<String> ids = new ArrayList<>();
    if (hint != null) {
      ids.add(name + "-hint");
    }
    if (error(name) != null) {
      ids.add(name + "-error");
    }
    return ids.isEmpty() ? null : String.join(" ", ids);
  }
}
