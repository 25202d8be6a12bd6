package org.homeward.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;

/** As what a report can be had. */
enum ReportFormat {
  HTML(MediaType.TEXT_HTML),
  XLSX(ReportFormat.XLSX_TYPE),
  DOCX(ReportFormat.DOCX_TYPE);

  static final String XLSX_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  static final String DOCX_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final String type;

  ReportFormat(String type) {
    this.type = type;
  }

  String type() {
    return type;
  }

  /** How the name of such a file ends. */
  String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * As {@code format} asks, else as the caller accepts, else as a page.
   *
   * @throws InputException if there is no such format
   */
  static ReportFormat of(HttpRequest<?> request) {
    String asked = request.getParameters().get("format");
    if (asked == null) {
      return Arrays.stream(values())
          .filter(f -> Accepted.type(request, f.type))
          .findFirst()
          .orElse(HTML);
    }
    return Arrays.stream(values())
        .filter(f -> f.ending().equals(asked))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    Problem.of(
                        "format",
                        asked,
                        "There is no report of this format.",
                        "Use "
                            + Arrays.stream(values())
                                .map(ReportFormat::ending)
                                .collect(Collectors.joining(", "))
                            + ".")));
  }
}
