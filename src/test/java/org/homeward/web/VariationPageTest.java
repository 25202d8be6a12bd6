package org.homeward.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.homeward.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cost books side by side on a page. */
class VariationPageTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String PAGE = "/cost-books/england-illustrative-1/variations";

  private static EmbeddedServer server;

  @BeforeAll
  static void start() throws Exception {
    server = Databases.H2.serve();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.getURL() + path))
            .header("Accept", body.isEmpty() ? "text/html" : "application/json")
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aBookWithDearerFeesStandsBesideItsOriginWithWhatExplainsTheDifference() throws Exception {
    assertThat(send("GET", PAGE, "").body()).contains("There is no other book yet");
    send(
        "POST",
        "/api/cost-books",
        "{\"copyOf\": \"england-illustrative\", \"name\": \"Besideshire\", \"by\": \"t\", \"reason\": \"t\"}");
    HttpResponse<String> edited =
        send(
            "POST",
            "/api/cost-books/besideshire-1/edits",
            """
            {"edition": 1, "by": "t", "reason": "dearer",
             "changes": [{"path": "fees/*/*/*/*/*/amount", "operation": "multiply", "value": 1.5}]}
            """);
    assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
    String question =
        PAGE + "?others=besideshire-1&pathways=foster-in-house&pathways=adoption&ages=2%2C9";
    String page = send("GET", question, "").body();
    assertThat(page)
        .contains("What each route costs to the 18th birthday")
        .contains("Why the routes cost more or less than by the first book")
        .contains("Besideshire (besideshire-1)")
        .contains("Spread");
    String csv = send("GET", question + "&download=why-routes.csv", "").body();
    assertThat(csv.lines().count()).isEqualTo(5); // two routes at two ages, and the heading
    assertThat(csv.lines().findFirst().orElseThrow()).endsWith("Difference,Fees");
    csv.lines()
        .skip(1)
        .map(l -> l.split(","))
        .forEach(c -> assertThat(c[c.length - 1]).isEqualTo(c[c.length - 2]).isNotEqualTo("0.00"));
  }

  @Test
  void whatIsTypedWronglyIsToldAtItsField() throws Exception {
    HttpResponse<String> refused =
        send("GET", PAGE + "?others=england-illustrative-1&ages=two&pathways=nowhere", "");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("Give whole years from 0 to 25").contains("Error:");
  }
}
