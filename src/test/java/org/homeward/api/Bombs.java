package org.homeward.api;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are small on the wire and would take gigabytes if they were held. */
final class Bombs {

  private static final int MEGABYTE = 1 << 20;

  private Bombs() {}

  /** Writes one. */
  interface Bomb {
    void write(Path to) throws IOException;
  }

  /** Writes a part of a workbook. */
  private interface Part {
    void write(PrintStream out) throws IOException;
  }

  static Map<String, Bomb> all() {
    Map<String, Bomb> all = new LinkedHashMap<>();
    all.put("a sheet of 400 MB of nothing", sheet(out -> times(out, "\0".repeat(MEGABYTE), 400)));
    all.put("a sheet of 300 MB of blanks", sheet(out -> times(out, " ".repeat(MEGABYTE), 300)));
    all.put("ten million rows", rows(out -> times(out, "<row><c><v>1</v></c></row>", 10_000_000)));
    all.put("a row of five million cells", rows(out -> nested(out, "<row>", "<c/>", 5_000_000)));
    all.put("a cell far away", rows(out -> times(out, "<row r=\"1\"><c r=\"XFD1\"/></row>", 1)));
    all.put(
        "ten thousand columns",
        rows(out -> nested(out, "<row>", "<c t=\"inlineStr\"><is><t>x</t></is></c>", 10_000)));
    all.put(
        "a row number beyond all numbers",
        rows(out -> out.print("<row r=\"99999999999999999999\"><c r=\"A1\"><v>1</v></c></row>")));
    all.put(
        "a number of a billion digits",
        rows(out -> out.print("<row r=\"1\"><c r=\"A1\"><v>1E+999999999</v></c></row>")));
    all.put(
        "a million shared formulas",
        rows(
            out -> {
              for (int i = 0; i < 1_000_000; i++) {
                out.print("<row><c><f t=\"shared\" si=\"" + i + "\" ref=\"A1\">1</f>");
                out.print("<v>1</v></c></row>");
              }
            }));
    all.put("elements without end", rows(out -> times(out, "<a>", 20_000_000)));
    all.put(
        "names without end",
        rows(
            out -> {
              for (int i = 0; i < 3_000_000; i++) {
                out.print("<n" + Integer.toString(i, 36) + "/>");
              }
            }));
    all.put(
        "a text of 50 MB",
        rows(
            out -> {
              out.print("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>");
              times(out, "x".repeat(MEGABYTE), 50);
              out.print("</t></is></c></row>");
            }));
    all.put("eight million shared texts", texts("xl/sharedStrings.xml", "sst"));
    all.put("the same under another name", texts("xl/other.xml", "sst"));
    all.put("the same in the guise of a sheet", texts("xl/worksheets/other.xml", "worksheet"));
    all.put("entities that grow", Bombs::entities);
    all.put("a hundred thousand parts", Bombs::parts);
    all.put("zips in a zip", Bombs::zipsInZip);
    all.put("half a workbook", Bombs::truncated);
    all.put("a CSV cell of 30 MB", csv("R1,\"", "x".repeat(MEGABYTE), 30));
    all.put("a CSV line of 30 MB without end", csv("", "abcdefgh".repeat(MEGABYTE / 8), 30));
    all.put("a CSV of ten thousand columns", csv("column", ",column".repeat(10_000), 20));
    all.put("30 MB of quotes", csv("", "\"".repeat(MEGABYTE), 30));
    return all;
  }

  private static void times(PrintStream out, String text, int times) {
    int together = Math.max(1, Math.min(times, MEGABYTE / text.length()));
    byte[] chunk = text.repeat(together).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < times / together; i++) {
      out.write(chunk, 0, chunk.length);
    }
    out.print(text.repeat(times % together));
  }

  private static void nested(PrintStream out, String around, String text, int times) {
    out.print(around);
    times(out, text, times);
    out.print(around.replace("<", "</"));
  }

  private static Bomb csv(String head, String text, int times) {
    return to -> {
      try (PrintStream out = stream(Files.newOutputStream(to))) {
        out.print(head);
        times(out, text, times);
      }
    };
  }

  private static PrintStream stream(OutputStream out) {
    return new PrintStream(new BufferedOutputStream(out, MEGABYTE), false, StandardCharsets.UTF_8);
  }

  private static Bomb rows(Part rows) {
    return sheet(
        out -> {
          out.print(
              "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
          rows.write(out);
          out.print("</sheetData></worksheet>");
        });
  }

  private static Bomb sheet(Part sheet) {
    return to -> workbook(to, "xl/sharedStrings.xml", sheet, out -> out.print("<sst/>"));
  }

  private static Bomb texts(String name, String element) {
    return to ->
        workbook(
            to,
            name,
            out -> out.print("<worksheet><sheetData/></worksheet>"),
            out -> {
              out.print("<" + element + ">");
              times(out, "<si><t>a</t></si>", 8_000_000);
              out.print("</" + element + ">");
            });
  }

  private static void workbook(Path to, String textsName, Part sheet, Part texts)
      throws IOException {
    String main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        out ->
            out.print(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + type("/xl/workbook.xml", main + "sheet.main+xml")
                    + type("/xl/worksheets/sheet1.xml", main + "worksheet+xml")
                    + type("/" + textsName, main + "sharedStrings+xml")
                    + "</Types>"));
    parts.put("_rels/.rels", out -> out.print(relationship("officeDocument", "xl/workbook.xml")));
    parts.put(
        "xl/workbook.xml",
        out ->
            out.print(
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                    + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                    + "<sheets><sheet name=\"answers\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        out -> out.print(relationship("worksheet", "worksheets/sheet1.xml")));
    parts.put("xl/worksheets/sheet1.xml", sheet);
    parts.put(textsName, texts);
    zip(to, parts);
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
  }

  private static String relationship(String type, String target) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        + type
        + "\" Target=\""
        + target
        + "\"/></Relationships>";
  }

  private static void zip(Path to, Map<String, Part> parts) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, Part> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        PrintStream out = stream(zip);
        part.getValue().write(out);
        out.flush();
        zip.closeEntry();
      }
    }
  }

  private static void entities(Path to) throws IOException {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE worksheet [<!ENTITY a0 \"aaaaaaaaaa\">");
    for (int i = 1; i < 12; i++) {
      dtd.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
    }
    sheet(out -> out.print(dtd + "]><worksheet>&a11;</worksheet>")).write(to);
  }

  private static void parts(Path to) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
      for (int i = 0; i < 100_000; i++) {
        zip.putNextEntry(new ZipEntry("xl/" + i + ".xml"));
        zip.closeEntry();
      }
    }
  }

  private static void zipsInZip(Path to) throws IOException {
    Path inner = Files.createTempFile("inner", ".zip");
    try {
      zip(inner, Map.of("zeros", out -> times(out, "\0".repeat(MEGABYTE), 200)));
      zip(to, Map.of("xl/embeddings/inner.zip", out -> out.write(Files.readAllBytes(inner))));
    } finally {
      Files.delete(inner);
    }
  }

  private static void truncated(Path to) throws IOException {
    sheet(out -> times(out, "<row/>", 1_000)).write(to);
    byte[] whole = Files.readAllBytes(to);
    Files.write(to, java.util.Arrays.copyOf(whole, whole.length / 2));
  }
}
