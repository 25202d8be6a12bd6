package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.homeward.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client that a well-kept generator makes from openapi.yaml compiles, and its calls are answered
 * by the running service.
 */
@Tag("slow")
class GeneratedClientTest {

  /** The current version of the catalogue. */
  private static final @Nullable String ANY = null;

  @TempDir private Path classes;

  @Test
  void theGeneratedClientCompilesAndCallsTheService() throws Exception {
    compile(Path.of("target/client/src/main/java"));
    try (EmbeddedServer server = Databases.H2.serve();
        URLClassLoader loader =
            new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> client = loader.loadClass("homeward.client.ApiClient");
      Object apiClient = client.getConstructor().newInstance();
      client.getMethod("updateBaseUri", String.class).invoke(apiClient, server.getURL().toString());
      Object processes =
          loader
              .loadClass("homeward.client.api.ProcessesApi")
              .getConstructor(client)
              .newInstance(apiClient);
      List<?> list =
          (List<?>)
              processes.getClass().getMethod("listProcesses", String.class).invoke(processes, ANY);
      assertThat(list).hasSizeGreaterThanOrEqualTo(20);
      Object review = list.stream().filter(p -> id(p).equals("review")).findFirst().orElseThrow();
      assertThat(review.getClass().getMethod("getUnitCost").invoke(review).toString()).isNotBlank();
      Object reference =
          loader
              .loadClass("homeward.client.api.ReferenceApi")
              .getConstructor(client)
              .newInstance(apiClient);
      Object stamp =
          reference.getClass().getMethod("getCatalogue", String.class).invoke(reference, ANY);
      assertThat(stamp.getClass().getMethod("getService").invoke(stamp)).isEqualTo("Homeward");
    }
  }

  private static Object id(Object process) {
    try {
      return process.getClass().getMethod("getId").invoke(process);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void compile(Path sources) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> found = Files.walk(sources)) {
      List<Path> java = found.filter(p -> p.toString().endsWith(".java")).toList();
      assertThat(java).isNotEmpty();
      List<String> options =
          List.of(
              "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
  }
}
