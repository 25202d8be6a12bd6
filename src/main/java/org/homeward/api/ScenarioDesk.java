package org.homeward.api;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.scenario.ScenarioResult;
import org.homeward.store.SavedScenario;
import org.homeward.store.ScenarioStore;
import org.jspecify.annotations.Nullable;

/** What-ifs answered and kept, for the interface and the pages alike. */
@Singleton
public class ScenarioDesk {

  private final ScenarioCosting costing;
  private final ScenarioStore store;
  private final JsonMapper json;

  ScenarioDesk(ScenarioCosting costing, ScenarioStore store, JsonMapper json) {
    this.costing = costing;
    this.store = store;
    this.json = json;
  }

  /**
   * What the changes do.
   *
   * @param catalogue the version that answers; null for the current one
   * @throws InputException with every problem of the question
   */
  public ScenarioResult calculate(ScenarioRequest request, @Nullable String catalogue) {
    return costing.ofRoutes(request, catalogue);
  }

  /** The same as it travels. */
  ScenarioResponses.ScenarioResultResponse answer(
      ScenarioRequest request, @Nullable String catalogue) {
    return ScenarioResponses.ScenarioResultResponse.of(costing.cost(request, catalogue));
  }

  CostedScenario costed(ScenarioRequest request, @Nullable String catalogue) {
    return costing.cost(request, catalogue);
  }

  /** A saved one, as it was answered; where a version is named, again from that. */
  CostedScenario costed(String id, @Nullable String catalogue) {
    SavedScenario saved = find(id);
    return costing.cost(question(saved), catalogue == null ? saved.catalogue() : catalogue);
  }

  /** The answer of a saved one as it was saved; where a version is named, again from that. */
  String answer(String id, @Nullable String catalogue) {
    SavedScenario saved = find(id);
    return catalogue == null ? saved.answer() : write(answer(question(saved), catalogue));
  }

  /**
   * Answers it and keeps question and answer.
   *
   * @throws InputException with every problem of the question; then nothing is kept
   */
  public SavedScenario save(ScenarioRequest request, @Nullable String catalogue) {
    ScenarioResponses.ScenarioResultResponse result = answer(request, catalogue);
    SavedScenario saved =
        new SavedScenario(
            UUID.randomUUID().toString(),
            result.name(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            result.stamp().catalogue(),
            request.cohort() == null ? null : request.cohort().id(),
            write(request),
            write(result));
    store.keep(saved);
    return saved;
  }

  /** The same question under another name, for the version that answered it or the one named. */
  public SavedScenario copy(String id, @Nullable String name, @Nullable String catalogue) {
    SavedScenario saved = find(id);
    return save(question(saved).named(name), catalogue == null ? saved.catalogue() : catalogue);
  }

  /** All, the newest first. */
  public List<SavedScenario> list() {
    return store.list();
  }

  /**
   * @throws InputException about {@code id}, if there is none
   */
  public SavedScenario find(String id) {
    return store.find(id).orElseThrow(() -> missing(id));
  }

  /**
   * @throws InputException about {@code id}, if there is none
   */
  public void delete(String id) {
    if (!store.delete(id)) {
      throw missing(id);
    }
  }

  private static InputException missing(String id) {
    return new InputException(
        Problem.of(
            "id",
            id,
            "There is no saved scenario of this id.",
            "See /api/scenarios for those there are."));
  }

  /** What was asked. */
  public ScenarioRequest question(SavedScenario saved) {
    try {
      return json.readValue(
          saved.question().getBytes(StandardCharsets.UTF_8), ScenarioRequest.class);
    } catch (IOException e) {
      throw new UncheckedIOException("A saved question cannot be read", e);
    }
  }

  private String write(Object value) {
    try {
      return new String(json.writeValueAsBytes(value), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory cannot fail to be written", e);
    }
  }
}
