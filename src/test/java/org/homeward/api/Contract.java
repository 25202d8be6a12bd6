package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** openapi.yaml, which every answer is held against. */
final class Contract {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForSpecificationUrl(
              Path.of("openapi.yaml").toAbsolutePath().toString())
          .build();

  private Contract() {}

  /** The paths, with their operations. */
  static Set<Map.Entry<String, JsonNode>> paths() throws IOException {
    Object contract =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(Files.readString(Path.of("openapi.yaml")));
    return JSON.valueToTree(contract).at("/paths").properties();
  }

  /** The examples of what is JSON among what is taken or answered. */
  static List<JsonNode> examples(JsonNode content) {
    JsonNode json = content.path("application/json");
    List<JsonNode> examples = new ArrayList<>();
    if (json.has("example")) {
      examples.add(json.get("example"));
    }
    json.path("examples").forEach(e -> examples.add(e.get("value")));
    return examples;
  }

  /**
   * Fails where an answer is not as the contract says.
   *
   * @param path with or without a query
   * @param response with its body as text or bytes
   */
  static void holds(String method, String path, HttpResponse<?> response) {
    String body =
        response.body() instanceof byte[] bytes
            ? new String(bytes, StandardCharsets.UTF_8)
            : String.valueOf(response.body());
    holds(
        method,
        path,
        response.statusCode(),
        response.headers().firstValue("content-type").orElse(null),
        body);
  }

  /**
   * @param type of the body, or null if there is none
   */
  static void holds(String method, String path, int status, @Nullable String type, String body) {
    SimpleResponse.Builder answer = SimpleResponse.Builder.status(status);
    if (!body.isEmpty()) {
      answer.withBody(body);
    }
    if (type != null) {
      answer.withContentType(type);
    }
    assertThat(
            VALIDATOR
                .validateResponse(
                    path.replaceAll("\\?.*", ""), Request.Method.valueOf(method), answer.build())
                .getMessages())
        .as("%s %s → %d %.300s", method, path, status, body)
        .isEmpty();
  }
}
