package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.homeward.Databases;

/** The service of the tests of pages, started once for all of them, asked as a browser asks. */
final class Served {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final EmbeddedServer SERVER = start();

  private Served() {}

  private static EmbeddedServer start() {
    EmbeddedServer server = Databases.H2.serve();
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }

  static HttpRequest.Builder to(String address) {
    return HttpRequest.newBuilder(URI.create(SERVER.getURL() + address));
  }

  /** A page, or what the interface answers. */
  static HttpResponse<String> get(String address) {
    return get(address, HttpResponse.BodyHandlers.ofString());
  }

  static <T> HttpResponse<T> get(String address, HttpResponse.BodyHandler<T> body) {
    return send(
        to(address)
            .header(
                "Accept", address.startsWith("/api/") ? "application/json" : "text/html,*/*;q=0.8"),
        body);
  }

  /** What a form sends. */
  static HttpResponse<String> post(String address, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        to(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** What a program asks of the interface. */
  static HttpResponse<String> postJson(String address, String accept, String body) {
    return send(
        to(address)
            .header("Content-Type", "application/json")
            .header("Accept", accept)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Where a form that was accepted leads to. */
  static String location(HttpResponse<String> sent) {
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    return sent.headers().firstValue("Location").orElseThrow();
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return CLIENT.send(request.build(), body);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
