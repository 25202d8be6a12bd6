package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.homeward.Jvm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A service with 256 MB of heap that ends at the first lack of memory: large files are loaded,
 * files made to burst it are refused, and nothing of them is left.
 */
class BoundedMemoryTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int LONGEST_START = 60_000;

  @TempDir private static Path folder;
  private static Process service;
  private static String root;

  @BeforeAll
  static void start() throws Exception {
    int port = freePort();
    root = "http://127.0.0.1:" + port;
    service =
        Jvm.start(
            folder.resolve("data"),
            "256m",
            folder.resolve("out"),
            folder.resolve("err"),
            List.of("-Dmicronaut.server.port=" + port));
    long begun = System.currentTimeMillis();
    while (!isUp()) {
      assertThat(System.currentTimeMillis() - begun).isLessThan(LONGEST_START);
      Thread.sleep(100);
    }
  }

  @AfterAll
  static void stop() throws InterruptedException {
    service.destroy();
    service.waitFor();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean isUp() throws Exception {
    assertThat(service.isAlive()).as(Files.readString(folder.resolve("err"))).isTrue();
    try {
      return get("/health").statusCode() == 200;
    } catch (ConnectException e) {
      return false;
    }
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(root + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> send(String path, Path file) throws Exception {
    String head = "";
    for (Map.Entry<String, String> field :
        Map.of("title", file.getFileName().toString(), "method", "online-survey").entrySet()) {
      head +=
          "--B\r\nContent-Disposition: form-data; name=\""
              + field.getKey()
              + "\"\r\n\r\n"
              + field.getValue()
              + "\r\n";
    }
    head +=
        "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n";
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Content-Type", "multipart/form-data; boundary=B")
            .POST(
                HttpRequest.BodyPublishers.concat(
                    HttpRequest.BodyPublishers.ofString(head),
                    HttpRequest.BodyPublishers.ofFile(file),
                    HttpRequest.BodyPublishers.ofString("\r\n--B--\r\n")))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Answers of as many respondents, so that what is remembered of them is as much as can be. */
  static Path answers(Path file, int rows) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("respondent,process,task,role,category,minutes\n");
      for (int i = 1; i <= rows; i++) {
        out.write(
            String.format(
                "R%07d,review,invite,administrator,indirect,%d.%02d%n", i, i % 240, i % 100));
      }
    }
    return file;
  }

  @Test
  void aHundredThousandRowsAreLoadedWithPerCentAndRowsOnTheWay() throws Exception {
    load(100_000);
  }

  @Test
  @Tag("slow")
  void aMillionRowsAreLoadedAndOneMoreIsRefused() throws Exception {
    load(1_000_000);
    HttpResponse<String> refused =
        send("/api/surveys/check", answers(folder.resolve("more.csv"), 1_000_001));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("more than 1000000 rows");
  }

  private static void load(int rows) throws Exception {
    HttpResponse<String> begun =
        send("/api/surveys?wait=0", answers(folder.resolve(rows + ".csv"), rows));
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    JsonNode job = JSON.readTree(begun.body());
    String path = begun.headers().firstValue("Location").orElseThrow();
    long mostRows = 0;
    int states = 0;
    while (job.at("/status").asText().equals("running")) {
      assertThat(job.at("/percent").asInt()).isBetween(0, 100);
      states += job.at("/rows").asLong() == mostRows ? 0 : 1;
      mostRows = job.at("/rows").asLong();
      Thread.sleep(50);
      job = JSON.readTree(get(path).body());
    }
    assertThat(job.at("/status").asText()).as(job.toString()).isEqualTo("loaded");
    assertThat(job.at("/load/survey/answers").asInt()).isEqualTo(rows);
    assertThat(job.at("/load/survey/respondents").asInt()).isEqualTo(rows);
    assertThat(states).as("changes that were seen on the way").isGreaterThan(2);
    String id = job.at("/load/survey/id").asText();
    CLIENT.send(
        HttpRequest.newBuilder(URI.create(root + "/api/surveys/" + id)).DELETE().build(),
        HttpResponse.BodyHandlers.discarding());
  }

  static Stream<Map.Entry<String, Bombs.Bomb>> bombs() {
    return Bombs.all().entrySet().stream();
  }

  /** One of each kind, the ones that are made fastest. */
  static Stream<Map.Entry<String, Bombs.Bomb>> someBombs() {
    return bombs()
        .filter(
            b ->
                List.of(
                        "a row of five million cells",
                        "names without end",
                        "eight million shared texts",
                        "30 MB of quotes")
                    .contains(b.getKey()));
  }

  @ParameterizedTest
  @MethodSource("someBombs")
  void aFileMadeToBurstTheServiceIsRefusedAndLeavesNothing(Map.Entry<String, Bombs.Bomb> bomb)
      throws Exception {
    refuses(bomb);
  }

  @ParameterizedTest
  @Tag("slow")
  @MethodSource("bombs")
  void soIsEveryOtherKind(Map.Entry<String, Bombs.Bomb> bomb) throws Exception {
    refuses(bomb);
  }

  private static void refuses(Map.Entry<String, Bombs.Bomb> bomb) throws Exception {
    Path file = folder.resolve("bomb");
    bomb.getValue().write(file);
    int before = JSON.readTree(get("/api/surveys").body()).size();
    for (String path : List.of("/api/surveys?wait=30", "/api/surveys/marked-up")) {
      HttpResponse<String> answer = send(path, file);
      assertThat(answer.statusCode()).as(path + " " + answer.body()).isIn(400, 413);
      assertThat(answer.body()).contains("reason").contains("remedy");
    }
    assertThat(JSON.readTree(get("/api/surveys").body())).hasSize(before);
    assertThat(isUp()).isTrue();
    try (Stream<Path> left = Files.list(folder.resolve("data/tmp"))) {
      assertThat(left.filter(p -> p.getFileName().toString().startsWith("homeward-"))).isEmpty();
    }
  }
}
