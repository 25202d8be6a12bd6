package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * openapi.yaml against what the compiler found in the controllers: neither has an operation or a
 * field that the other lacks.
 */
class ContractTest {

  private static Map<?, ?> yaml(Path path) throws IOException {
    try (Reader reader = Files.newBufferedReader(path)) {
      return new Yaml().load(reader);
    }
  }

  private static Map<?, ?> map(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  /** Method, path, parameters and statuses of every operation. */
  private static Set<String> operations(Map<?, ?> document) {
    Set<String> found = new TreeSet<>();
    map(document.get("paths"))
        .forEach(
            (path, methods) ->
                map(methods)
                    .forEach(
                        (method, operation) -> {
                          Set<String> parameters = new TreeSet<>();
                          if (map(operation).get("parameters") instanceof Iterable<?> list) {
                            list.forEach(
                                p ->
                                    parameters.add(map(p).get("name") + " in " + map(p).get("in")));
                          }
                          Set<String> statuses = new TreeSet<>();
                          map(map(operation).get("responses"))
                              .keySet()
                              .forEach(s -> statuses.add(s.toString()));
                          found.add(
                              method
                                  + " "
                                  + path
                                  + " "
                                  + map(operation).get("operationId")
                                  + " "
                                  + parameters
                                  + " "
                                  + statuses);
                        }));
    return found;
  }

  /** The fields of every schema; a nested class stands without the name of its owner. */
  private static Map<String, Set<String>> schemas(Map<?, ?> document) {
    Map<String, Set<String>> found = new TreeMap<>();
    map(map(document.get("components")).get("schemas"))
        .forEach(
            (name, schema) -> {
              Set<String> fields = new TreeSet<>();
              map(map(schema).get("properties")).keySet().forEach(f -> fields.add(f.toString()));
              found.put(name.toString().replaceAll(".*\\.", ""), fields);
            });
    return found;
  }

  @Test
  void theServiceAndItsContractDoNotDiffer() throws IOException {
    Map<?, ?> contract = yaml(Path.of("openapi.yaml"));
    Map<?, ?> found;
    try (var stream = ContractTest.class.getResourceAsStream("/META-INF/swagger/openapi.yml")) {
      found = new Yaml().load(stream);
    }
    assertThat(operations(contract)).isNotEmpty().isEqualTo(operations(found));
    assertThat(schemas(contract)).isEqualTo(schemas(found));
  }
}
