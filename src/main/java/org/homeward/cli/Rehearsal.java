package org.homeward.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Starts the service on an empty store, asks what a first visitor asks, and ends. The launcher runs
 * it once after a build under {@code -XX:ArchiveClassesAtExit}: a start that finds its classes in
 * that archive takes about half the time.
 */
@Command(name = "rehearse", hidden = true, description = "Start, answer once, and end.")
final class Rehearsal implements Runnable {

  private static final List<String> VISIT =
      List.of(
          "/", "/api/comparisons?pathways=foster-in-house,adoption&ageAtStart=2&start=2025-04-01");

  @Parameters(paramLabel = "FOLDER", description = "An empty folder, for the store")
  private Path folder = Path.of("");

  @Override
  public void run() {
    Map<String, Object> properties =
        Map.of("homeward.data", folder.toString(), "micronaut.server.port", -1);
    try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, properties)) {
      HttpClient visitor = HttpClient.newHttpClient();
      for (String path : VISIT) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.getURL() + path)).build();
        int status = visitor.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
          throw new IllegalStateException(path + " was answered with " + status);
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The rehearsal was interrupted", e);
    }
  }
}
