package org.homeward.returnfile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.homeward.returns.Table;

/**
 * The XML form of the return: for each CHILD a HEADER with groups for reviews and the like, and
 * EPISODEs. Taken apart into the same tables that a council sends as CSV, so that all further
 * reading is one.
 */
final class XmlReturn {

  private static final Map<String, Table> GROUPS =
      Map.of(
          "EPISODE", Table.EPISODES,
          "AREVIEW", Table.REVIEWS,
          "AMISSING", Table.MISSING,
          "PERMANENCE", Table.PREVIOUS_PERMANENCE,
          "AD_PLACED", Table.PLACED_FOR_ADOPTION,
          "OC2", Table.OC2);

  private static final Map<Table, List<String>> COLUMNS = columns();

  private final Map<Table, ByteArrayOutputStream> csv = new EnumMap<>(Table.class);
  private final Map<Table, List<Integer>> lines = new EnumMap<>(Table.class);

  private XmlReturn() {}

  private static Map<Table, List<String>> columns() {
    Map<Table, List<String>> columns = new EnumMap<>(Table.class);
    CodeTables.rows("columns")
        .forEach(
            r ->
                columns
                    .computeIfAbsent(Table.of(r.getField("table")), t -> new ArrayList<>())
                    .add(r.getField("column")));
    return columns;
  }

  /**
   * The tables as comma-separated rows, which know the lines of the XML on which they stood.
   *
   * @throws IOException if it is no XML, with the line
   */
  static List<ByteRows> read(InputStream in) throws IOException {
    XmlReturn read = new XmlReturn();
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && name(xml).equals("CHILD")) {
          read.child(xml);
        }
      }
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(
          "Line " + e.getLocation().getLineNumber() + " is no XML of a return.", e);
    }
    List<ByteRows> tables = new ArrayList<>();
    read.csv.forEach(
        (table, bytes) ->
            tables.add(
                new ByteRows(
                    new ByteArrayInputStream(bytes.toByteArray()),
                    read.lines.getOrDefault(table, List.of()).stream()
                        .mapToInt(Integer::intValue)
                        .toArray())));
    return tables;
  }

  private static String name(XMLStreamReader xml) {
    return xml.getLocalName().toUpperCase(Locale.ROOT);
  }

  /** A group of fields: an episode, a review, or the header itself. */
  private record Group(String name, int line, Map<String, String> fields) {}

  private void child(XMLStreamReader xml) throws XMLStreamException {
    Group header = new Group("HEADER", xml.getLocation().getLineNumber(), new LinkedHashMap<>());
    List<Group> groups = new ArrayList<>();
    Deque<Group> open = new ArrayDeque<>(List.of(header));
    StringBuilder text = new StringBuilder();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        text.setLength(0);
        if (GROUPS.containsKey(name(xml))) {
          open.push(new Group(name(xml), xml.getLocation().getLineNumber(), new LinkedHashMap<>()));
        }
      } else if (event == XMLStreamConstants.CHARACTERS) {
        text.append(xml.getText());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        String name = name(xml);
        if (name.equals("CHILD")) {
          write(header, groups);
          return;
        }
        if (GROUPS.containsKey(name)) {
          groups.add(open.pop());
        } else if (!name.equals("HEADER")) {
          field(open.element(), name, text.toString());
        }
        text.setLength(0);
      }
    }
  }

  private static void field(Group group, String name, String value) {
    String column =
        switch (name) {
          case "CHILDID" -> "CHILD";
          case "PL" -> "PLACE";
          default -> name;
        };
    group.fields().put(column, value.strip());
  }

  private void write(Group header, List<Group> groups) {
    Map<String, String> who = header.fields();
    row(Table.HEADER, who, who, header.line());
    if (List.of("1", "YES", "Y", "TRUE").contains(value(who, "UASC").toUpperCase(Locale.ROOT))
        || !value(who, "DUC").isEmpty()) {
      row(Table.UASC, who, who, header.line());
    }
    if (!value(who, "DATE_INT").isEmpty() || !value(who, "DATE_MATCH").isEmpty()) {
      row(Table.AD1, who, who, header.line());
    }
    if (!value(who, "IN_TOUCH").isEmpty()) {
      row(Table.OC3, who, who, header.line());
    }
    for (Group group : groups) {
      Table table = GROUPS.get(group.name());
      if (table != null && group.fields().values().stream().anyMatch(v -> !v.isEmpty())) {
        row(table, group.fields(), who, group.line());
      }
    }
  }

  private static String value(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "");
  }

  private void row(Table table, Map<String, String> fields, Map<String, String> who, int line) {
    List<String> columns = COLUMNS.getOrDefault(table, List.of());
    ByteArrayOutputStream out = csv.get(table);
    if (out == null) {
      out = new ByteArrayOutputStream();
      csv.put(table, out);
      lines.put(table, new ArrayList<>(List.of(1)));
      out.writeBytes((String.join(",", columns) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    String[] cells = new String[columns.size()];
    Arrays.setAll(
        cells,
        i -> {
          String column = columns.get(i);
          boolean ofChild = column.equals("CHILD") || column.equals("DOB");
          return value(ofChild ? who : fields, column).replaceAll("[,\"\\r\\n]", " ");
        });
    out.writeBytes((String.join(",", cells) + "\n").getBytes(StandardCharsets.UTF_8));
    lines.computeIfAbsent(table, t -> new ArrayList<>()).add(line);
  }
}
