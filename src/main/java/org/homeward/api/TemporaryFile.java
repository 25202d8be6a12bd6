package org.homeward.api;

import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is gone when it has been sent. */
record TemporaryFile(Path path) {

  StreamedFile attached() throws IOException {
    return new StreamedFile(
        Files.newInputStream(path, StandardOpenOption.DELETE_ON_CLOSE),
        MediaType.APPLICATION_OCTET_STREAM_TYPE);
  }
}
