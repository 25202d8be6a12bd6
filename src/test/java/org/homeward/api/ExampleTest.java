package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The examples of openapi.yaml: the service takes the questions, and the answers are as it says.
 */
class ExampleTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DRAFT = "testshire-1";
  private static final String ESTIMATES = "testshire-2026";

  /** An example, with what it is an example for. */
  private record Example(String method, String path, JsonNode value) {
    @Override
    public String toString() {
      return method + " " + path + " " + value;
    }
  }

  @Test
  void everyAnswerHasAnExampleOfItsSchema() throws IOException {
    List<String> shown = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : Contract.paths()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        JsonNode operation = method.getValue();
        for (Map.Entry<String, JsonNode> status : operation.at("/responses").properties()) {
          JsonNode content = status.getValue().path("content");
          if (status.getKey().startsWith("2")
              && content.has("application/json")
              && Contract.examples(content).isEmpty()) {
            without.add(method.getKey() + " " + path.getKey() + " " + status.getKey());
          }
          for (JsonNode answer : Contract.examples(content)) {
            Contract.holds(
                method.getKey().toUpperCase(Locale.ROOT),
                path.getKey().replaceAll("\\{[^}]*}", "x"),
                Integer.parseInt(status.getKey()),
                "application/json",
                answer.toString());
            shown.add(operation.at("/operationId").asText());
          }
        }
      }
    }
    assertThat(shown).hasSizeGreaterThan(70);
    assertThat(without).isEmpty();
  }

  @Test
  void everyQuestionIsTaken() throws IOException {
    List<Example> questions = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : Contract.paths()) {
      Contract.examples(path.getValue().at("/post/requestBody/content"))
          .forEach(e -> questions.add(new Example("POST", path.getKey(), e)));
    }
    assertThat(questions).hasSizeGreaterThan(20);
    try (Asked service = new Asked()) {
      String cohort = service.cohort(returns());
      String survey = survey(service);
      String scenario = prepare(service, questions);
      for (Example question : questions) {
        if (isOf(question, "/api/cost-books") || isOf(question, "/api/estimate-sets")) {
          continue; // taken while it was prepared
        }
        String path =
            question
                .path()
                .replace("/api/cost-books/{id}", "/api/cost-books/" + DRAFT)
                .replace("/api/cohorts/{id}", "/api/cohorts/" + cohort)
                .replace("/api/surveys/{id}", "/api/surveys/" + survey)
                .replace("/api/scenarios/{id}", scenario);
        JsonNode body = question.value().deepCopy();
        if (body.has("edition")) {
          JsonNode edition = service.get("/api/cost-books/" + DRAFT, 200).at("/book/edition");
          ((ObjectNode) body).set("edition", edition);
        }
        if (body.has("cohort")) {
          ((ObjectNode) body.get("cohort")).put("id", cohort);
        }
        assertThat(service.status(path, body.toString()))
            .as(question.toString())
            .isBetween(200, 201);
      }
    }
  }

  private static boolean isOf(Example question, String path) {
    return question.path().equals(path);
  }

  /** The draft, the estimate set and the scenario that the other questions are about. */
  private static String prepare(Asked service, List<Example> questions) {
    String scenario = "";
    for (Example question : questions) {
      if (isOf(question, "/api/cost-books")) {
        assertThat(
                service.post(question.path(), question.value().toString(), 201).at("/id").asText())
            .isEqualTo(DRAFT);
      } else if (isOf(question, "/api/estimate-sets")) {
        JsonNode set = service.post(question.path(), question.value().toString(), 201);
        assertThat(set.findValuesAsText("id")).contains(ESTIMATES);
        service.post("/api/estimate-sets/" + ESTIMATES + "/publish", "", 200);
      } else if (isOf(question, "/api/scenarios") && !question.value().has("cohort")) {
        scenario =
            service.post(question.path(), question.value().toString(), 201).at("/link").asText();
      }
    }
    return scenario;
  }

  private static String survey(Asked service) {
    String answers =
        """
        respondent,process,task,role,category,minutes,share
        R01,review,invite,administrator,indirect,60,1
        R07,review,invite,administrator,indirect,90,0.5
        """;
    return service
        .postFile(
            "/api/surveys?wait=30",
            "answers.csv",
            answers.getBytes(StandardCharsets.UTF_8),
            Map.of("title", "Testshire", "method", "online-survey"),
            201)
        .at("/survey/id")
        .asText();
  }

  private static String returns() {
    StringBuilder rows = new StringBuilder();
    for (int child = 1; child <= 8; child++) {
      rows.append(child).append(",01/05/2022,S,C2,N1,U6,PR4,01/03/2023,E4A,,,,\n");
    }
    return rows.toString();
  }
}
