package org.homeward.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A chart or drawing of a page.
 *
 * @param title above it, and the name under which a screen reader finds it
 * @param svg with title and description inside, safe to be put into a page
 * @param narrow the same drawn for a telephone, or null where the page lets it scroll
 */
public record Picture(String id, String title, String svg, @Nullable String narrow)
    implements Exhibit {

  @Override
  public byte @Nullable [] file(String ending) {
    return ending.equals("svg") ? svg.getBytes(StandardCharsets.UTF_8) : null;
  }
}
