package org.homeward.api;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites out of a service without sign-in. A request must name this machine as its host,
 * or one of {@code homeward.hosts}, so that no foreign name can be pointed at it (DNS rebinding);
 * and what changes something must not come from a page of another origin, which browsers tell by
 * {@code Sec-Fetch-Site} or {@code Origin}. A caller that is no browser sends neither.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ServerFilter("/**")
class OwnOrigin {

  /** A page gets its styles, scripts and pictures from this service, and nothing else. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
          + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final List<String> hosts;

  OwnOrigin(@Value("${homeward.hosts:}") List<String> hosts) {
    this.hosts = hosts.stream().map(h -> h.strip().toLowerCase(Locale.ROOT)).toList();
  }

  /**
   * @throws HttpStatusException 421 for a foreign host, 403 for a change that another origin asks
   *     for
   */
  @RequestFilter
  void check(HttpRequest<?> request) {
    String host = request.getHeaders().get(HttpHeaders.HOST);
    if (!isOurs(host)) {
      throw new HttpStatusException(HttpStatus.MISDIRECTED_REQUEST, "Host");
    }
    if (!SAFE.contains(request.getMethod()) && isForeign(request, host)) {
      throw new HttpStatusException(HttpStatus.FORBIDDEN, "Origin");
    }
  }

  @ResponseFilter
  void keepToItself(MutableHttpResponse<?> response) {
    if (!response.getHeaders().contains(CONTENT_SECURITY_POLICY)) { // a report brings its own
      response.header(CONTENT_SECURITY_POLICY, POLICY);
    }
    response
        .header("X-Content-Type-Options", "nosniff")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Referrer-Policy", "same-origin");
  }

  private boolean isOurs(@Nullable String host) {
    if (host == null) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
    return THIS_MACHINE.contains(name) || hosts.contains(name);
  }

  private static boolean isForeign(HttpRequest<?> request, @Nullable String host) {
    String site = request.getHeaders().get("Sec-Fetch-Site");
    if (site != null) {
      return !OWN_SITE.contains(site);
    }
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    return origin != null && !authority(origin).equalsIgnoreCase(host == null ? "" : host);
  }

  private static String authority(String origin) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
