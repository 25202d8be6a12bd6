package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The service with a store in a folder, asked about cohorts; each answer is held to the contract.
 */
final class CohortService implements AutoCloseable {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  final EmbeddedServer server;

  CohortService(Path folder) {
    this(folder, Map.of());
  }

  /**
   * @param database where its store is, if not in the folder
   */
  CohortService(Path folder, Map<String, Object> database) {
    Map<String, Object> properties = new HashMap<>(database);
    properties.put("homeward.data", folder.toString());
    properties.put("micronaut.server.port", -1);
    server = ApplicationContext.run(EmbeddedServer.class, properties);
  }

  @Override
  public void close() {
    server.close();
  }

  /** Sends returns and says under which id. */
  String begin(Map<String, String> fields, Map<String, String> files) throws Exception {
    HttpResponse<String> begun = post(fields, files);
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    return JSON.readTree(begun.body()).path("id").asText();
  }

  /** The same, and waits for its end: the state. */
  String state(String id) throws Exception {
    assertThat(get("/api/cohorts/" + id + "/progress").statusCode()).isEqualTo(200); // to its end
    return json("/api/cohorts/" + id).path("state").asText();
  }

  /** A file of the part {@code files}, but where its name is {@code fees}. */
  HttpResponse<String> post(Map<String, String> fields, Map<String, String> files)
      throws Exception {
    return post("/api/cohorts", fields, files);
  }

  /** The same to where a cohort is opened again, or to a page. */
  HttpResponse<String> post(String path, Map<String, String> fields, Map<String, String> files)
      throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            write(body, "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value));
    files.forEach(
        (name, text) ->
            write(
                body,
                "Content-Disposition: form-data; name=\""
                    + (name.equals("fees") ? "fees" : "files")
                    + "\"; filename=\""
                    + name
                    + "\"\r\nContent-Type: text/csv\r\n\r\n"
                    + text));
    body.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    if (path.startsWith("/api/")) {
      Contract.holds("POST", path, response);
    }
    return response;
  }

  private static void write(ByteArrayOutputStream body, String part) {
    body.writeBytes(("--b\r\n" + part + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private URI uri(String path) {
    return server.getURI().resolve(path);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(
        request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
  }

  HttpResponse<String> get(String path) throws Exception {
    HttpResponse<String> response =
        CLIENT.send(
            HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    if (!path.endsWith("/progress") && !path.contains("format=")) {
      Contract.holds("GET", path, response);
    }
    return response;
  }

  JsonNode json(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  /** Whatever is answered, a page or a file, as bytes that are letters, each of its own. */
  String anything(String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)).header("Accept", "*/*")).body();
  }

  String page(String path) throws Exception {
    HttpResponse<String> response =
        CLIENT.send(
            HttpRequest.newBuilder(uri(path)).header("Accept", "text/html").build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(path + response.body()).isEqualTo(200);
    return response.body();
  }

  int cancel(String id) throws Exception {
    HttpResponse<String> response =
        CLIENT.send(
            HttpRequest.newBuilder(uri("/api/cohorts/" + id + "/cancel"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    Contract.holds("POST", "/api/cohorts/" + id + "/cancel", response);
    return response.statusCode();
  }

  int delete(String id) throws Exception {
    return send(HttpRequest.newBuilder(uri("/api/cohorts/" + id)).DELETE()).statusCode();
  }
}
