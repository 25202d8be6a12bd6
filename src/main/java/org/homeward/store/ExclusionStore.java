package org.homeward.store;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.homeward.timeuse.Exclusion;
import org.jspecify.annotations.Nullable;

/** The answers that researchers left out; nothing is deleted but with its survey. */
@Singleton
public class ExclusionStore {

  private final JdbcOperations jdbc;

  ExclusionStore(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  public void keep(Exclusion exclusion) {
    jdbc.prepareStatement(
        "insert into survey_exclusion (id, survey_id, respondent, process, task, staff_role, reason, excluded_by,"
            + " excluded_at, taken_back_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        s -> {
          s.setString(1, exclusion.id());
          s.setString(2, exclusion.survey());
          s.setString(3, exclusion.respondent());
          s.setString(4, exclusion.process());
          s.setString(5, exclusion.task());
          s.setString(6, exclusion.role());
          s.setString(7, exclusion.reason());
          s.setString(8, exclusion.by());
          setInstant(s, 9, exclusion.at());
          setInstant(s, 10, exclusion.takenBackAt());
          return s.executeUpdate();
        });
  }

  /** Of one survey or, for null, of all; in order of time. */
  @Transactional
  public List<Exclusion> list(@Nullable String survey) {
    return jdbc.prepareStatement(
        "select * from survey_exclusion"
            + (survey == null ? "" : " where survey_id = ?")
            + " order by excluded_at, id",
        s -> {
          if (survey != null) {
            s.setString(1, survey);
          }
          List<Exclusion> found = new ArrayList<>();
          try (ResultSet r = s.executeQuery()) {
            while (r.next()) {
              found.add(exclusion(r));
            }
          }
          return found;
        });
  }

  /** Lets the answers count again; false if there is no such exclusion in force. */
  @Transactional
  public boolean takeBack(String survey, String id, Instant at) {
    return jdbc.prepareStatement(
        "update survey_exclusion set taken_back_at = ? where id = ? and survey_id = ? and taken_back_at is null",
        s -> {
          setInstant(s, 1, at);
          s.setString(2, id);
          s.setString(3, survey);
          return s.executeUpdate() > 0;
        });
  }

  private static Exclusion exclusion(ResultSet r) throws SQLException {
    OffsetDateTime takenBack = r.getObject("taken_back_at", OffsetDateTime.class);
    return new Exclusion(
        r.getString("id"),
        r.getString("survey_id"),
        r.getString("respondent"),
        r.getString("process"),
        r.getString("task"),
        r.getString("staff_role"),
        r.getString("reason"),
        r.getString("excluded_by"),
        r.getObject("excluded_at", OffsetDateTime.class).toInstant(),
        takenBack == null ? null : takenBack.toInstant());
  }

  private static void setInstant(PreparedStatement s, int index, @Nullable Instant at)
      throws SQLException {
    s.setObject(index, at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
  }
}
