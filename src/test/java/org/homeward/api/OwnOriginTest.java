package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask this service for what, while it has no sign-in. */
class OwnOriginTest {

  private static final String POST = "POST /api/journeys/compare HTTP/1.1";

  private static EmbeddedServer server;

  @BeforeAll
  static void start() {
    Map<String, Object> properties = new HashMap<>(Databases.H2.properties());
    properties.put("micronaut.server.port", -1);
    properties.put("homeward.hosts", "homeward.testshire.example, other.example");
    properties.put("micronaut.server.host", "0.0.0.0"); // as an environment might have it
    server = ApplicationContext.run(EmbeddedServer.class, properties);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void onlyThisMachineIsListenedToWhateverHostIsConfigured() throws Exception {
    assertThat(server.getHost()).isEqualTo("127.0.0.1");
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress())
            .toList();
    for (InetAddress other : others) {
      try (Socket socket = new Socket()) {
        assertThatThrownBy(
                () -> socket.connect(new InetSocketAddress(other, server.getPort()), 2_000))
            .as(other.toString())
            .isInstanceOf(IOException.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "127.0.0.1:8080",
        "[::1]:8080",
        "Homeward.Testshire.example",
        "other.example:80"
      })
  void thisMachineAndTheNamesThatAreConfiguredAreAnswered(String host) {
    assertThat(ask("GET /processes HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example:8080", "localhost.evil.example"})
  void aForeignNameThatPointsHereIsRefusedInWords(String host) {
    assertThat(ask("GET /api/processes HTTP/1.1", "Host: " + host))
        .startsWith("HTTP/1.1 421")
        .contains("application/problem+json", "does not answer under this name", "HOMEWARD_HOSTS");
    assertThat(ask("GET /processes HTTP/1.1", "Host: " + host, "Accept: text/html"))
        .startsWith("HTTP/1.1 421")
        .contains("text/html", "does not answer under this name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Origin: https://evil.example",
        "Origin: http://localhost:9999",
        "Origin: null"
      })
  void aChangeThatAnotherSiteAsksForIsRefusedInWords(String header) {
    assertThat(ask(POST, "Host: localhost:8080", header))
        .startsWith("HTTP/1.1 403")
        .contains("A page of another site asked for a change here.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: same-origin",
        "Sec-Fetch-Site: none",
        "Origin: http://localhost:8080",
        "X-No: browser"
      })
  void ownPagesAndCallersThatAreNoBrowserReachTheController(String header) {
    assertThat(ask(POST, "Host: localhost:8080", header))
        .startsWith("HTTP/1.1 400")
        .contains("monthLength");
  }

  @Test
  void aLinkFromAnotherSiteMayBeFollowed() {
    assertThat(ask("GET / HTTP/1.1", "Host: localhost", "Sec-Fetch-Site: cross-site"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void everyAnswerKeepsToItself() {
    assertThat(
            ask("GET /pages/homeward.css HTTP/1.1", "Host: localhost")
                .toLowerCase(java.util.Locale.ROOT))
        .contains(
            "content-security-policy: default-src 'none'",
            "x-content-type-options: nosniff",
            "cross-origin-resource-policy: same-origin");
  }

  /** By hand, because clients do not let one choose the host. */
  private static String ask(String line, String... headers) {
    String body = line.startsWith("POST") ? "{}" : "";
    String request =
        line
            + "\r\n"
            + String.join("\r\n", headers)
            + (body.isEmpty() ? "" : "\r\nContent-Type: application/json\r\nContent-Length: 2")
            + "\r\nConnection: close\r\n\r\n"
            + body;
    try (Socket socket = new Socket("127.0.0.1", server.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
