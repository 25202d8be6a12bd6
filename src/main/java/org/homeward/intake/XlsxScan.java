package org.homeward.intake;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.homeward.problem.InputException;
import org.jspecify.annotations.Nullable;

/**
 * Looks through an XLSX file before anything of it is held: sizes unpacked, no document types, and
 * of each sheet the rows, the furthest column and the first merged cells.
 */
final class XlsxScan {

  /**
   * One sheet.
   *
   * @param merged the first range of merged cells, or null
   */
  record SheetShape(int rows, int furthestColumn, @Nullable String merged, int emptyFormulas) {}

  private final String name;
  private final Map<String, SheetShape> sheets = new HashMap<>();
  private final Map<String, String> targets = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private long unpacked;

  private XlsxScan(String name) {
    this.name = name;
  }

  /**
   * @throws InputException if the file is damaged or larger than the limits
   */
  static XlsxScan of(Path file, String name) throws IOException {
    XlsxScan scan = new XlsxScan(name);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > Limits.XLSX_PARTS) {
        throw scan.tooLarge("It has more than " + Limits.XLSX_PARTS + " parts.");
      }
      for (ZipEntry entry : Collections.list(zip.entries())) {
        scan.part(zip, entry);
      }
    } catch (ZipException | EOFException | XMLStreamException | IllegalArgumentException e) {
      throw scan.damaged();
    }
    return scan;
  }

  /** The shape of the sheet that has this relationship id in the workbook. */
  @Nullable SheetShape sheet(String relationship) {
    String target = targets.get(relationship);
    return target == null ? null : sheets.get(target);
  }

  InputException damaged() {
    return Findings.unreadable(
        name,
        null,
        "The workbook is damaged: it cannot be read to its end.",
        "Open it in a spreadsheet program and save it again as XLSX, or as CSV.");
  }

  private InputException tooLarge(String why) {
    return Findings.unreadable(
        name, null, "The workbook is too large. " + why, "Save the sheet as CSV and send that.");
  }

  private void part(ZipFile zip, ZipEntry entry) throws IOException, XMLStreamException {
    String part = entry.getName().toLowerCase(Locale.ROOT);
    boolean isXml = part.endsWith(".xml") || part.endsWith(".rels");
    try (Guarded bytes = new Guarded(zip.getInputStream(entry), isXml)) {
      if (isXml) {
        xml(bytes, entry.getName(), part); // to its end, where the parser closes it
      } else {
        bytes.transferTo(java.io.OutputStream.nullOutputStream());
      }
    }
  }

  private void xml(Guarded bytes, String entry, String part) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(bytes);
    Shape shape = null;
    int depth = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        throw damaged();
      } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
        named(xml.getPITarget());
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        if (depth == 0 && xml.getLocalName().equals("worksheet")) {
          shape = new Shape();
          bytes.isSheet();
        }
        depth++;
        plain(xml, depth);
        if (shape != null) {
          shape.begin(xml);
        } else if (part.equals("xl/_rels/workbook.xml.rels")) {
          target(xml);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        if (shape != null && xml.getLocalName().equals("c")) {
          shape.endCell();
        }
      }
    }
    if (shape != null) {
      sheets.put(entry, shape.result());
    }
  }

  /** A parser keeps every name and every open element: of neither has a workbook many. */
  private void plain(XMLStreamReader xml, int depth) {
    if (depth > Limits.XLSX_DEPTH) {
      throw damaged();
    }
    named(xml.getLocalName());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      named(xml.getAttributeLocalName(i));
    }
    for (int i = 0; i < xml.getNamespaceCount(); i++) {
      named(xml.getNamespacePrefix(i) + "=" + xml.getNamespaceURI(i));
    }
  }

  private void named(String name) {
    if (names.add(name) && names.size() > Limits.XLSX_NAMES) {
      throw damaged();
    }
  }

  /** What is seen of one sheet on the way through it. */
  private final class Shape {
    private int rows;
    private int cells;
    private int furthest;
    private int emptyFormulas;
    private int spreadFormulas;
    private boolean formula;
    private boolean value;
    private @Nullable String merged;

    void begin(XMLStreamReader xml) {
      switch (xml.getLocalName()) {
        case "row" -> {
          rows++;
          cells = 0;
        }
        case "c" -> {
          cells++; // a cell without an address stands after the one before
          furthest = Math.max(furthest, Math.max(cells, column(xml.getAttributeValue(null, "r"))));
          formula = false;
          value = false;
        }
        case "f" -> {
          formula = true;
          spread(xml);
        }
        case "v", "is" -> value = true;
        case "mergeCell" -> merged = merged == null ? xml.getAttributeValue(null, "ref") : merged;
        case "si" -> throw damaged(); // shared texts, where none belong
        default -> {
          // nothing that matters to a table
        }
      }
    }

    /** Formulas that are shared by a range are held until the sheet has been read. */
    private void spread(XMLStreamReader xml) {
      if (xml.getAttributeValue(null, "ref") != null
          && ++spreadFormulas > Limits.XLSX_SPREAD_FORMULAS) {
        throw tooLarge("More than " + Limits.XLSX_SPREAD_FORMULAS + " of its formulas are shared.");
      }
    }

    void endCell() {
      emptyFormulas += formula && !value ? 1 : 0;
    }

    SheetShape result() {
      return new SheetShape(rows, furthest, merged, emptyFormulas);
    }
  }

  private void target(XMLStreamReader xml) {
    if (!xml.getLocalName().equals("Relationship")) {
      return;
    }
    String id = xml.getAttributeValue(null, "Id");
    String target = xml.getAttributeValue(null, "Target");
    if (id != null && target != null) {
      targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
    }
  }

  /** The column of an address such as AB12, from 1; a cell without an address is in none. */
  private int column(@Nullable String address) {
    int column = 0;
    for (int i = 0; address != null && i < address.length(); i++) {
      char c = address.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = Math.min(1_000_000, column * 26 + (c - 'A' + 1));
    }
    return column;
  }

  /** Unpacks no more than the limits allow, and no text or tag longer than they allow. */
  private final class Guarded extends FilterInputStream {

    private final boolean isXml;
    private boolean sheet;
    private long own;
    private int run;

    Guarded(InputStream in, boolean isXml) {
      super(in);
      this.isXml = isXml;
    }

    /** Sheets are gone through row by row; of anything else all may have to be held. */
    void isSheet() {
      sheet = true;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      int n = super.read(b, off, len);
      for (int i = off; isXml && i < off + n; i++) {
        run = b[i] == '>' || b[i] == '<' ? 0 : run + 1;
        if (run > Limits.XLSX_RUN_BYTES) {
          throw tooLarge("A text in it is longer than " + Limits.XLSX_RUN_BYTES + " bytes.");
        }
      }
      own += Math.max(0, n);
      unpacked += Math.max(0, n);
      if (unpacked > Limits.XLSX_UNPACKED_BYTES || (!sheet && own > Limits.XLSX_HELD_BYTES)) {
        throw tooLarge("Unpacked it has more than " + (unpacked >> 20) + " MB.");
      }
      return n;
    }
  }
}
