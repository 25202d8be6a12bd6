package org.homeward.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A text that a page offers as a file, of one type. */
public record Document(String id, String ending, String text) implements Exhibit {

  @Override
  public byte @Nullable [] file(String asked) {
    return asked.equals(ending) ? text.getBytes(StandardCharsets.UTF_8) : null;
  }
}
