package org.homeward.web;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The styles of GOV.UK Frontend without its typeface, which is licensed for the services of GOV.UK
 * only: no page asks for it, and no rule names it.
 */
@Hidden
@Controller("/pages/govuk-frontend.css")
class StylesController {

  private static final String OWN_TYPEFACES =
      "\"Helvetica Neue\",Arial,\"Liberation Sans\",sans-serif";

  private final String styles;

  StylesController(
      ResourceResolver resources,
      @Value("${micronaut.router.static-resources.govuk.paths}") String folder) {
    try (InputStream file =
        resources.getResourceAsStream(folder + "/govuk-frontend.min.css").orElseThrow()) {
      styles = withoutTypeface(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The styles of the program cannot be read", e);
    }
  }

  private static String withoutTypeface(String css) {
    return css.replaceAll("@font-face\\s*\\{[^}]*\\}", "")
        .replace("GDS Transport,arial,sans-serif", OWN_TYPEFACES);
  }

  @Get
  @Produces("text/css")
  HttpResponse<String> styles() {
    return HttpResponse.ok(styles).header(HttpHeaders.CACHE_CONTROL, "max-age=3600");
  }
}
