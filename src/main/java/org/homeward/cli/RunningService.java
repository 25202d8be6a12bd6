package org.homeward.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.intake.Progress;
import org.homeward.intake.SurveyFile;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The service of this machine, where it runs: it has the store open, so commands go through it. */
final class RunningService {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final int POLL_MILLIS = 200;

  /** Characters of a SHA-256. */
  private static final int HASH = 64;

  private final String root;
  private final HttpClient client = HttpClient.newHttpClient();

  RunningService(int port) {
    root = "http://127.0.0.1:" + port;
  }

  /** Whether a service of this name answers: nothing is sent to another that has the port. */
  boolean answers() {
    try {
      HttpResponse<String> catalogue =
          client.send(
              HttpRequest.newBuilder(URI.create(root + "/api/catalogue")).timeout(SOON).build(),
              HttpResponse.BodyHandlers.ofString());
      return catalogue.statusCode() == 200
          && JSON.readTree(catalogue.body()).at("/catalogue").asText().length() == HASH;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /**
   * Sends a file and waits for the end of its load.
   *
   * @return what was done, in words
   * @throws InputException with every problem, if it is refused
   */
  String load(SurveyFile file, Map<String, String> fields, Progress progress) {
    String boundary = UUID.randomUUID().toString();
    JsonNode answer =
        send(
            HttpRequest.newBuilder(URI.create(root + "/api/surveys?wait=0"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body(file, fields, boundary))
                .build());
    while (answer.path("status").asText().equals("running")) {
      progress.at(
          Progress.Stage.valueOf(answer.path("stage").asText().toUpperCase(Locale.ROOT)),
          answer.path("percent").asInt(),
          answer.path("rows").asLong());
      pause();
      answer =
          send(
              HttpRequest.newBuilder(URI.create(root + "/api/jobs/" + answer.path("id").asText()))
                  .build());
    }
    refuseIfAny(answer);
    JsonNode load = answer.hasNonNull("load") ? answer.path("load") : answer;
    String id = load.at("/survey/id").asText();
    if (id.isEmpty()) {
      throw gone("The service could not load the file, by a fault of its own; nothing was kept.");
    }
    return told(load.path("fresh").asBoolean(), id, load.at("/survey/answers").asLong());
  }

  /**
   * The files of a version of the catalogue.
   *
   * @param asked the id or name of a cost book, or a hash
   * @throws InputException if there is none
   */
  CatalogueFiles catalogue(String asked) {
    String query = URLEncoder.encode(asked, StandardCharsets.UTF_8);
    JsonNode answer =
        send(
            HttpRequest.newBuilder(URI.create(root + "/api/catalogue/files?catalogue=" + query))
                .build());
    refuseIfAny(answer);
    SortedMap<String, String> texts = new TreeMap<>();
    answer.path("files").properties().forEach(f -> texts.put(f.getKey(), f.getValue().asText()));
    return new CatalogueFiles(texts);
  }

  /** What was done, in words. */
  static String told(boolean fresh, String id, long answers) {
    return fresh
        ? String.format(Locale.UK, "Loaded %s: %,d answers.", id, answers)
        : "The same file is loaded already, as " + id + "; nothing was added.";
  }

  private JsonNode send(HttpRequest request) {
    try {
      return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw gone("The service stopped answering, so it is not known whether the file was kept.");
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private InputException gone(String reason) {
    return new InputException(
        Problem.of(
            "service",
            root,
            reason,
            "See what the service logged, and send the file again: it is never kept twice."));
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("Interrupted while waiting for the service", e);
  }

  private static void refuseIfAny(JsonNode answer) {
    List<Problem> problems = new ArrayList<>();
    for (JsonNode e : answer.path("errors")) {
      problems.add(
          new Problem(
              e.path("field").asText(),
              text(e.path("value")),
              e.path("reason").asText(),
              e.path("remedy").asText()));
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
  }

  private static @Nullable String text(JsonNode node) {
    return node.isNull() || node.isMissingNode() ? null : node.asText();
  }

  private static BodyPublisher body(SurveyFile file, Map<String, String> fields, String boundary) {
    StringBuilder head = new StringBuilder();
    fields.forEach(
        (name, value) ->
            head.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
    head.append("--")
        .append(boundary)
        .append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
        .append(file.name().replace("\"", "'"))
        .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    try {
      return BodyPublishers.concat(
          BodyPublishers.ofString(head.toString()),
          BodyPublishers.ofFile(file.path()),
          BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    } catch (IOException e) {
      throw new UncheckedIOException("The file cannot be read", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }
}
