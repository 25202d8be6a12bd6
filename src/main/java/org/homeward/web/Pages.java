package org.homeward.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.uri.UriBuilder;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Pages made of templates, and their tables and pictures as files. */
@Singleton
class Pages {

  private static final MediaType HTML = new MediaType("text/html;charset=utf-8");

  /** What an address names; where there is none of it, the page is not found. */
  private static final Set<String> THINGS =
      Set.of(
          "pathway",
          "figure",
          "process",
          "survey",
          "exclusion",
          "set",
          "load",
          "estimateSet",
          "id",
          "path");

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  MutableHttpResponse<String> page(HttpStatus status, String template, Map<String, Object> model) {
    return HttpResponse.<String>status(status).body(text(template, model)).contentType(HTML);
  }

  String text(String template, Map<String, Object> model) {
    StringOutput text = new StringOutput(64_000);
    engine.render(template, model, text);
    return text.toString();
  }

  /**
   * The page, or the one of its exhibits that the address asks for as a file. The template takes
   * its {@link Place} as {@code place}: the address of the request, unless the model has another,
   * as it must where a form that was refused is shown again.
   *
   * @throws InputException if it asks for one that there is not
   */
  HttpResponse<?> page(
      HttpRequest<?> request,
      String template,
      Map<String, Object> model,
      List<? extends Exhibit> exhibits) {
    return page(request, HttpStatus.OK, template, model, exhibits);
  }

  /** The same with a status: a form that was refused is shown again. */
  HttpResponse<?> page(
      HttpRequest<?> request,
      HttpStatus status,
      String template,
      Map<String, Object> model,
      List<? extends Exhibit> exhibits) {
    String asked = request.getParameters().get(Place.DOWNLOAD);
    if (asked != null) {
      return file(asked, exhibits);
    }
    Map<String, Object> placed = new HashMap<>(model);
    placed.putIfAbsent("place", Place.of(request));
    return page(status, template, placed);
  }

  private static HttpResponse<?> file(String asked, List<? extends Exhibit> exhibits) {
    int dot = asked.lastIndexOf('.');
    String id = dot < 0 ? asked : asked.substring(0, dot);
    String ending = dot < 0 ? "" : asked.substring(dot + 1);
    for (Exhibit exhibit : exhibits) {
      byte @Nullable [] file = exhibit.id().equals(id) ? exhibit.file(ending) : null;
      if (file != null) {
        return HttpResponse.ok(file)
            .contentType(new MediaType(Place.type(ending)))
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + Place.name(exhibit, ending) + "\"");
      }
    }
    throw new InputException(
        Problem.of(
            Place.DOWNLOAD,
            asked,
            "This page has no such file.",
            "Follow one of the links beside its tables and charts."));
  }

  /** Says something in an address, unless it is empty. */
  static void add(UriBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.queryParam(name, value);
    }
  }

  /** What the maker makes; nothing, with what is wrong added to the problems, where it cannot. */
  static <T> Optional<T> attempt(Supplier<T> maker, List<Problem> problems) {
    try {
      return Optional.of(maker.get());
    } catch (InputException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  /** Where a form that was accepted leads to: a page that can be loaded again without harm. */
  static HttpResponse<?> seeOther(String address) {
    return HttpResponse.seeOther(URI.create(address));
  }

  /** The page, or where what was asked for cannot be had, one that says why. */
  HttpResponse<?> orProblems(Supplier<HttpResponse<?>> page) {
    try {
      return page.get();
    } catch (InputException e) {
      boolean missing = e.problems().stream().anyMatch(p -> THINGS.contains(p.where()));
      return page(
          missing ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST,
          "problems.jte",
          Map.of("problems", e.problems()));
    }
  }
}
