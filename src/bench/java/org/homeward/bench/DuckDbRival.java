package org.homeward.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.FeeTerm;
import org.homeward.history.Area;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.FinancialYear;
import org.homeward.returns.PlaceCode;
import org.homeward.returns.ProviderCode;
import org.homeward.returns.ReturnCodes;

/**
 * What an analyst would do with DuckDB: the same files with the types given, each episode once as
 * its latest return has it, days × fee by financial year, placement and need, and events counted.
 * No history, no process, no rule.
 */
final class DuckDbRival {

  private static final String EPISODES =
      "{'CHILD':'BIGINT','DECOM':'DATE','RNE':'VARCHAR','LS':'VARCHAR','CIN':'VARCHAR',"
          + "'PLACE':'VARCHAR','PLACE_PROVIDER':'VARCHAR','DEC':'DATE','REC':'VARCHAR',"
          + "'REASON_PLACE_CHANGE':'VARCHAR','HOME_POST':'VARCHAR','PL_POST':'VARCHAR',"
          + "'URN':'VARCHAR'}";

  private final Path folder;
  private final DateSpan window;

  DuckDbRival(Path folder, DateSpan window) {
    this.folder = folder;
    this.window = window;
  }

  /** The pence of days × fee. */
  long run(CompiledBook book, ReturnCodes codes) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = connection.createStatement()) {
      sql.execute("SET threads=2");
      sql.execute("SET preserve_insertion_order=false");
      fees(connection, book, codes);
      sql.execute(
          "CREATE TABLE episode AS SELECT CHILD, DECOM, max_by(struct_pack(RNE := RNE, CIN := CIN,"
              + " PLACE := PLACE, PROVIDER := coalesce(PLACE_PROVIDER, ''), LS := LS,"
              + " DEC := coalesce(DEC, DATE '"
              + window.to()
              + "'), REC := REC), file) AS latest FROM "
              + read("episodes", EPISODES)
              + " GROUP BY CHILD, DECOM");
      sql.execute(
          "CREATE VIEW e AS SELECT DECOM, unnest(latest) FROM episode WHERE latest.LS <> 'V4'");
      long pence = days(sql);
      count(
          sql,
          "SELECT year(DECOM - INTERVAL 3 MONTH) y, PLACE, CIN, count(*) FILTER (RNE = 'S'),"
              + " count(*) FILTER (RNE IN ('P', 'T', 'B', 'U')), count(*) FILTER (RNE = 'L') FROM e"
              + " WHERE DECOM >= DATE '"
              + window.from()
              + "' GROUP BY ALL");
      count(
          sql,
          "SELECT year(DEC - INTERVAL 3 MONTH) y, PLACE, CIN, count(*) FROM e"
              + " WHERE REC <> 'X1' GROUP BY ALL");
      count(
          sql,
          "SELECT y, count(*) FROM (SELECT DISTINCT CHILD, REVIEW,"
              + " year(REVIEW - INTERVAL 3 MONTH) y FROM "
              + read(
                  "reviews",
                  "{'CHILD':'BIGINT','DOB':'DATE','REVIEW':'DATE','REVIEW_CODE':'VARCHAR'}")
              + ") GROUP BY y");
      count(
          sql,
          "SELECT year(MIS_START - INTERVAL 3 MONTH) y, count(*) FROM "
              + read(
                  "missing",
                  "{'CHILD':'BIGINT','DOB':'DATE','MISSING':'VARCHAR','MIS_START':'DATE',"
                      + "'MIS_END':'DATE'}")
              + " GROUP BY y");
      count(
          sql,
          "SELECT year(DATE_PLACED - INTERVAL 3 MONTH) y, count(DISTINCT CHILD) FROM "
              + read(
                  "placed_for_adoption",
                  "{'CHILD':'BIGINT','DOB':'DATE','DATE_PLACED':'DATE',"
                      + "'DATE_PLACED_CEASED':'DATE','REASON_PLACED_CEASED':'VARCHAR'}")
              + " GROUP BY y");
      return pence;
    }
  }

  private String read(String table, String columns) {
    return "read_csv('"
        + folder
        + "/*-"
        + table
        + ".csv', header=true, auto_detect=false, delim=',', quote='\"', escape='\"',"
        + " filename='file', dateformat='%d/%m/%Y', columns="
        + columns
        + ")";
  }

  /** One weekly fee for each kind of placement and year: that of a child of ten in the area. */
  private void fees(Connection connection, CompiledBook book, ReturnCodes codes)
      throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("CREATE TABLE fee (PLACE VARCHAR, PROVIDER VARCHAR, y INTEGER, weekly BIGINT)");
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO fee VALUES (?, ?, ?, ?)")) {
      for (PlaceCode place : codes.places().codes()) {
        insertFees(insert, book, place, "", org.homeward.history.Provider.NONE);
        for (ProviderCode provider : codes.providers().codes()) {
          insertFees(insert, book, place, provider.code(), provider.provider());
        }
      }
      insert.executeBatch();
    }
  }

  private void insertFees(
      PreparedStatement insert,
      CompiledBook book,
      PlaceCode place,
      String code,
      org.homeward.history.Provider provider)
      throws SQLException {
    for (int year = firstYear(); year <= lastYear(); year++) {
      FeeTerm fee =
          book.fees(place.type(), provider, Area.IN_AREA)
              .on((int) LocalDate.of(year, 4, 1).toEpochDay(), 10);
      insert.setString(1, place.code());
      insert.setString(2, code);
      insert.setInt(3, year);
      insert.setLong(4, fee == null ? 0 : fee.accrual().rate().upTo(7).value());
      insert.addBatch();
    }
  }

  private int firstYear() {
    return FinancialYear.of(window.from()).startYear();
  }

  private int lastYear() {
    return FinancialYear.of(window.to().minusDays(1)).startYear();
  }

  private long days(Statement sql) throws SQLException {
    long pence = 0;
    try (ResultSet rows =
        sql.executeQuery(
            "SELECT d.y, d.PLACE, d.CIN, sum(n), sum(CAST(round(n * weekly / 7.0) AS BIGINT)) FROM"
                + " (SELECT y, PLACE, CIN, PROVIDER, date_diff('day', greatest(DECOM,"
                + " make_date(y, 4, 1)), least(DEC, make_date(y + 1, 4, 1))) n FROM e, range("
                + firstYear()
                + ", "
                + (lastYear() + 1)
                + ") t(y) WHERE DECOM < make_date(y + 1, 4, 1) AND DEC > make_date(y, 4, 1)) d"
                + " JOIN fee f ON f.PLACE = d.PLACE AND f.PROVIDER = d.PROVIDER AND f.y = d.y"
                + " GROUP BY ALL")) {
      while (rows.next()) {
        pence += rows.getLong(5);
      }
    }
    return pence;
  }

  private static void count(Statement sql, String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      while (rows.next()) {
        rows.getLong(1);
      }
    }
  }
}
