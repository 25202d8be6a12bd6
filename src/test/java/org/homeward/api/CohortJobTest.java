package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cohort as a job: cancelled, cut short by a stop, deleted; nothing of it stays behind. */
class CohortJobTest {

  private static final Map<String, String> FIELDS =
      Map.of("key", "my own secret key 903", "authority", "Testshire");
  private static final List<String> TABLES =
      List.of("cohort_costs", "cohort_child", "cohort_findings", "cohort_cells");

  @TempDir Path folder;
  private Set<Path> filesBefore = Set.of();

  @BeforeEach
  void look() throws Exception {
    filesBefore = sentFiles();
  }

  /** Files that were sent and are not deleted yet. */
  private static Set<Path> sentFiles() throws IOException {
    String ours = "homeward-return-" + ProcessHandle.current().pid() + "-";
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(ours))
          .collect(Collectors.toSet());
    }
  }

  /** Returns of so many children that reading, merging and costing them takes some seconds. */
  private static Map<String, String> many() {
    StringBuilder episodes = new StringBuilder(CohortTest.EPISODES_HEAD);
    StringBuilder header = new StringBuilder("CHILD,SEX,DOB,ETHNIC\n");
    for (int child = 1; child <= 40_000; child++) {
      episodes
          .append(child)
          .append(",01/05/2022,S,C2,N1,U6,PR1,01/08/2022,X1,CARPL,,,\n")
          .append(child)
          .append(",01/08/2022,P,C2,N1,K2,PR4,01/02/2023,E4A,,,,\n");
      header.append(child).append(",2,01/06/2015,WBRI\n");
    }
    return Map.of("episodes.csv", episodes.toString(), "header.csv", header.toString());
  }

  private static Map<String, String> few() {
    return Map.of(
        "episodes.csv",
        CohortTest.EPISODES_HEAD
            + "1,01/05/2022,S,C2,N1,U6,PR1,31/04/2022,E4A,,,,\n"
            + "2,01/05/2022,S,C2,N1,U6,PR1,01/08/2022,E4A,,,,\n",
        "header.csv",
        "CHILD,SEX,DOB,ETHNIC\n1,2,01/06/2015,WBRI\n2,2,01/06/2015,WBRI\n");
  }

  private static void awaitWork(CohortService service, String id) throws Exception {
    String stage = "waiting";
    while (stage.equals("waiting")) {
      Thread.sleep(5);
      stage = service.json("/api/cohorts/" + id).path("stage").asText();
    }
    assertThat(stage).isNotEqualTo("done");
  }

  @Test
  void oneThatRunsIsCancelledAndOneThatWaitsIsAndNothingOfThemStays() throws Exception {
    try (CohortService service = new CohortService(folder)) {
      String running = service.begin(FIELDS, many());
      String waiting = service.begin(FIELDS, few());
      awaitWork(service, running);
      assertThat(service.cancel(waiting)).isEqualTo(200);
      assertThat(service.cancel(running)).isEqualTo(200);
      assertThat(service.state(running)).isEqualTo("cancelled");
      assertThat(service.state(waiting)).isEqualTo("cancelled");
      assertThat(service.get("/api/cohorts/" + running + "/costs").statusCode()).isEqualTo(400);
      assertThat(sentFiles()).isEqualTo(filesBefore);
      assertThat(service.cancel("none")).isEqualTo(404);
      String next = service.begin(FIELDS, few());
      assertThat(service.state(next)).isEqualTo("finished");
      assertThat(service.delete(next)).isEqualTo(204);
    }
    assertThat(rows()).isEmpty();
  }

  @Test
  void oneThatAStopCutShortIsShownAsInterruptedAndAsksForFilesAndKeyAgain() throws Exception {
    String id;
    try (CohortService service = new CohortService(folder)) {
      id = service.begin(FIELDS, many());
      awaitWork(service, id);
    }
    assertThat(sentFiles()).isEqualTo(filesBefore);
    assertThat(rows()).isEmpty();
    try (CohortService service = new CohortService(folder)) {
      JsonNode cohort = service.json("/api/cohorts/" + id);
      assertThat(cohort.path("state").asText()).isEqualTo("interrupted");
      assertThat(service.page("/cohorts/" + id)).contains("send the files and the key again");
      assertThat(service.get("/api/cohorts/" + id + "/progress").body())
          .contains("\"state\":\"interrupted\"");
      assertThat(service.get("/api/cohorts/" + id + "/costs").body())
          .contains("Send the files and the key again");
    }
  }

  @Test
  void afterARestartTheSameFilesAndKeyBringTheLinesOfAChildBackOnItsPage() throws Exception {
    String id;
    String child;
    try (CohortService service = new CohortService(folder)) {
      id = service.begin(FIELDS, few());
      assertThat(service.state(id)).isEqualTo("finished");
      String pseudonym =
          service.json("/api/cohorts/" + id + "/children").at("/children/0").asText();
      child = "/cohorts/" + id + "/children/" + pseudonym;
      assertThat(service.page(child)).contains(child + "/why");
      assertThat(service.page("/cohorts/" + id)).doesNotContain("/open");
    }
    String open = "/cohorts/" + id + "/open";
    try (CohortService service = new CohortService(folder)) {
      assertThat(service.page(child)).contains(open).doesNotContain(child + "/why");
      assertThat(service.page("/cohorts/" + id)).contains(open);
      assertThat(service.page(open)).contains("name=\"files\"");
      HttpResponse<String> refused =
          service.post(
              open, Map.of("key", "another key, not mine", "authority", "Testshire"), few());
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body())
          .contains("not the files, fees, options and key", "value=\"Testshire\"")
          .doesNotContain("another key");
      assertThat(service.page(child)).doesNotContain(child + "/why");
      assertThat(service.post(open, FIELDS, few()).statusCode()).isEqualTo(303);
      assertThat(service.page(child)).contains(child + "/why");
      assertThat(service.page("/cohorts/" + id)).doesNotContain("/open");
      assertThat(service.anything("/cohorts/nothing/open")).contains("There is no such cohort.");
    }
    assertThat(sentFiles()).isEqualTo(filesBefore);
  }

  @Test
  void whatIsFinishedStaysAndIsDeletedWithEverythingDerivedFromIt() throws Exception {
    String kept;
    String deleted;
    try (CohortService service = new CohortService(folder)) {
      kept = service.begin(FIELDS, few());
      deleted = service.begin(FIELDS, few());
      assertThat(service.state(kept)).isEqualTo("finished");
      assertThat(service.state(deleted)).isEqualTo("finished");
    }
    assertThat(rows()).containsOnlyKeys(TABLES);
    try (CohortService service = new CohortService(folder)) {
      assertThat(service.json("/api/cohorts")).hasSize(2);
      service.json("/api/cohorts/" + deleted + "/costs?by=sex"); // one more answer that is kept
      assertThat(service.delete(deleted)).isEqualTo(204);
      assertThat(service.delete(deleted)).isEqualTo(404);
      for (String path : List.of("", "/costs", "/findings", "/children", "/progress")) {
        assertThat(service.get("/api/cohorts/" + deleted + path).statusCode()).isEqualTo(404);
      }
      assertThat(service.json("/api/cohorts/" + kept + "/costs?by=sex").path("rows")).isNotEmpty();
      assertThat(service.delete(kept)).isEqualTo(204);
    }
    assertThat(rows()).isEmpty();
  }

  /** Tables of the store that have rows of any cohort, and how many. */
  private Map<String, Integer> rows() throws Exception {
    Map<String, Integer> rows = new java.util.TreeMap<>();
    String url =
        "jdbc:h2:file:" + folder.resolve("homeward") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
    try (Connection store = DriverManager.getConnection(url, "sa", "")) {
      for (String table : TABLES) {
        try (ResultSet count =
            store.createStatement().executeQuery("select count(*) from " + table)) {
          count.next();
          if (count.getInt(1) > 0) {
            rows.put(table, count.getInt(1));
          }
        }
      }
    }
    return rows;
  }
}
