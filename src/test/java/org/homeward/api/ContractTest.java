package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * openapi.yaml against what the compiler found in the controllers: neither has an operation or a
 * field that the other lacks, nor one of another type.
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
                                    parameters.add(
                                        map(p).get("name")
                                            + " in "
                                            + map(p).get("in")
                                            + (Boolean.TRUE.equals(map(p).get("required"))
                                                ? ", required"
                                                : "")));
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

  /** What every operation takes and answers, by status: media types with what their body is. */
  private static Map<String, Set<String>> bodies(Map<?, ?> document) {
    Map<String, Set<String>> found = new TreeMap<>();
    map(document.get("paths"))
        .forEach(
            (path, methods) ->
                map(methods)
                    .forEach(
                        (method, operation) -> {
                          String of = method + " " + path + " ";
                          found.put(of, content(map(operation).get("requestBody")));
                          map(map(operation).get("responses"))
                              .forEach((status, r) -> found.put(of + status, content(r)));
                        }));
    return found;
  }

  private static Set<String> content(@Nullable Object body) {
    Set<String> found = new TreeSet<>();
    map(map(body).get("content"))
        .forEach((type, of) -> found.add(type + " " + type(map(of).get("schema"))));
    return found;
  }

  /** The fields of every schema, with their types. */
  private static Map<String, Map<String, String>> schemas(Map<?, ?> document) {
    Map<String, Map<String, String>> found = new TreeMap<>();
    map(map(document.get("components")).get("schemas"))
        .forEach(
            (name, schema) -> {
              Map<String, String> fields = new TreeMap<>();
              map(map(schema).get("properties"))
                  .forEach((field, of) -> fields.put(field.toString(), type(of)));
              found.put(last(name), fields);
            });
    return found;
  }

  /** {@code Schema.field} of every field that is always there. */
  private static Set<String> required(Map<?, ?> document) {
    Set<String> found = new TreeSet<>();
    map(map(document.get("components")).get("schemas"))
        .forEach(
            (name, schema) -> {
              if (map(schema).get("required") instanceof Iterable<?> list) {
                list.forEach(field -> found.add(last(name) + "." + field));
              }
            });
    return found;
  }

  /** {@code string}, {@code [Schema]} for a list, {@code {Schema}} for a map. */
  private static String type(@Nullable Object schema) {
    Map<?, ?> of = map(schema);
    if (of.containsKey("$ref")) {
      return last(of.get("$ref"));
    }
    if (of.get("allOf") instanceof Iterable<?> all) {
      List<String> types = new ArrayList<>();
      all.forEach(one -> types.add(type(one)));
      types.removeIf(String::isEmpty);
      return String.join(" and ", types);
    }
    if (of.containsKey("items")) {
      return "[" + type(of.get("items")) + "]";
    }
    if (of.get("additionalProperties") instanceof Map<?, ?> values) {
      return "{" + type(values) + "}";
    }
    return Objects.toString(of.get("type"), "");
  }

  /** A nested class stands without the name of its owner. */
  private static String last(@Nullable Object name) {
    return String.valueOf(name).replaceAll(".*[./]", "");
  }

  @Test
  void theServiceAndItsContractDoNotDiffer() throws IOException {
    Map<?, ?> contract = yaml(Path.of("openapi.yaml"));
    Map<?, ?> found;
    try (var stream = ContractTest.class.getResourceAsStream("/META-INF/swagger/openapi.yml")) {
      found = new Yaml().load(stream);
    }
    assertThat(operations(contract)).isNotEmpty().isEqualTo(operations(found));
    assertThat(bodies(contract)).isEqualTo(bodies(found));
    assertThat(schemas(contract)).isEqualTo(schemas(found));
    assertThat(required(contract)).isNotEmpty().containsAll(required(found));
  }
}
