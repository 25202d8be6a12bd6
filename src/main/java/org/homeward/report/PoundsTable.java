package org.homeward.report;

import java.util.ArrayList;
import java.util.List;
import org.homeward.quantity.Format;
import org.homeward.quantity.Pence;

/**
 * A table of amounts that stand as they were when a report was made.
 *
 * @param columns the heading of each, that of the headings first
 */
record PoundsTable(String caption, List<String> columns, List<Row> rows) {

  /**
   * @param strong whether it stands out, as a total does
   */
  record Row(String heading, List<Pence> amounts, boolean strong) {}

  Document.Grid grid() {
    return new Document.Grid(
        caption,
        columns,
        rows.stream()
            .map(
                r ->
                    new Document.Line(
                        r.heading(), r.amounts().stream().map(Format::pounds).toList(), r.strong()))
            .toList());
  }

  void write(AnswerSheet answer) {
    List<String> heads = new ArrayList<>(columns);
    heads.set(0, caption + ", when this workbook was made");
    answer.table(
        heads,
        rows.stream()
            .map(
                r ->
                    new AnswerSheet.Line(
                        r.heading(),
                        r.amounts().stream().map(a -> a.toPounds().toPlainString()).toList(),
                        Sheets.POUNDS,
                        r.strong()))
            .toList());
  }
}
