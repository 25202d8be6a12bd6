package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.homeward.Databases;

/** A running service to ask over HTTP; every answer is held against openapi.yaml. */
final class Asked implements AutoCloseable {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final HttpClient client = HttpClient.newHttpClient();
  private final EmbeddedServer server;

  Asked() {
    this(Databases.H2.serve());
  }

  /** Of a service that is running; it ends with this. */
  Asked(EmbeddedServer server) {
    this.server = server;
  }

  JsonNode get(String path, int status) {
    return send(HttpRequest.newBuilder(uri(path)), "GET", path, status);
  }

  JsonNode post(String path, String body, int status) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        "POST",
        path,
        status);
  }

  /** The id of a draft of this name, begun as a copy of the shipped book. */
  String draft(String name) {
    return post(
            "/api/cost-books",
            """
            {"copyOf": "england-illustrative", "name": "%s", "by": "finance-officer", "reason": "our own figures"}
            """
                .formatted(name),
            201)
        .get("id")
        .asText();
  }

  /** Nothing is answered where it is gone. */
  void delete(String path, int status) {
    try {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(uri(path)).DELETE().build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The id of a finished cohort of invented children, numbered within the rows.
   *
   * @param episodes rows of the return below its heading
   */
  String cohort(String episodes) {
    String body =
        field("key", "a key of a test of cohorts")
            + field("authority", "Testshire")
            + returns(
                "episodes.csv",
                "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
                    + episodes)
            + returns(
                "header.csv",
                "CHILD,SEX,DOB,ETHNIC\n"
                    + episodes
                        .lines()
                        .map(r -> r.replaceAll(",.*", ""))
                        .distinct()
                        .map(c -> c + ",2,01/05/2020,WBRI\n")
                        .collect(java.util.stream.Collectors.joining()))
            + "--b--\r\n";
    String id =
        send(
                HttpRequest.newBuilder(uri("/api/cohorts"))
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(HttpRequest.BodyPublishers.ofString(body)),
                "POST",
                "/api/cohorts",
                202)
            .at("/id")
            .asText();
    bytes("/api/cohorts/" + id + "/progress"); // ends when the cohort is finished
    return id;
  }

  private static String field(String name, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  private static String returns(String name, String text) {
    return "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
        + name
        + "\"\r\nContent-Type: text/csv\r\n\r\n"
        + text
        + "\r\n";
  }

  /** What is sent where nothing is said of what is accepted, for instance a document. */
  byte[] bytes(String path) {
    try {
      HttpResponse<byte[]> response =
          client.send(
              HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      return response.body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The status with which JSON is taken, whatever is answered. */
  int status(String path, String body) {
    return answer(path, body).statusCode();
  }

  /** What is answered to JSON, also where it is refused. */
  HttpResponse<String> answer(String path, String body) {
    try {
      return client.send(
          HttpRequest.newBuilder(uri(path))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A multipart form: the file as {@code file}, and fields beside it. */
  JsonNode postFile(
      String path, String fileName, byte[] content, Map<String, String> fields, int status) {
    String boundary = "----homeward-test";
    var body = new java.io.ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            body.writeBytes(
                utf8(
                    "--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\""
                        + name
                        + "\"\r\n\r\n"
                        + value
                        + "\r\n")));
    body.writeBytes(
        utf8(
            "--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
    body.writeBytes(content);
    body.writeBytes(utf8("\r\n--" + boundary + "--\r\n"));
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())),
        "POST",
        path,
        status);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private URI uri(String path) {
    return URI.create(server.getURL() + path);
  }

  private JsonNode send(HttpRequest.Builder request, String method, String path, int status) {
    try {
      HttpResponse<String> response =
          client.send(
              request.header("Accept", "application/json").build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
      Contract.holds(method, path, response);
      return JSON.readTree(response.body());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
