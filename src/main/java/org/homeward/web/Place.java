package org.homeward.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.uri.UriBuilder;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the tables and pictures of a page can be had as files.
 *
 * @param address that the page answers; null where none gives it again, as after a file was sent:
 *     then the page carries its files itself, and nothing that was sent is kept for them
 */
public record Place(@Nullable String address) {

  /** The page itself. */
  static final Place WITHIN = new Place(null);

  /** The parameter that names a file of a page, as {@code costs.csv}. */
  static final String DOWNLOAD = "download";

  private static final Map<String, String> TYPES =
      Map.of(
          "csv",
          "text/csv;charset=utf-8",
          "xlsx",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "svg",
          "image/svg+xml",
          "json",
          "application/json");

  static Place of(HttpRequest<?> request) {
    return new Place(request.getUri().toString());
  }

  /** The type of a file, as its name ends. */
  static String type(String ending) {
    return Objects.requireNonNull(TYPES.get(ending));
  }

  /** What a file is called once it has been taken away. */
  static String name(Exhibit exhibit, String ending) {
    return "homeward-" + exhibit.id() + "." + ending;
  }

  /** Where a document of the page can be had. */
  public String file(Document document) {
    return file(document, document.ending());
  }

  /** Where an exhibit of the page can be had as a file. */
  public String file(Exhibit exhibit, String ending) {
    return address == null
        ? "data:"
            + type(ending)
            + ";base64,"
            + Base64.getEncoder().encodeToString(Objects.requireNonNull(exhibit.file(ending)))
        : UriBuilder.of(address)
            .replaceQueryParam(DOWNLOAD, exhibit.id() + "." + ending)
            .toString();
  }

  /** What a browser is to call the file; null where the answer of the address says it. */
  public @Nullable String named(Exhibit exhibit, String ending) {
    return address == null ? name(exhibit, ending) : null;
  }
}
