package org.homeward.returnfile;

import java.io.IOException;
import java.io.InputStream;

/**
 * One file of a load, in a folder, in a zip, or sent.
 *
 * @param name with its folders, as its owner knows it
 * @param size in bytes, unpacked; a guess will do
 */
public record ReturnSource(String name, long size, Opener opener) {

  /** Opens the bytes from the start, each time. */
  @FunctionalInterface
  public interface Opener {
    InputStream open() throws IOException;
  }

  InputStream open() throws IOException {
    return opener.open();
  }

  /** The name without its folders. */
  String fileName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** The folders before the name, without the last slash; empty if there is none. */
  String folder() {
    return name.contains("/") ? name.substring(0, name.lastIndexOf('/')) : "";
  }
}
