package org.homeward.timeuse;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The estimates that a cost book uses, under a name: which surveys and methods they come from, and
 * the minutes that these give.
 *
 * @param id by which it is asked for
 * @param name for readers
 * @param methods whose answers are in it, pooled
 * @param surveys ids of the surveys that it cites, in order
 */
public record EstimateSet(
    String id, String name, Set<Method> methods, List<String> surveys, TimeUse timeUse) {

  /** The id of the set that is made of every survey that ships with a catalogue. */
  public static final String SHIPPED = "shipped";

  /** No survey: the minutes are those of the process files. */
  public static final EstimateSet NONE =
      new EstimateSet("none", "No survey", Set.of(), List.of(), TimeUse.NONE);

  public EstimateSet {
    methods = Set.copyOf(methods);
    surveys = List.copyOf(surveys);
  }

  /** One weighted mean over all answers of the surveys, whatever the method. */
  public static EstimateSet pool(String id, String name, List<Survey> surveys) {
    return of(id, name, surveys, EnumSet.allOf(Method.class));
  }

  /** What the surveys that ship with a catalogue say by the chosen methods. */
  public static EstimateSet shipped(List<Survey> surveys, Set<Method> methods) {
    return of(SHIPPED, "The shipped surveys", surveys, methods);
  }

  /** One weighted mean over all answers of the chosen methods. */
  public static EstimateSet of(String id, String name, List<Survey> surveys, Set<Method> methods) {
    return new EstimateSet(
        id,
        name,
        methods,
        surveys.stream().filter(s -> methods.contains(s.method())).map(Survey::id).toList(),
        new TimeUseCalculator().calculate(surveys, methods));
  }

  /** The same set with other estimates. */
  public EstimateSet with(TimeUse other) {
    return new EstimateSet(id, name, methods, surveys, other);
  }

  /** Whether it is made of the surveys that ship with a catalogue. */
  public boolean isShipped() {
    return id.equals(SHIPPED);
  }

  /** {@code pool}, or the codes of the methods that were chosen. */
  public String methodsInWords() {
    return methods.size() == Method.values().length
        ? "pool"
        : methods.stream().sorted().map(Method::code).collect(Collectors.joining(", "));
  }
}
