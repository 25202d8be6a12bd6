package org.homeward.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLDocument;

/**
 * The bytes of an office document without the time of its making: the same report, the same bytes.
 */
final class Packed {

  /** The first that a packed file can bear. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final Pattern CREATED =
      Pattern.compile("<dcterms:created[^>]*>[^<]*</dcterms:created>");

  private Packed() {}

  static byte[] of(POIXMLDocument document, String title) throws IOException {
    var properties = document.getProperties().getCoreProperties();
    properties.setTitle(Text.clean(title));
    properties.setCreator("Homeward");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.write(bytes);
    return withoutTimes(bytes.toByteArray());
  }

  private static byte[] withoutTimes(byte[] zip) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        ZipEntry same = new ZipEntry(part.getName());
        same.setTimeLocal(NO_TIME);
        out.putNextEntry(same);
        out.write(withoutTime(part.getName(), in.readAllBytes()));
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** A chart has a workbook of its own inside. */
  private static byte[] withoutTime(String name, byte[] part) throws IOException {
    if (name.endsWith(".xlsx")) {
      return withoutTimes(part);
    }
    return name.equals("docProps/core.xml")
        ? CREATED.matcher(new String(part, UTF_8)).replaceAll("").getBytes(UTF_8)
        : part;
  }
}
