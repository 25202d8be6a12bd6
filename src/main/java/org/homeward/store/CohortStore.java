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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cohorts, what was asked of them, and their children under pseudonyms. */
@Singleton
public class CohortStore {

  private static final int BATCH = 5_000;

  private final JdbcOperations jdbc;

  CohortStore(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  public void begin(StoredCohort cohort) {
    jdbc.prepareStatement(
        "insert into cohort (id, name, state, created_at, catalogue, report) values (?, ?, ?, ?, ?,"
            + " ?)",
        s -> {
          s.setString(1, cohort.id());
          s.setString(2, cohort.name());
          s.setString(3, cohort.state().code());
          s.setObject(4, at(cohort.createdAt()));
          s.setString(5, cohort.catalogue());
          s.setString(6, cohort.report());
          return s.executeUpdate();
        });
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** Ends one that runs, without a result. */
  @Transactional
  public void end(String id, StoredCohort.State state, Instant at, String report) {
    jdbc.prepareStatement(
        "update cohort set state = ?, ended_at = ?, report = ? where id = ?",
        s -> {
          s.setString(1, state.code());
          s.setObject(2, at(at));
          s.setString(3, report);
          s.setString(4, id);
          return s.executeUpdate();
        });
  }

  /** Keeps a result whole, or not at all. */
  @Transactional
  public void finish(String id, Instant at, CohortResult result) {
    result.costs().forEach((question, content) -> putCosts(id, question, content));
    putChildren(id, result.children());
    putFindings(id, result.findings());
    putCells(id, result);
    putFingerprint(id, result.fingerprint());
    end(id, StoredCohort.State.FINISHED, at, result.report());
  }

  private void putChildren(String id, Iterator<Map.Entry<String, String>> children) {
    jdbc.prepareStatement(
        "insert into cohort_child (cohort_id, pseudonym, content) values (?, ?, ?)",
        s -> {
          int waiting = 0;
          while (children.hasNext()) {
            Map.Entry<String, String> child = children.next();
            s.setString(1, id);
            s.setString(2, child.getKey());
            s.setString(3, child.getValue());
            waiting = add(s, waiting);
          }
          return s.executeBatch();
        });
  }

  private void putFindings(String id, Iterator<String> findings) {
    jdbc.prepareStatement(
        "insert into cohort_findings (cohort_id, part, content) values (?, ?, ?)",
        s -> {
          for (int part = 0; findings.hasNext(); part++) {
            s.setString(1, id);
            s.setInt(2, part);
            s.setString(3, findings.next());
            s.executeUpdate();
          }
          return id;
        });
  }

  private void putCells(String id, CohortResult result) {
    jdbc.prepareStatement(
        "insert into cohort_cells (cohort_id, part, content) values (?, ?, ?)",
        s -> {
          for (int part = 0; result.cells().hasNext(); part++) {
            s.setString(1, id);
            s.setInt(2, part);
            s.setBytes(3, result.cells().next());
            s.executeUpdate();
          }
          return id;
        });
    jdbc.prepareStatement(
        "update cohort set cells = ? where id = ?",
        s -> {
          s.setString(1, result.cellsHead().get());
          s.setString(2, id);
          return s.executeUpdate();
        });
  }

  private void putFingerprint(String id, String fingerprint) {
    jdbc.prepareStatement(
        "update cohort set fingerprint = ? where id = ?",
        s -> {
          s.setString(1, fingerprint);
          s.setString(2, id);
          return s.executeUpdate();
        });
  }

  private static int add(PreparedStatement statement, int waiting) throws SQLException {
    statement.addBatch();
    if (waiting + 1 < BATCH) {
      return waiting + 1;
    }
    statement.executeBatch();
    return 0;
  }

  /** Marks what ran when the service stopped. */
  @Transactional
  public void interruptAll(Instant at) {
    jdbc.prepareStatement(
        "update cohort set state = ?, ended_at = ? where state = ?",
        s -> {
          s.setString(1, StoredCohort.State.INTERRUPTED.code());
          s.setObject(2, at(at));
          s.setString(3, StoredCohort.State.RUNNING.code());
          return s.executeUpdate();
        });
  }

  /** All, the newest first. */
  @Transactional
  public List<StoredCohort> list() {
    return jdbc.prepareStatement(
        "select * from cohort order by created_at desc, id", CohortStore::read);
  }

  @Transactional
  public Optional<StoredCohort> find(String id) {
    return jdbc
        .prepareStatement(
            "select * from cohort where id = ?",
            s -> {
              s.setString(1, id);
              return read(s);
            })
        .stream()
        .findFirst();
  }

  private static List<StoredCohort> read(PreparedStatement statement) throws SQLException {
    List<StoredCohort> cohorts = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        OffsetDateTime ended = rows.getObject("ended_at", OffsetDateTime.class);
        cohorts.add(
            new StoredCohort(
                rows.getString("id"),
                rows.getString("name"),
                StoredCohort.State.of(rows.getString("state")),
                rows.getObject("created_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                rows.getString("catalogue"),
                rows.getString("report")));
      }
    }
    return cohorts;
  }

  /** Takes a cohort away with everything derived from it; whether there was one. */
  @Transactional
  public boolean delete(String id) {
    return jdbc.prepareStatement(
        "delete from cohort where id = ?",
        s -> {
          s.setString(1, id);
          return s.executeUpdate() > 0;
        });
  }

  /** Keeps an answer, unless it is there. */
  @Transactional
  public void putCosts(String id, String question, String content) {
    if (costs(id, question).isEmpty()) {
      jdbc.prepareStatement(
          "insert into cohort_costs (cohort_id, question, content) values (?, ?, ?)",
          s -> {
            s.setString(1, id);
            s.setString(2, question);
            s.setString(3, content);
            return s.executeUpdate();
          });
    }
  }

  @Transactional
  public Optional<String> costs(String id, String question) {
    return texts(
            "select content from cohort_costs where cohort_id = ? and question = ?", id, question)
        .stream()
        .findFirst();
  }

  /** What the parts of the costs by cell hold; empty for a cohort that has none. */
  @Transactional
  public Optional<String> cellsHead(String id) {
    return texts("select cells from cohort where id = ? and cells is not null", id).stream()
        .findFirst();
  }

  /** What the same files and key make again; empty for a cohort that has none. */
  @Transactional
  public Optional<String> fingerprint(String id) {
    return texts("select fingerprint from cohort where id = ? and fingerprint is not null", id)
        .stream()
        .findFirst();
  }

  /** A part of the costs by cell, from 0 on; null after the last. */
  @Transactional
  public byte @Nullable [] cells(String id, int part) {
    return jdbc.prepareStatement(
        "select content from cohort_cells where cohort_id = ? and part = ?",
        s -> {
          s.setString(1, id);
          s.setInt(2, part);
          try (ResultSet rows = s.executeQuery()) {
            return rows.next() ? rows.getBytes(1) : null;
          }
        });
  }

  @Transactional
  public Optional<String> child(String id, String pseudonym) {
    return texts(
            "select content from cohort_child where cohort_id = ? and pseudonym = ?", id, pseudonym)
        .stream()
        .findFirst();
  }

  /** So many pseudonyms after one, in order. */
  @Transactional
  public List<String> children(String id, String after, int most) {
    return texts(
        "select pseudonym from cohort_child where cohort_id = ? and pseudonym > ? order by"
            + " pseudonym limit "
            + most,
        id,
        after);
  }

  /** The parts of the list of findings, in order. */
  @Transactional
  public List<String> findings(String id) {
    return texts("select content from cohort_findings where cohort_id = ? order by part", id);
  }

  private List<String> texts(String sql, String... values) {
    return jdbc.prepareStatement(
        sql,
        s -> {
          for (int i = 0; i < values.length; i++) {
            s.setString(i + 1, values[i]);
          }
          List<String> texts = new ArrayList<>();
          try (ResultSet rows = s.executeQuery()) {
            while (rows.next()) {
              texts.add(rows.getString(1));
            }
          }
          return texts;
        });
  }
}
