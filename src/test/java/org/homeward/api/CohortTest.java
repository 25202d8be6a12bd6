package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.Databases;
import org.homeward.returns.Pseudonyms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Returns sent over HTTP: watched, costed, answered, also after a restart; or refused. */
class CohortTest {

  private static final String KEY = "my own secret key 903";
  private static final String CHILD = "8675309";
  static final String EPISODES_HEAD =
      "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";

  private static final String EPISODES =
      EPISODES_HEAD
          + CHILD
          + ",01/05/2022,S,C2,N1,U6,PR1,01/08/2022,X1,CARPL,,,\n"
          + CHILD
          + ",01/08/2022,P,C2,N1,K2,PR4,01/02/2023,E4A,,,,\n"
          + "42,31/04/2022,S,C2,N1,U6,PR1,,,,,,\n";
  private static final String HEADER =
      "CHILD,SEX,DOB,ETHNIC\n" + CHILD + ",2,17/06/2015,WBRI\n42,1,01/01/2016,WBRI\n";

  @TempDir Path folder;

  private static final Map<String, String> FILES =
      Map.of("episodes.csv", EPISODES, "header.csv", HEADER);

  @ParameterizedTest
  @EnumSource
  void aCohortIsReadCostedAndAnswered(Databases database) throws Exception {
    try (CohortService service = new CohortService(folder, database.properties())) {
      HttpResponse<String> begun =
          service.post(Map.of("key", KEY, "authority", "Testshire", "by", "placement,need"), FILES);
      assertThat(begun.statusCode()).isEqualTo(202);
      String id = CohortService.JSON.readTree(begun.body()).path("id").asText();
      assertThat(begun.headers().firstValue("Location")).hasValue("/api/cohorts/" + id);
      HttpResponse<String> watched = service.get("/api/cohorts/" + id + "/progress");
      assertThat(watched.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      assertThat(watched.body()).contains("\"state\":\"finished\"");
      JsonNode cohort = service.json("/api/cohorts/" + id);
      assertThat(cohort.path("state").asText()).isEqualTo("finished");
      JsonNode report = cohort.path("report");
      assertThat(report.path("agrees").asBoolean()).isTrue();
      assertThat(report.path("rows").get(0).path("rejected").asLong()).isEqualTo(1); // 31 April
      assertThat(report.path("nights").get(0).path("costed").asLong()).isEqualTo(92 + 184);

      JsonNode answer = service.json("/api/cohorts/" + id + "/costs?by=placement,need");
      assertThat(answer.path("columns").get(0).asText()).isEqualTo("placement");
      assertThat(nights(answer, "foster")).isEqualByComparingTo("92"); // May, June, July
      assertThat(nights(answer, "residential")).isEqualByComparingTo("184"); // August to January
      JsonNode sex = service.json("/api/cohorts/" + id + "/costs?by=sex,provider");
      assertThat(sex.path("rows")).isNotEmpty();

      assertThat(service.get("/api/cohorts/" + id + "/findings").body().lines().toList())
          .hasSize(2)
          .last()
          .asString()
          .startsWith("episodes.csv,4,")
          .contains(",141,decom-not-a-date,rejected,");
      String pseudonym = new Pseudonyms(KEY).of("Testshire", CHILD).toString();
      JsonNode child = service.json("/api/cohorts/" + id + "/children/" + pseudonym);
      assertThat(child.path("birthMonth").asText()).isEqualTo("2015-06");
      assertThat(child.path("route").asText()).isEqualTo("home");
      assertThat(child.path("nights").asInt()).isEqualTo(92 + 184);
      assertThat(child.path("entry").asText()).isEqualTo("2022-05-01");
      assertThat(child.at("/milestones/1/milestone").asText()).isEqualTo("return-home");
      assertThat(child.at("/milestones/1/daysSinceEntry").asInt()).isEqualTo(92 + 184);
      assertThat(service.json("/api/cohorts/" + id + "/children").path("children").toString())
          .isEqualTo("[\"" + pseudonym + "\"]");
      assertPages(service, id, pseudonym);
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterARestartAnyQuestionByWholeMonthsHasTheAnswerThatItHadBefore(Databases database)
      throws Exception {
    Map<String, Object> store = database.properties();
    List<String> questions =
        List.of(
            "by=placement,need",
            "by=year,age,sex,route&kind=processes",
            "by=month,provider&kind=staff",
            "by=calendar-month,legal-status,area,entry-year&suppress=true",
            "by=year,placement&from=2022-07-01&to=2022-10-01",
            "by=route&kind=milestones",
            "by=&kind=milestones&suppress=true");
    List<String> before = new ArrayList<>();
    String id;
    try (CohortService service = new CohortService(folder, store)) {
      id = service.begin(Map.of("key", KEY, "authority", "Testshire"), FILES);
      assertThat(service.state(id)).isEqualTo("finished");
    }
    try (CohortService service = new CohortService(folder.resolve("other"))) {
      // the same cohort, asked while its histories are in memory
      String same = service.begin(Map.of("key", KEY, "authority", "Testshire"), FILES);
      assertThat(service.state(same)).isEqualTo("finished");
      for (String question : questions) {
        before.add(service.json("/api/cohorts/" + same + "/costs?" + question).toString());
      }
    }
    try (CohortService service = new CohortService(folder, store)) {
      for (int q = 0; q < questions.size(); q++) {
        String answer =
            service.json("/api/cohorts/" + id + "/costs?" + questions.get(q)).toString();
        assertThat(answer).as(questions.get(q)).isEqualTo(before.get(q));
      }
      HttpResponse<String> part =
          service.get("/api/cohorts/" + id + "/costs?by=year&from=2022-07-15&to=2022-10-01");
      assertThat(part.statusCode()).isEqualTo(400);
      assertThat(part.body())
          .contains("Ask for whole months")
          .contains("send the files and the key");
    }
  }

  @Test
  void whatCannotBeUsedIsRefusedWithTheWayOut() throws Exception {
    try (CohortService service = new CohortService(folder)) {
      HttpResponse<String> shortKey = service.post(Map.of("key", "short", "authority", "T"), FILES);
      assertThat(shortKey.statusCode()).isEqualTo(400);
      assertThat(shortKey.body()).contains("\"key\"").doesNotContain("short\"");
      HttpResponse<String> nonsense =
          service.post(
              Map.of("key", KEY, "by", "colour", "smallGap", "x", "years", "a.csv=b"), FILES);
      assertThat(nonsense.statusCode()).isEqualTo(400);
      assertThat(CohortService.JSON.readTree(nonsense.body()).path("errors")).hasSize(3);

      // Whose returns they are is found out while they are read: the cohort says what is missing.
      String id = service.begin(Map.of("key", KEY), FILES);
      assertThat(service.state(id)).isEqualTo("refused");
      JsonNode cohort = service.json("/api/cohorts/" + id);
      assertThat(cohort.at("/report/problems/0/remedy").asText()).contains("Say the authority");
      assertThat(service.get("/api/cohorts/" + id + "/costs").statusCode()).isEqualTo(400);
      assertThat(service.get("/api/cohorts/none").statusCode()).isEqualTo(404);
      assertThat(service.get("/api/cohorts/none/progress").statusCode()).isEqualTo(404);
    }
  }

  /** The same on pages, without script. */
  private static void assertPages(CohortService service, String id, String pseudonym)
      throws Exception {
    assertThat(service.page("/cohorts")).contains("/cohorts/" + id).contains("type=\"file\"");
    String cohort = service.page("/cohorts/" + id + "?rows=placement&columns=need");
    assertThat(cohort)
        .contains("Costs by placement and need")
        .contains("1 April 2022 and 31 March 2023")
        .contains("DECOM is no date")
        .contains("Rows of each table and return");
    assertThat(service.page("/cohorts/" + id + "/children")).contains(pseudonym);
    String child = service.page("/cohorts/" + id + "/children/" + pseudonym);
    assertThat(child)
        .contains("<svg")
        .contains("June 2015")
        .contains("Children's home")
        .contains("1 May 2022");
    assertThat(service.page("/cohorts/" + id + "?download=rows-read.csv"))
        .contains("episodes,2023,3,2,0,0,1,0");
  }

  private static BigDecimal nights(JsonNode answer, String placement) {
    for (JsonNode row : answer.path("rows")) {
      JsonNode cells = row.path("cells");
      if (cells.get(0).asText().equals(placement) && cells.get(1).asText().equals("N1")) {
        return new BigDecimal(cells.get(3).asText());
      }
    }
    throw new AssertionError("There is no row of " + placement + " in " + answer);
  }
}
