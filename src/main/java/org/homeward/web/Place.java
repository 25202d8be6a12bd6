package org.homeward.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.uri.UriBuilder;

/** The address that a page answers, from which its tables and pictures can be had as files. */
public record Place(String address) {

  /** The parameter that names a file of a page, as {@code costs.csv}. */
  static final String DOWNLOAD = "download";

  static Place of(HttpRequest<?> request) {
    return new Place(request.getUri().toString());
  }

  /** Where a document of the page can be had. */
  public String file(Document document) {
    return file(document, document.ending());
  }

  /** Where an exhibit of the page can be had as a file. */
  public String file(Exhibit exhibit, String ending) {
    return UriBuilder.of(address)
        .replaceQueryParam(DOWNLOAD, exhibit.id() + "." + ending)
        .toString();
  }
}
