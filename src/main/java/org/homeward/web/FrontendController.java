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
 * Styles and script of GOV.UK Frontend, and no other of its files: its typeface, crest and icons
 * are licensed for the services of GOV.UK only, so none is served, and no rule names one.
 */
@Hidden
@Controller("/pages")
class FrontendController {

  private static final String OWN_TYPEFACES =
      "\"Helvetica Neue\",Arial,\"Liberation Sans\",sans-serif";

  private final String styles;
  private final String script;

  FrontendController(ResourceResolver resources, @Value("${homeward.frontend}") String folder) {
    styles = ours(read(resources, folder + "/govuk-frontend.min.css"));
    script = read(resources, folder + "/govuk-frontend.min.js");
  }

  private static String read(ResourceResolver resources, String path) {
    try (InputStream file = resources.getResourceAsStream(path).orElseThrow()) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("GOV.UK Frontend cannot be read", e);
    }
  }

  private static String ours(String css) {
    return css.replaceAll("@font-face\\s*\\{[^}]*\\}", "")
        .replaceAll("url\\(\"?/assets/[^)]*\\)", "none")
        .replace("GDS Transport,arial,sans-serif", OWN_TYPEFACES);
  }

  @Get("/govuk-frontend.css")
  @Produces("text/css")
  HttpResponse<String> styles() {
    return kept(styles);
  }

  @Get("/govuk-frontend.js")
  @Produces("text/javascript")
  HttpResponse<String> script() {
    return kept(script);
  }

  private static HttpResponse<String> kept(String text) {
    return HttpResponse.ok(text).header(HttpHeaders.CACHE_CONTROL, "max-age=3600");
  }
}
