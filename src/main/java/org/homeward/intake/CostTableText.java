package org.homeward.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.homeward.cohort.CostTable;
import org.jspecify.annotations.Nullable;

/** A table of costs as JSON and back; numbers as texts, so that no digit is lost. */
final class CostTableText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private CostTableText() {}

  static String write(CostTable table) {
    ObjectNode root = JSON.createObjectNode();
    root.put("kind", table.kind().code());
    root.put("keys", table.keys());
    ArrayNode columns = root.putArray("columns");
    for (CostTable.Column column : table.columns()) {
      columns
          .addObject()
          .put("name", column.name())
          .put("type", column.type().name())
          .put("places", column.places());
    }
    ArrayNode rows = root.putArray("rows");
    for (CostTable.Row row : table.rows()) {
      ObjectNode object = rows.addObject().put("suppressed", row.suppressed());
      ArrayNode cells = object.putArray("cells");
      row.cells().forEach(c -> cells.add(c == null ? null : plain(c)));
    }
    return root.toString();
  }

  private static String plain(Object cell) {
    return cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
  }

  static CostTable read(String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A kept answer is damaged", e);
    }
    List<CostTable.Column> columns = new ArrayList<>();
    for (JsonNode column : root.path("columns")) {
      columns.add(
          new CostTable.Column(
              column.path("name").asText(),
              CostTable.Type.valueOf(column.path("type").asText()),
              column.path("places").asInt()));
    }
    List<CostTable.Row> rows = new ArrayList<>();
    for (JsonNode row : root.path("rows")) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (int c = 0; c < columns.size(); c++) {
        cells.add(cell(row.path("cells").path(c), columns.get(c).type()));
      }
      rows.add(new CostTable.Row(row.path("suppressed").asBoolean(), cells));
    }
    return new CostTable(
        CostTable.Kind.of(root.path("kind").asText()), root.path("keys").asInt(), columns, rows);
  }

  private static @Nullable Object cell(JsonNode node, CostTable.Type type) {
    if (node.isNull() || node.isMissingNode()) {
      return null;
    }
    return switch (type) {
      case TEXT -> node.asText();
      case WHOLE -> Long.valueOf(node.asText());
      case DECIMAL -> new BigDecimal(node.asText());
    };
  }
}
