package org.homeward.store;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.homeward.timeuse.EstimateSetEntry;
import org.homeward.timeuse.Method;
import org.jspecify.annotations.Nullable;

/**
 * Estimate sets: drafts that can be edited, and published ones with the files of their data
 * package, which never change.
 */
@Singleton
public class EstimateSetStore {

  private final JdbcOperations jdbc;

  EstimateSetStore(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a new entry, with its files if it is published; false if the id is taken. */
  @Transactional
  public boolean keep(EstimateSetEntry entry, Map<String, String> files) {
    if (find(entry.id()).isPresent()) {
      return false;
    }
    jdbc.prepareStatement(
        "insert into estimate_set (id, name, note, methods, edition, created_at, published_at, sha256)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        s -> {
          s.setString(1, entry.id());
          s.setString(2, entry.name());
          s.setString(3, entry.note());
          s.setString(4, methods(entry));
          s.setInt(5, entry.edition());
          s.setObject(6, at(entry.createdAt()));
          s.setObject(7, at(entry.publishedAt()));
          s.setString(8, entry.sha256());
          return s.executeUpdate();
        });
    keepSurveys(entry);
    keepFiles(entry.id(), files);
    return true;
  }

  /** Puts the next edition of a draft in place of the one before; false if that is not there. */
  @Transactional
  public boolean edit(EstimateSetEntry next) {
    boolean found =
        jdbc.prepareStatement(
            "update estimate_set set name = ?, note = ?, methods = ?, edition = ?"
                + " where id = ? and edition = ? and published_at is null",
            s -> {
              s.setString(1, next.name());
              s.setString(2, next.note());
              s.setString(3, methods(next));
              s.setInt(4, next.edition());
              s.setString(5, next.id());
              s.setInt(6, next.edition() - 1);
              return s.executeUpdate() > 0;
            });
    if (found) {
      remove("delete from estimate_set_survey where set_id = ?", next.id());
      keepSurveys(next);
    }
    return found;
  }

  /**
   * Makes a draft a published set, with its files; false if that edition of the draft is not there.
   */
  @Transactional
  public boolean publish(EstimateSetEntry published, Map<String, String> files) {
    boolean found =
        jdbc.prepareStatement(
            "update estimate_set set published_at = ?, sha256 = ?"
                + " where id = ? and edition = ? and published_at is null",
            s -> {
              s.setObject(1, at(published.publishedAt()));
              s.setString(2, published.sha256());
              s.setString(3, published.id());
              s.setInt(4, published.edition());
              return s.executeUpdate() > 0;
            });
    if (found) {
      keepFiles(published.id(), files);
    }
    return found;
  }

  /** Takes a draft away; false if there is no draft of this id. */
  @Transactional
  public boolean deleteDraft(String id) {
    return remove("delete from estimate_set where id = ? and published_at is null", id);
  }

  /** All, by id. */
  @Transactional
  public List<EstimateSetEntry> list() {
    return select("select * from estimate_set order by id", null);
  }

  @Transactional
  public Optional<EstimateSetEntry> find(String id) {
    return select("select * from estimate_set where id = ?", id).stream().findFirst();
  }

  /** The files of a published set by path; none for a draft. */
  @Transactional
  public SortedMap<String, String> files(String id) {
    return jdbc.prepareStatement(
        "select path, content from estimate_set_file where set_id = ?",
        s -> {
          s.setString(1, id);
          SortedMap<String, String> files = new TreeMap<>();
          try (ResultSet r = s.executeQuery()) {
            while (r.next()) {
              files.put(r.getString(1), r.getString(2));
            }
          }
          return files;
        });
  }

  private void keepSurveys(EstimateSetEntry entry) {
    for (int i = 0; i < entry.surveys().size(); i++) {
      int place = i;
      jdbc.prepareStatement(
          "insert into estimate_set_survey (set_id, place, survey_id) values (?, ?, ?)",
          s -> {
            s.setString(1, entry.id());
            s.setInt(2, place);
            s.setString(3, entry.surveys().get(place));
            return s.executeUpdate();
          });
    }
  }

  private void keepFiles(String id, Map<String, String> files) {
    files.forEach(
        (path, text) ->
            jdbc.prepareStatement(
                "insert into estimate_set_file (set_id, path, content) values (?, ?, ?)",
                s -> {
                  s.setString(1, id);
                  s.setString(2, path);
                  s.setString(3, text);
                  return s.executeUpdate();
                }));
  }

  private boolean remove(String sql, String id) {
    return jdbc.prepareStatement(
        sql,
        s -> {
          s.setString(1, id);
          return s.executeUpdate() > 0;
        });
  }

  private List<EstimateSetEntry> select(String sql, @Nullable String id) {
    return jdbc.prepareStatement(
        sql,
        s -> {
          if (id != null) {
            s.setString(1, id);
          }
          List<EstimateSetEntry> found = new ArrayList<>();
          try (ResultSet r = s.executeQuery()) {
            while (r.next()) {
              found.add(entry(r));
            }
          }
          return found;
        });
  }

  private EstimateSetEntry entry(ResultSet r) throws SQLException {
    OffsetDateTime published = r.getObject("published_at", OffsetDateTime.class);
    String id = r.getString("id");
    return new EstimateSetEntry(
        id,
        r.getString("name"),
        r.getString("note"),
        Arrays.stream(r.getString("methods").split(";", -1))
            .map(Method::of)
            .collect(Collectors.toSet()),
        surveys(id),
        r.getInt("edition"),
        r.getObject("created_at", OffsetDateTime.class).toInstant(),
        published == null ? null : published.toInstant(),
        r.getString("sha256"));
  }

  private List<String> surveys(String id) {
    return jdbc.prepareStatement(
        "select survey_id from estimate_set_survey where set_id = ? order by place",
        s -> {
          s.setString(1, id);
          List<String> surveys = new ArrayList<>();
          try (ResultSet r = s.executeQuery()) {
            while (r.next()) {
              surveys.add(r.getString(1));
            }
          }
          return surveys;
        });
  }

  private static String methods(EstimateSetEntry entry) {
    return entry.methods().stream().sorted().map(Method::code).collect(Collectors.joining(";"));
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
