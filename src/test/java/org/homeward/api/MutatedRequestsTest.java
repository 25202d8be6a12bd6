package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every question of openapi.yaml with something in it replaced or left out: it is answered or
 * refused with problems in words, and nothing of it makes the service fail.
 */
class MutatedRequestsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MUTATIONS = 8;

  /** What a mistaken client may send in place of anything. */
  private static final List<String> NONSENSE =
      List.of(
          "null",
          "\"\"",
          "\"x\"",
          "-1",
          "1e300",
          "1e2147483647",
          "1e-2147483647",
          "0.1234567890123456789",
          "true",
          "[]",
          "[null]",
          "{}",
          "\"\\u0000\"",
          "\"../../etc\"",
          "\"9999-99-99\"",
          "99999999999999999999");

  private static Asked service;

  @BeforeAll
  static void start() {
    service = new Asked();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void noMutatedQuestionMakesTheServiceFail(long seed) throws IOException {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    int asked = 0;
    for (Map.Entry<String, JsonNode> path : Contract.paths()) {
      JsonNode content = path.getValue().at("/post/requestBody/content");
      for (JsonNode example : Contract.examples(content)) {
        for (int i = 0; i < MUTATIONS; i++) {
          holds(path.getKey().replaceAll("\\{[^}]*}", "shipped"), mutated(example, random), seed);
          asked++;
        }
      }
    }
    assertThat(asked).isGreaterThan(100);
  }

  /** What is wrong is named by its place, whatever stands there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/comparisons | {'templates': ['adoption'], 'child': {'ageAtStart': 2, 'start':"
            + " '2025-04-01', 'needs': [null]}} | needs[0]",
        "/api/comparisons | {'templates': ['adoption', null], 'child': {'ageAtStart': 2, 'start':"
            + " '2025-04-01'}} | templates[1]",
        "/api/journeys/compare | {'monthLength': 'four-weeks', 'actual': {'rows': [null]},"
            + " 'anticipated': {'rows': []}} | actual.rows[0]",
        "/api/scenarios/calculate | {'name': 'x', 'templates': ['adoption'], 'child':"
            + " {'ageAtStart': 2, 'start': '2025-04-01'}, 'changes': [{'path':"
            + " 'fees/foster/agency/*/*/*/amount', 'operation': 'set', 'value': 1e2147483647,"
            + " 'reason': 'x'}]} | changes[0].value"
      })
  void whatIsWrongIsNamedByItsPlace(String path, String body, String field) throws IOException {
    HttpResponse<String> response = service.answer(path, body.replace('\'', '"'));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(JSON.readTree(response.body()).at("/errors").findValuesAsText("field"))
        .contains(field);
  }

  private static void holds(String path, JsonNode body, long seed) {
    HttpResponse<String> response = service.answer(path, body.toString());
    assertThat(response.statusCode())
        .as("seed %d: POST %s %s → %.300s", seed, path, body, response.body())
        .isIn(200, 201, 202, 400, 404, 409);
    Contract.holds("POST", path, response);
    if (response.statusCode() >= 400) {
      assertThat(response.headers().firstValue("content-type"))
          .hasValueSatisfying(t -> assertThat(t).startsWith("application/problem+json"));
      assertThat(response.body())
          .as("seed %d: POST %s %s", seed, path, body)
          .contains("\"remedy\"")
          .doesNotContain("Exception", "org.homeward", "java.lang");
    }
  }

  /** A copy in which one thing, at any depth, is nonsense or left out. */
  private static JsonNode mutated(JsonNode example, UniformRandomProvider random)
      throws IOException {
    JsonNode copy = example.deepCopy();
    List<JsonNode> holders = new ArrayList<>();
    collect(copy, holders);
    JsonNode holder = holders.get(random.nextInt(holders.size()));
    JsonNode nonsense = JSON.readTree(NONSENSE.get(random.nextInt(NONSENSE.size())));
    boolean leaveOut = random.nextInt(6) == 0;
    if (holder instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      if (leaveOut) {
        object.remove(name);
      } else {
        object.set(name, nonsense);
      }
    } else if (holder instanceof ArrayNode array) {
      int place = random.nextInt(array.size());
      if (leaveOut) {
        array.remove(place);
      } else {
        array.set(place, nonsense);
      }
    }
    return copy;
  }

  private static void collect(JsonNode node, List<JsonNode> holders) {
    if (node.isContainerNode() && !node.isEmpty()) {
      holders.add(node);
      node.forEach(child -> collect(child, holders));
    }
  }
}
