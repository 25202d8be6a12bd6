package org.homeward.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.homeward.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Versions that were kept when the rates of employers were columns of a year's on-costs. */
class EmployerRateMigrationTest {

  @ParameterizedTest
  @EnumSource
  void theRatesOfAKeptVersionBecomeRowsWithTheirDates(Databases database) throws SQLException {
    Map<String, Object> properties = database.properties();
    String url = String.valueOf(properties.get("datasources.default.url"));
    String user = String.valueOf(properties.getOrDefault("datasources.default.username", "sa"));
    migrate(url, user, "5");
    try (Connection connection = DriverManager.getConnection(url, user, "");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into catalogue_version (hash, published_at, file_count, tabled)"
              + " values ('h', current_timestamp, 1, true)");
      statement.execute(
          "insert into on_costs values ('00000000-0000-0000-0000-000000000001', 'h', 0, 2024,"
              + " 0.138, 9100, 0.2, 0.29, 0.16, 2700, 9.2, 'HMRC', true, '')");
    }
    migrate(url, user, "17");
    try (Connection connection = DriverManager.getConnection(url, user, "");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select kind, from_date, rate, threshold from employer_rate order by position")) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(
            rows.getString(1)
                + " "
                + rows.getDate(2)
                + " "
                + rows.getBigDecimal(3).stripTrailingZeros().toPlainString()
                + " "
                + rows.getBigDecimal(4).stripTrailingZeros().toPlainString());
      }
      assertThat(found)
          .containsExactly("national-insurance 2024-04-06 0.138 9100", "pension 2024-04-06 0.2 0");
    }
  }

  private static void migrate(String url, String user, String target) {
    Flyway.configure()
        .dataSource(url, user, "")
        .locations("classpath:db/migration")
        .target(target)
        .load()
        .migrate();
  }
}
