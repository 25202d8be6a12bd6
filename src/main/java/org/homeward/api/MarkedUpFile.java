package org.homeward.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.homeward.intake.SurveyDesk;
import org.homeward.intake.SurveyForm;

/** The copy of an upload in which its problems are marked, as it is sent. */
public final class MarkedUpFile {

  private MarkedUpFile() {}

  /**
   * @throws org.homeward.problem.InputException if the upload cannot be read as a table at all
   */
  public static MutableHttpResponse<?> of(SurveyDesk desk, Upload upload, SurveyForm form) {
    try {
      Path marked = Files.createTempFile("homeward-marked", null);
      try {
        boolean workbook = desk.markUp(upload.file(), form, marked).isWorkbook();
        return HttpResponse.ok(new TemporaryFile(marked).attached())
            .contentType(workbook ? SurveyController.XLSX : SurveyController.CSV)
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"marked-up." + (workbook ? "xlsx" : "csv") + "\"");
      } catch (RuntimeException e) {
        Upload.delete(marked);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The marked-up copy cannot be written", e);
    }
  }
}
