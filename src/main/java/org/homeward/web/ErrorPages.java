package org.homeward.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.HtmlErrorResponseBodyProvider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.homeward.api.Refusal;

/** What the service refuses on its own, told to a browser as a page. */
@Singleton
class ErrorPages implements HtmlErrorResponseBodyProvider {

  private final Pages pages;

  ErrorPages(Pages pages) {
    this.pages = pages;
  }

  @Override
  public String body(ErrorContext context, HttpResponse<?> response) {
    return pages.text(
        "problems.jte",
        Map.of(
            "problems",
            List.of(Refusal.of(HttpStatus.valueOf(response.code()), context.getRequest()))));
  }
}
