package org.homeward.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;

/**
 * Says of every answer to an address where the same bytes are had again: its Content-Location is
 * the address with the hash of the version that answered. So tables, pictures and lists, which have
 * no room for a stamp, are had again too. A saved what-if is answered by its own version, which its
 * stamp names.
 */
@ServerFilter("/api/**")
@ExecuteOn(TaskExecutors.BLOCKING)
class SameAgain {

  private static final String CATALOGUE = "catalogue";
  private static final String SAVED = "/api/scenarios/";

  private final CurrentCatalogue current;

  SameAgain(CurrentCatalogue current) {
    this.current = current;
  }

  @ResponseFilter
  void locate(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (request.getMethod() == HttpMethod.GET
        && response.status() == HttpStatus.OK
        && !request.getPath().startsWith(SAVED)
        && RouteAttributes.getRouteMatch(request).filter(SameAgain::isOfVersion).isPresent()) {
      PublishedCatalogue answered = current.at(request.getParameters().get(CATALOGUE));
      response.header(
          HttpHeaders.CONTENT_LOCATION, address(request, answered.book().book().hash()));
    }
  }

  private static boolean isOfVersion(RouteMatch<?> route) {
    return route.getAnnotationMetadata().hasAnnotation(OfVersion.class);
  }

  /** The address of a request with the hash of the version that answers. */
  static String address(HttpRequest<?> request, String hash) {
    return UriBuilder.of(request.getUri()).replaceQueryParam(CATALOGUE, hash).build().toString();
  }
}
