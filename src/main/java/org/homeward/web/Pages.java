package org.homeward.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Supplier;
import org.homeward.problem.InputException;

/** Pages made of templates, each with the headers that keep it to itself. */
@Singleton
class Pages {

  /** Nothing but the program's own styles and pictures; no script at all. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  MutableHttpResponse<String> page(HttpStatus status, String template, Map<String, Object> model) {
    StringOutput text = new StringOutput(64_000);
    engine.render(template, model, text);
    return HttpResponse.<String>status(status)
        .body(text.toString())
        .contentType(new MediaType("text/html;charset=utf-8"))
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer");
  }

  /** The page, or where what was asked for cannot be had, one that says why. */
  HttpResponse<String> orProblems(Supplier<HttpResponse<String>> page) {
    try {
      return page.get();
    } catch (InputException e) {
      boolean missing =
          e.problems().stream()
              .anyMatch(p -> p.where().equals("pathway") || p.where().equals("process"));
      return page(
          missing ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST,
          "problems.jte",
          Map.of("problems", e.problems()));
    }
  }
}
