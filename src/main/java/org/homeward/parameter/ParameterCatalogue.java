package org.homeward.parameter;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.BookInputs;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Every number of a cost book by its path, in the order of its tables and files; made once for a
 * set of inputs, and asked and changed as often as one likes.
 */
public final class ParameterCatalogue {

  private static final String SOURCE = "/source";

  private final BookInputs inputs;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * A number of some inputs.
   *
   * @param owner path of the row or document that it belongs to
   * @param setter gives inputs that have another value in its place
   * @param taker gives the first inputs with the owner as the second ones have it, there or not
   */
  record Entry(
      Parameter parameter,
      String owner,
      BiFunction<BookInputs, BigFraction, BookInputs> setter,
      BinaryOperator<BookInputs> taker) {}

  private ParameterCatalogue(BookInputs inputs) {
    this.inputs = inputs;
    StaffParameters.of(inputs).forEach(this::add);
    PlacementParameters.of(inputs).forEach(this::add);
    HomeParameters.of(inputs).forEach(this::add);
    ProcessParameters.of(inputs).forEach(this::add);
    TimeUseParameters.of(inputs).forEach(this::add);
    SeriesParameters.of(inputs).forEach(this::add);
  }

  public static ParameterCatalogue of(BookInputs inputs) {
    return new ParameterCatalogue(inputs);
  }

  private void add(Entry entry) {
    String path = entry.parameter().path();
    if (entries.putIfAbsent(path, entry) != null) {
      throw new InputException(
          Problem.of(
              "parameters",
              path,
              "Two numbers of the book have the same path.",
              "Give what they are of ids, names or dates of their own."));
    }
  }

  /** What the numbers are of. */
  public BookInputs inputs() {
    return inputs;
  }

  /** Every number. */
  public List<Parameter> all() {
    return entries.values().stream().map(Entry::parameter).toList();
  }

  /** Those whose path is this, or begins with it and a slash; all for an empty one. */
  public List<Parameter> under(String prefix) {
    String folder = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    return entries.values().stream()
        .map(Entry::parameter)
        .filter(p -> p.path().startsWith(folder) || p.path().equals(prefix))
        .toList();
  }

  /**
   * The number at a path.
   *
   * @throws InputException naming the nearest known paths, if there is none
   */
  public Parameter at(String path) {
    return entry(path).parameter();
  }

  Collection<Entry> entries() {
    return entries.values();
  }

  @Nullable Entry find(String path) {
    return entries.get(path);
  }

  Entry entry(String path) {
    Entry entry = entries.get(path);
    if (entry == null) {
      throw unknown(path);
    }
    return entry;
  }

  /** The number at a path, or null if there is none. */
  public @Nullable Parameter findParameter(String path) {
    Entry entry = find(path);
    return entry == null ? null : entry.parameter();
  }

  /**
   * What is at a path, for readers: a number by its name, as is its source ({@code …/source}); what
   * is no number, by its path.
   */
  public String name(String path) {
    Parameter parameter = findParameter(path);
    if (parameter != null) {
      return parameter.name();
    }
    Parameter of =
        path.endsWith(SOURCE)
            ? findParameter(path.substring(0, path.length() - SOURCE.length()))
            : null;
    return of == null ? path : "Source: " + of.name();
  }

  /** The values of the same thing over time, the earliest first. */
  public List<Parameter> series(Parameter of) {
    return entries.values().stream()
        .map(Entry::parameter)
        .filter(p -> p.series().equals(of.series()))
        .sorted(
            Comparator.comparing(Parameter::from, Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }

  /**
   * The numbers that a path means: one, or all that fit where a word of it is {@code *}.
   *
   * @throws InputException naming the nearest known paths, if there is none
   */
  public List<Parameter> meant(String path) {
    return fitting(path).stream().map(Entry::parameter).toList();
  }

  private List<Entry> fitting(String path) {
    if (!path.contains("*")) {
      return List.of(entry(path));
    }
    Pattern pattern =
        Pattern.compile(
            Arrays.stream(path.split("/", -1))
                .map(word -> word.equals("*") ? "[^/]+" : Pattern.quote(word))
                .collect(Collectors.joining("/")));
    List<Entry> fitting =
        entries.values().stream()
            .filter(e -> pattern.matcher(e.parameter().path()).matches())
            .toList();
    if (fitting.isEmpty()) {
      throw unknown(path);
    }
    return fitting;
  }

  /**
   * The inputs after changes, in their order; these here stay as they are. The hash of the new ones
   * is over the old hash and the changes.
   *
   * @throws InputException with every change whose path is unknown or whose result the book
   *     refuses, by its place: {@code changes[2]}
   */
  public BookInputs with(List<Change> changes) {
    if (changes.isEmpty()) {
      return inputs;
    }
    Problems problems = new Problems();
    Map<String, BigFraction> values = new LinkedHashMap<>();
    BookInputs changed = inputs;
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      BookInputs before = changed;
      BookInputs after =
          problems.attempt(
              "changes[" + i + "]",
              change.value().toPlainString(),
              "Choose another value.",
              () -> apply(before, change, values));
      changed = after == null ? changed : after;
    }
    problems.throwIfAny();
    return changed.withHash(hash(changes));
  }

  private BookInputs apply(BookInputs before, Change change, Map<String, BigFraction> values) {
    BookInputs changed = before;
    for (Entry entry : fitting(change.path())) {
      String path = entry.parameter().path();
      BigFraction value = change.of(values.getOrDefault(path, entry.parameter().value()));
      changed = entry.setter().apply(changed, value);
      values.put(path, value);
    }
    return changed;
  }

  private String hash(List<Change> changes) {
    String told =
        changes.stream()
            .map(c -> c.operation().code() + " " + c.path() + " " + c.value().toPlainString())
            .collect(Collectors.joining("\n"));
    return CatalogueFiles.hash(inputs.hash() + "\n" + told);
  }

  private InputException unknown(String path) {
    return new InputException(NearestPaths.problem("path", path, entries.keySet()));
  }
}
