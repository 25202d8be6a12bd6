package org.homeward.store;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL with its values, in the transaction of the caller. */
@Singleton
final class Statements {

  private final JdbcOperations jdbc;

  Statements(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes a value of one row. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... values) {
    return jdbc.prepareStatement(
        sql,
        s -> {
          set(s, values);
          List<T> found = new ArrayList<>();
          try (ResultSet rows = s.executeQuery()) {
            while (rows.next()) {
              found.add(reader.read(rows));
            }
          }
          return found;
        });
  }

  /** Whether any row was touched. */
  boolean update(String sql, @Nullable Object... values) {
    return jdbc.prepareStatement(
        sql,
        s -> {
          set(s, values);
          return s.executeUpdate() > 0;
        });
  }

  private static void set(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      statement.setObject(
          i + 1,
          value instanceof Instant instant
              ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC)
              : value);
    }
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
