package org.homeward.returnfile;

import java.io.IOException;
import org.homeward.returns.CodeSet;
import org.homeward.returns.CountedRows;
import org.homeward.returns.DatedRows;
import org.homeward.returns.PersonRows;
import org.homeward.returns.Rule;
import org.homeward.returns.Sex;
import org.homeward.returns.Table;

/**
 * Reads every table but the episodes: who a child is, what happened when, and what is only counted.
 */
final class OtherReaders {

  private OtherReaders() {}

  static void persons(
      ByteRows rows, Cells cells, ReadContext context, TableLayout layout, PersonRows table)
      throws IOException {
    int sex = layout.of("SEX");
    int dob = layout.of("DOB");
    while (rows.next()) {
      boolean good = context.begin();
      byte code = good ? cells.code(sex, CodeTables.sexes()) : CodeSet.NONE;
      int birth = good ? cells.day(dob) : Cells.EMPTY;
      int row =
          table.add(
              rows.line,
              context.child,
              context.authority,
              context.year,
              code < 0 ? Sex.NOT_KNOWN : CodeTables.sexes().at(code).sex(),
              code,
              birth == Cells.BAD ? Cells.EMPTY : birth);
      if (!good) {
        table.reject(row);
        continue;
      }
      if (code < 0 && table.table() == Table.HEADER) {
        context.find(Rule.SEX_NOT_A_CODE);
      }
      if (birth == Cells.BAD || birth == Cells.EMPTY) {
        context.find(Rule.DOB_NOT_A_DATE);
      }
    }
  }

  static void dated(
      ByteRows rows, Cells cells, ReadContext context, TableLayout layout, DatedRows table)
      throws IOException {
    int first = layout.of(firstColumn(table.table()));
    int second = layout.of(secondColumn(table.table()));
    while (rows.next()) {
      boolean good = context.begin();
      int day = good ? cells.day(first) : Cells.EMPTY;
      boolean dated = day != Cells.EMPTY && day != Cells.BAD;
      int other = good ? cells.day(second) : Cells.EMPTY;
      table.add(
          rows.line,
          context.child,
          context.authority,
          context.year,
          dated ? day : Cells.EMPTY,
          other == Cells.BAD ? Cells.EMPTY : other,
          !dated);
      if (good && !dated) {
        context.find(Rule.EVENT_NOT_A_DATE);
      }
    }
  }

  private static String firstColumn(Table table) {
    return switch (table) {
      case REVIEWS -> "REVIEW";
      case MISSING -> "MIS_START";
      case AD1 -> "DATE_INT";
      case PLACED_FOR_ADOPTION -> "DATE_PLACED";
      default -> "SW_DECOM";
    };
  }

  private static String secondColumn(Table table) {
    return switch (table) {
      case MISSING -> "MIS_END";
      case AD1 -> "DATE_MATCH";
      case PLACED_FOR_ADOPTION -> "DATE_PLACED_CEASED";
      default -> "";
    };
  }

  static void counted(ByteRows rows, ReadContext context, CountedRows table) throws IOException {
    boolean byRow = context.hasYear() || context.hasAuthority();
    while (rows.next()) {
      if (byRow) {
        context.begin();
      }
      table.add(rows.line, byRow ? context.authority : -1, byRow ? context.year : 0);
    }
  }
}
