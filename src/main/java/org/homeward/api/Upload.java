package org.homeward.api;

import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.homeward.intake.SurveyFile;

/** A file that came with a request, on disk for as long as it is needed. */
public record Upload(SurveyFile file) implements AutoCloseable {

  public static Upload of(CompletedFileUpload upload) {
    try (InputStream in = upload.getInputStream()) {
      Path path = Files.createTempFile("homeward-survey", null);
      Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
      return new Upload(
          new SurveyFile(path, upload.getFilename() == null ? "" : upload.getFilename()));
    } catch (IOException e) {
      throw new UncheckedIOException("The upload cannot be kept for reading", e);
    }
  }

  /** The file is gone after this. */
  @Override
  public void close() {
    delete(file.path());
  }

  static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("A temporary file cannot be deleted", e);
    }
  }
}
