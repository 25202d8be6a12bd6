package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** openapi.yaml, which every answer is held against. */
final class Contract {

  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForSpecificationUrl(
              Path.of("openapi.yaml").toAbsolutePath().toString())
          .build();

  private Contract() {}

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
