package org.homeward.store;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Saved what-ifs. They are kept or deleted whole, and never changed: an edited one is another. */
@Singleton
public class ScenarioStore {

  private final JdbcOperations jdbc;

  ScenarioStore(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  public void keep(SavedScenario scenario) {
    jdbc.prepareStatement(
        "insert into scenario (id, name, created_at, catalogue, cohort_id, question, answer) values (?, ?, ?, ?, ?, ?, ?)",
        s -> {
          s.setString(1, scenario.id());
          s.setString(2, scenario.name());
          s.setObject(3, OffsetDateTime.ofInstant(scenario.createdAt(), ZoneOffset.UTC));
          s.setString(4, scenario.catalogue());
          s.setString(5, scenario.cohort());
          s.setString(6, scenario.question());
          s.setString(7, scenario.answer());
          return s.executeUpdate();
        });
  }

  /** All, the newest first. */
  @Transactional
  public List<SavedScenario> list() {
    return select("select * from scenario order by created_at desc, id", null);
  }

  @Transactional
  public Optional<SavedScenario> find(String id) {
    return select("select * from scenario where id = ?", id).stream().findFirst();
  }

  /** False if there is none of this id. */
  @Transactional
  public boolean delete(String id) {
    return jdbc.prepareStatement(
        "delete from scenario where id = ?",
        s -> {
          s.setString(1, id);
          return s.executeUpdate() > 0;
        });
  }

  private List<SavedScenario> select(String sql, @Nullable String id) {
    return jdbc.prepareStatement(
        sql,
        s -> {
          if (id != null) {
            s.setString(1, id);
          }
          List<SavedScenario> found = new ArrayList<>();
          try (ResultSet r = s.executeQuery()) {
            while (r.next()) {
              found.add(scenario(r));
            }
          }
          return found;
        });
  }

  private static SavedScenario scenario(ResultSet r) throws SQLException {
    return new SavedScenario(
        r.getString("id"),
        r.getString("name"),
        r.getObject("created_at", OffsetDateTime.class).toInstant(),
        r.getString("catalogue"),
        r.getString("cohort_id"),
        r.getString("question"),
        r.getString("answer"));
  }
}
