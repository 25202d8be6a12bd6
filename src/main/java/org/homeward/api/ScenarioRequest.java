package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.homeward.parameter.Change;
import org.homeward.problem.InputException;
import org.homeward.problem.Problems;
import org.homeward.quantity.Coded;
import org.homeward.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** Routes of a child, a cohort, or both, and an ordered list of changes under a name. */
@Serdeable
public record ScenarioRequest(
    @Nullable String name,
    @Nullable List<String> templates,
    @Nullable List<PathwayRequests.PathwayRequest> pathways,
    CaseRequests.@Nullable Case child,
    @Nullable CohortRequest cohort,
    @Nullable List<ChangeRequest> changes) {

  /**
   * The cohort that the changes are tried on.
   *
   * @param by dimensions with commas; none for one sum
   * @param afterCare whether the homes after adoption and special guardianship are counted as well
   */
  @Serdeable
  public record CohortRequest(
      @Nullable String id,
      @Nullable String by,
      @Nullable String from,
      @Nullable String to,
      @Nullable Boolean afterCare) {}

  /** One change: set, add or multiply the number at a path, and why. */
  @Serdeable
  public record ChangeRequest(
      @Nullable String path,
      @Nullable String operation,
      @Nullable BigDecimal value,
      @Nullable String reason) {

    static ChangeRequest of(Change change) {
      return new ChangeRequest(
          change.path(), change.operation().code(), change.value(), change.reason());
    }
  }

  /** Templates of a child with changes, as a page asks them. */
  public static ScenarioRequest of(
      Scenario scenario, List<String> templates, CaseRequests.Case child) {
    return new ScenarioRequest(
        scenario.name(),
        templates,
        null,
        child,
        null,
        scenario.changes().stream().map(ChangeRequest::of).toList());
  }

  ScenarioRequest named(@Nullable String other) {
    return other == null
        ? this
        : new ScenarioRequest(other, templates, pathways, child, cohort, changes);
  }

  /** Whether routes of a child are asked about, and not a cohort alone. */
  boolean ofRoutes() {
    return cohort == null || child != null || templates != null || pathways != null;
  }

  /** What is asked before anything is different. */
  ComparisonRequests.ComparisonRequest asked() {
    return new ComparisonRequests.ComparisonRequest(templates, pathways, child, null, null);
  }

  /** Whether it asks for pathways of its own, which no address can hold. */
  public boolean hasOwnPathways() {
    return pathways != null && !pathways.isEmpty();
  }

  /** The changes under their name; null with every gap told. */
  @Nullable Scenario scenario(Problems problems) {
    int before = problems.list().size();
    List<Change> made = changes(changes, problems);
    if (problems.list().size() > before) {
      return null;
    }
    try {
      return new Scenario(name == null ? "" : name, made);
    } catch (InputException e) {
      problems.addAll(e.problems());
      return null;
    }
  }

  /** Changes as far as they can be read; what cannot is a problem. */
  static List<Change> changes(@Nullable List<ChangeRequest> requests, Problems problems) {
    List<Change> made = new ArrayList<>();
    List<ChangeRequest> asked = Fields.orEmpty(requests, "changes");
    for (int i = 0; i < asked.size(); i++) {
      ChangeRequest c = asked.get(i);
      String at = "changes[" + i + "]";
      String path = Fields.given(c.path(), at + ".path", problems);
      BigDecimal value = Fields.number(c.value(), at + ".value", problems);
      Change.Operation operation =
          Fields.code(
              c.operation(), at + ".operation", t -> Coded.of(Change.Operation.class, t), problems);
      String reason = c.reason() == null ? "" : c.reason();
      if (reason.isBlank()) {
        problems.add(
            at + ".reason",
            null,
            "The change has no reason.",
            "Say why, so that who reads the result can judge it.");
      }
      if (path != null && value != null && operation != null) {
        made.add(new Change(path, operation, value, reason));
      }
    }
    return made;
  }
}
