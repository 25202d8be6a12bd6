package org.homeward.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A file that a user brought, on disk.
 *
 * @param name as the user calls it, for messages
 */
public record SurveyFile(Path path, String name) {

  private static final int HEAD = 1 << 16;
  private static final int LONGEST_NAME = 120;
  private static final long LIGHT = 4L << 20;

  public SurveyFile {
    String plain = name.replaceAll("[\\p{Cntrl}]", "").replaceAll(".*[/\\\\]", "").strip();
    name = plain.isEmpty() ? "file" : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
  }

  /**
   * Finds out by its bytes, not its name, what it is.
   *
   * @throws org.homeward.problem.InputException if it is empty, too large or no table
   */
  Table open() {
    try {
      byte[] head;
      try (InputStream in = Files.newInputStream(path)) {
        head = in.readNBytes(HEAD);
      }
      boolean zip = isZip(head);
      long limit = zip ? Limits.XLSX_BYTES : Limits.CSV_BYTES;
      if (head.length == 0) {
        throw Findings.unreadable(
            name, null, "The file is empty.", "Send a CSV or XLSX with a header line and rows.");
      }
      if (Files.size(path) > limit) {
        throw Findings.unreadable(
            name,
            (Files.size(path) >> 20) + " MB",
            "The file has more than " + (limit >> 20) + " MB.",
            zip ? "Save the sheet as CSV and send that." : "Send it in several parts.");
      }
      if (head.length > 1 && (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF) {
        throw Findings.unreadable(
            name,
            null,
            "This is an old .xls workbook, or one with a password.",
            "Save it as XLSX without a password, or as CSV.");
      }
      return zip ? XlsxSource.of(path, name) : CsvSource.of(path, name, head);
    } catch (IOException e) {
      throw new UncheckedIOException("The file cannot be read", e);
    }
  }

  private static boolean isZip(byte[] head) {
    return head.length >= 4 && head[0] == 'P' && head[1] == 'K';
  }

  /** Whether little memory is needed to read it; of a packed file nobody knows beforehand. */
  boolean isLight() {
    try (InputStream in = Files.newInputStream(path)) {
      return Files.size(path) <= LIGHT && !isZip(in.readNBytes(4));
    } catch (IOException e) {
      throw new UncheckedIOException("The file cannot be read", e);
    }
  }

  /** The SHA-256 of its bytes, by which it is known again. */
  public String sha256() {
    MessageDigest digest = SeenRows.sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(path)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The file cannot be read", e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
