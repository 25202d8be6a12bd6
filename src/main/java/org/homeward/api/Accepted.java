package org.homeward.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;

/** Which of several types of answer a caller asked for. */
final class Accepted {

  private Accepted() {}

  /** Whether the caller names this type, rather than anything or JSON. */
  static boolean type(HttpRequest<?> request, String type) {
    return request.accept().stream().map(MediaType::getName).anyMatch(type::equals);
  }
}
