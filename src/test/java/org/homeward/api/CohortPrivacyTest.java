package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.homeward.returns.Pseudonyms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Neither the key nor a child's number, day of birth or postcode is in the files of the store, the
 * logs, any answer, page or file, after loads that succeed, fail or are refused.
 */
class CohortPrivacyTest {

  private static final String KEY = "my own secret key 903";
  private static final String CHILD = "8675309";
  private static final List<String> PERSONAL =
      List.of(KEY, CHILD, "17/06/2015", "2015-06-17", "QQ9 7XZ", "QQ97XZ", "QQ8 6YW", "QQ86YW");
  private static final String HEADER_HEAD = "CHILD,SEX,DOB,ETHNIC\n";
  private static final String GOOD =
      CohortTest.EPISODES_HEAD
          + CHILD
          + ",01/05/2022,S,C2,N1,U6,PR1,01/08/2022,X1,CARPL,QQ9 7XZ,QQ8 6YW,\n"
          + CHILD
          + ",01/08/2022,P,C2,N1,K2,PR4,01/02/2023,E4A,,QQ9 7XZ,QQ8 6YW,\n";

  /** A comma is missing here or too many there, so that cells stand under other columns. */
  private static final String SHIFTED =
      GOOD
          + "43,01/05/2022,S,C2,N1,QQ9 7XZ,PR1,01/08/2022,E4A,QQ86YW,,,\n"
          + "44,17/06/2015x,S,C2,N1,U6,PR1,01/08/2022,E4A,,,,\n"
          + "45,01/05/2022,8675309,17/06/2015,QQ9 7XZ,U6,qq97xz,01/08/2022,2015-06-17,,,,\n"
          + CHILD
          + ",01/02/2023,P\n";

  private static final String HEADER = HEADER_HEAD + CHILD + ",2,17/06/2015,WBRI\n";
  private static final Map<String, String> FIELDS = Map.of("key", KEY, "authority", "Testshire");

  @TempDir Path folder;
  @TempDir Path books;
  private final ListAppender<ILoggingEvent> logs = new ListAppender<>();

  @BeforeEach
  void listen() {
    logs.start();
    root().addAppender(logs);
  }

  @AfterEach
  void stop() {
    root().detachAppender(logs);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @Test
  void nothingPersonalIsKeptToldOrLoggedOfALoadThatSucceeds() throws Exception {
    try (CohortService service = new CohortService(folder)) {
      String id =
          service.begin(
              FIELDS,
              Map.of(
                  "episodes.csv",
                  SHIFTED,
                  "header.csv",
                  HEADER + "44,QQ9 7XZ,8675309,WBRI\n",
                  "fees",
                  "child,from,to,weekly\n"
                      + CHILD
                      + ",2022-08-01,2022-09-01,4000\n"
                      + "99,2022-08-01,2022-09-01,4000\n"));
      assertThat(service.state(id)).isEqualTo("finished");
      assertNothingPersonalIsTold(service, id);
    }
    assertNothingPersonalIsKeptOrLogged();
  }

  @Test
  void norOfOneThatIsRefusedWhateverIsWrong() throws Exception {
    try (CohortService service = new CohortService(folder)) {
      String noHeadings = GOOD.substring(GOOD.indexOf('\n') + 1);
      String someHeadings = GOOD.replace("DECOM,RNE,LS,CIN", "17/06/2015,QQ9 7XZ,8675309,CIN");
      for (Map<String, String> files :
          List.of(
              Map.of("episodes.csv", noHeadings, "header.csv", HEADER),
              Map.of("episodes.csv", someHeadings, "header.csv", HEADER),
              Map.of("returns.xml", "<EXPSSDA903><CHILD><HEADER><DOB>2015-06-17</DOB></CHILD>"),
              Map.of("returns.zip", "PK" + GOOD),
              Map.of(
                  "episodes.csv",
                  GOOD,
                  "header.csv",
                  HEADER,
                  "fees",
                  "child,from,to,weekly,provider,price_year\n"
                      + CHILD
                      + ",17/06/2015x,QQ9 7XZ,2015-06-17,8675309,QQ86YW\n"))) {
        String id = service.begin(FIELDS, files);
        assertThat(service.state(id)).as(files.keySet().toString()).isEqualTo("refused");
        assertThat(service.json("/api/cohorts/" + id).at("/report/problems")).isNotEmpty();
        assertNothingPersonalIsTold(service, id);
      }
      assertThat(service.post(Map.of("key", "QQ9 7XZ"), Map.of("episodes.csv", GOOD)).body())
          .satisfies(CohortPrivacyTest::assertNothingPersonal);
    }
    assertNothingPersonalIsKeptOrLogged();
  }

  @Test
  void norOfOneThatAStopCutsShortOrThatIsDeleted() throws Exception {
    try (CohortService service = new CohortService(folder)) {
      Map<String, String> files = Map.of("episodes.csv", GOOD, "header.csv", HEADER);
      String deleted = service.begin(FIELDS, files);
      assertThat(service.state(deleted)).isEqualTo("finished");
      assertThat(service.delete(deleted)).isEqualTo(204);
      service.begin(FIELDS, files);
    }
    assertNothingPersonalIsKeptOrLogged();
  }

  @Test
  void norOfOneThatIsOpenedAgainOrCannotBe() throws Exception {
    Map<String, String> files = Map.of("episodes.csv", GOOD, "header.csv", HEADER);
    String id;
    try (CohortService service = new CohortService(folder)) {
      id = service.begin(FIELDS, files);
      assertThat(service.state(id)).isEqualTo("finished");
    }
    try (CohortService service = new CohortService(folder)) {
      String histories = "/api/cohorts/" + id + "/histories";
      Map<String, String> otherBirth =
          Map.of("episodes.csv", GOOD, "header.csv", HEADER.replace("17/06", "18/06"));
      assertThat(service.json("/api/cohorts/" + id).at("/inMemory").booleanValue()).isFalse();
      HttpResponse<String> other = service.post(histories, FIELDS, otherBirth);
      assertThat(other.statusCode()).isEqualTo(400);
      assertNothingPersonal(other.body());
      assertThat(service.post("/api/cohorts/none/histories", FIELDS, files).statusCode())
          .isEqualTo(404);
      assertThat(service.json("/api/cohorts/" + id).at("/inMemory").booleanValue()).isFalse();
      assertThat(service.post(histories, FIELDS, files).statusCode()).isEqualTo(200);
      assertThat(service.json("/api/cohorts/" + id).at("/inMemory").booleanValue()).isTrue();
      assertNothingPersonalIsTold(service, id);
    }
    assertNothingPersonalIsKeptOrLogged();
  }

  /** Every answer, page and file of a cohort. */
  private void assertNothingPersonalIsTold(CohortService service, String id) throws Exception {
    String cohort = "/api/cohorts/" + id;
    String pseudonym = new Pseudonyms(KEY).of("Testshire", CHILD).toString();
    List<String> paths =
        new ArrayList<>(
            List.of("/api/cohorts", cohort, cohort + "/progress", cohort + "/findings"));
    paths.addAll(List.of(cohort + "/children", cohort + "/children/" + pseudonym));
    paths.addAll(List.of("/cohorts", "/cohorts/" + id, "/cohorts/" + id + "/children"));
    paths.add("/cohorts/" + id + "/children/" + pseudonym);
    for (String kind : List.of("costs", "processes", "staff")) {
      for (String format : List.of("json", "csv", "xlsx", "parquet")) {
        paths.add(cohort + "/costs?by=age,place-code&kind=" + kind + "&format=" + format);
      }
    }
    paths.addAll(
        List.of(
            cohort + "/explain",
            cohort + "/explain?figure=child-p50",
            cohort + "/children/" + pseudonym + "/explain",
            cohort + "/dearest",
            cohort + "/dearest/explain",
            cohort + "/roads",
            cohort + "/roads/explain",
            cohort + "/costs?kind=milestones&by=route",
            cohort + "/milestones/explain?milestone=return-home",
            "/cohorts/" + id + "/why?figure=total",
            "/cohorts/" + id + "/children/" + pseudonym + "/why"));
    for (String path : paths) {
      String body = service.anything(path);
      assertNothingPersonal(body);
      if (body.startsWith("PK")) {
        assertNothingPersonal(unzipped(body));
      }
    }
  }

  private String unzipped(String zip) throws IOException {
    StringBuilder all = new StringBuilder();
    Path file = Files.write(books.resolve("book.xlsx"), zip.getBytes(StandardCharsets.ISO_8859_1));
    try (ZipFile in = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        all.append(new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }

  private static void assertNothingPersonal(String text) {
    assertThat(text).doesNotContainIgnoringCase(PERSONAL.toArray(String[]::new));
  }

  private void assertNothingPersonalIsKeptOrLogged() throws IOException {
    List<Path> kept = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).forEach(kept::add);
    }
    assertThat(kept).isNotEmpty();
    for (Path file : kept) {
      byte[] bytes = Files.readAllBytes(file);
      assertNothingPersonal(new String(bytes, StandardCharsets.ISO_8859_1));
      assertNothingPersonal(new String(bytes, StandardCharsets.UTF_16BE));
    }
    assertThat(logs.list).isNotEmpty();
    for (ILoggingEvent event : List.copyOf(logs.list)) {
      assertNothingPersonal(event.getFormattedMessage());
      if (event.getThrowableProxy() != null) {
        assertNothingPersonal(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
  }
}
