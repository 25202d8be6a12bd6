package org.homeward.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.JsonErrorResponseBodyProvider;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;

/** An error as it travels: problem details (RFC 9457), with every problem of the request. */
@Serdeable
record ProblemResponse(
    String type, String title, int status, String instance, List<Detail> errors) {

  static final String MEDIA_TYPE = "application/problem+json";

  /** The fields that name something; where there is no such thing the answer is 404. */
  private static final Set<String> NAMES_SOMETHING = Set.of("id", "catalogue");

  /** One problem: the field, the value that was sent, why it cannot be used, what to do. */
  @Serdeable
  record Detail(String field, @Nullable String value, String reason, String remedy) {
    static Detail of(Problem p) {
      return new Detail(p.where(), p.value(), p.reason(), p.remedy());
    }
  }

  static ProblemResponse of(HttpStatus status, String path, List<Detail> errors) {
    return new ProblemResponse("about:blank", status.getReason(), status.getCode(), path, errors);
  }

  static HttpResponse<ProblemResponse> answer(HttpStatus status, String path, List<Detail> errors) {
    return HttpResponse.<ProblemResponse>status(status)
        .contentType(MediaType.of(MEDIA_TYPE))
        .body(of(status, path, errors));
  }

  /** Refuses what would have to wait too long. */
  static HttpResponse<ProblemResponse> tooMany(String path, String reason, String remedy) {
    return answer(
        HttpStatus.TOO_MANY_REQUESTS, path, List.of(new Detail("service", null, reason, remedy)));
  }

  /** Turns what the domain and the readers refuse into one answer that lists all. */
  @Singleton
  static class InputExceptionHandler
      implements ExceptionHandler<InputException, HttpResponse<ProblemResponse>> {
    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<ProblemResponse> handle(HttpRequest request, InputException exception) {
      boolean missing =
          exception.problems().stream().allMatch(p -> NAMES_SOMETHING.contains(p.where()));
      HttpStatus status = missing ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST;
      List<Detail> details = exception.problems().stream().map(Detail::of).toList();
      return answer(status, request.getPath(), details);
    }
  }

  /**
   * The same form for what the framework refuses: unknown paths, wrong methods, bodies that are no
   * JSON.
   */
  @Singleton
  static class Provider implements JsonErrorResponseBodyProvider<ProblemResponse> {
    @Override
    public ProblemResponse body(ErrorContext context, HttpResponse<?> response) {
      HttpStatus status = HttpStatus.valueOf(response.code());
      Detail detail = Detail.of(Refusal.of(status, context.getRequest()));
      return of(status, context.getRequest().getPath(), List.of(detail));
    }

    @Override
    public String contentType() {
      return MEDIA_TYPE;
    }
  }
}
