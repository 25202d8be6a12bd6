package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** openapi.yaml, which every answer is held against. */
final class Contract {

  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForSpecificationUrl(
              Path.of("openapi.yaml").toAbsolutePath().toString())
          .build();

  private Contract() {}

  static void holds(String method, String path, HttpResponse<String> response) {
    SimpleResponse.Builder answer =
        SimpleResponse.Builder.status(response.statusCode()).withBody(response.body());
    response.headers().firstValue("content-type").ifPresent(answer::withContentType);
    ValidationReport report =
        VALIDATOR.validateResponse(
            path.replaceAll("\\?.*", ""), Request.Method.valueOf(method), answer.build());
    assertThat(report.getMessages())
        .as(method + " " + path + " → " + response.statusCode() + " " + response.body())
        .isEmpty();
  }
}
