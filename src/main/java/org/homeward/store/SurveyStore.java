package org.homeward.store;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.homeward.process.TimeCategory;
import org.homeward.quantity.Minutes;
import org.homeward.timeuse.Answer;
import org.homeward.timeuse.EventRecords;
import org.homeward.timeuse.GivenAnswer;
import org.homeward.timeuse.LoadedSurvey;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.Survey;
import org.homeward.timeuse.SurveyDescription;
import org.homeward.timeuse.TimeCell;
import org.jspecify.annotations.Nullable;

/** The surveys that users loaded: whole, or not at all. */
@Singleton
public class SurveyStore {

  private static final int BATCH = 5_000;

  private final JdbcOperations jdbc;

  SurveyStore(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps a survey with all its answers in one transaction.
   *
   * @param answers hands over its rows one by one; whatever it throws leaves nothing behind
   */
  @Transactional
  public void keep(
      LoadedSurvey survey, Set<Survey.AskedTask> asked, Consumer<Consumer<GivenAnswer>> answers) {
    insert(survey);
    jdbc.prepareStatement(
        "insert into survey_asked (survey_id, process, task, staff_role) values (?, ?, ?, ?)",
        statement -> {
          for (Survey.AskedTask task : asked) {
            statement.setString(1, survey.id());
            statement.setString(2, task.process());
            statement.setString(3, task.task());
            statement.setString(4, task.role());
            statement.addBatch();
          }
          return statement.executeBatch();
        });
    jdbc.prepareStatement(
        "insert into survey_answer (survey_id, line, respondent, participants, occurrence, occurrences, event,"
            + " process, task, staff_role, variation, category, minutes, share, times, event_date)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        statement -> {
          Batch batch = new Batch(survey.id(), statement);
          answers.accept(batch::add);
          batch.flush();
          return batch;
        });
  }

  private void insert(LoadedSurvey survey) {
    SurveyDescription about = survey.description();
    jdbc.prepareStatement(
        "insert into survey (id, sha256, file_name, loaded_at, title, authority, method, from_date, to_date,"
            + " instrument, contact_role, price_neutral, includes_non_case_related_time, illustrative, note,"
            + " answers, respondents) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        s -> {
          s.setString(1, survey.id());
          s.setString(2, survey.sha256());
          s.setString(3, survey.fileName());
          s.setObject(4, OffsetDateTime.ofInstant(survey.loadedAt(), ZoneOffset.UTC));
          s.setString(5, about.title());
          s.setString(6, about.authority());
          s.setString(7, about.method().code());
          setDate(s, 8, about.from());
          setDate(s, 9, about.to());
          s.setString(10, about.instrument());
          s.setString(11, about.contactRole());
          s.setBoolean(12, about.priceNeutral());
          s.setBoolean(13, about.includesNonCaseRelatedTime());
          s.setBoolean(14, about.illustrative());
          s.setString(15, about.note());
          s.setInt(16, survey.answers());
          s.setInt(17, survey.respondents());
          return s.executeUpdate();
        });
  }

  /** All, by id. */
  @Transactional
  public List<LoadedSurvey> list() {
    return select("select * from survey order by id", null);
  }

  @Transactional
  public Optional<LoadedSurvey> find(String id) {
    return select("select * from survey where id = ?", id).stream().findFirst();
  }

  /** The survey that came from a file of this hash. */
  @Transactional
  public Optional<LoadedSurvey> findBySha256(String sha256) {
    return select("select * from survey where sha256 = ?", sha256).stream().findFirst();
  }

  /** Takes a survey and its answers away; false if there is none of this id. */
  @Transactional
  public boolean delete(String id) {
    jdbc.prepareStatement(
        "delete from survey_exclusion where survey_id = ?",
        s -> {
          s.setString(1, id);
          return s.executeUpdate();
        });
    return jdbc.prepareStatement(
        "delete from survey where id = ?",
        s -> {
          s.setString(1, id);
          return s.executeUpdate() > 0;
        });
  }

  /** The rows of a survey as they were given, in order of lines. */
  @Transactional
  public List<GivenAnswer> given(String id) {
    return jdbc.prepareStatement(
        "select * from survey_answer where survey_id = ? order by line",
        s -> {
          s.setString(1, id);
          List<GivenAnswer> rows = new ArrayList<>();
          try (ResultSet r = s.executeQuery()) {
            while (r.next()) {
              rows.add(givenAnswer(r));
            }
          }
          return rows;
        });
  }

  /** The survey as calculations take it: answers normalised, events summed by case. */
  @Transactional
  public Optional<Survey> survey(String id) {
    return find(id).map(s -> survey(s, asked(id), given(id)));
  }

  private static Survey survey(
      LoadedSurvey loaded, Set<Survey.AskedTask> asked, List<GivenAnswer> rows) {
    SurveyDescription about = loaded.description();
    List<Answer> answers =
        about.method() == Method.EVENT_RECORD
            ? events(asked, rows)
            : rows.stream().map(GivenAnswer::normalised).toList();
    return new Survey(
        loaded.id(),
        about.title(),
        about.authority(),
        about.method(),
        about.dates(),
        about.includesNonCaseRelatedTime(),
        about.illustrative(),
        about.note(),
        asked,
        answers);
  }

  private static List<Answer> events(Set<Survey.AskedTask> asked, List<GivenAnswer> rows) {
    Map<List<String>, Integer> seen =
        new TreeMap<>(
            java.util.Comparator.comparing((List<String> k) -> k.get(0))
                .thenComparing(k -> k.get(1)));
    List<EventRecords.Event> events = new ArrayList<>();
    for (GivenAnswer row : rows) {
      seen.merge(
          List.of(row.respondent(), row.cell().process()),
          Math.max(row.occurrence(), row.occurrences()),
          Math::max);
      events.add(
          new EventRecords.Event(
              row.respondent(), row.occurrence(), row.cell(), Minutes.of(row.minutes())));
    }
    List<EventRecords.Observed> observed = new ArrayList<>();
    seen.forEach((k, n) -> observed.add(new EventRecords.Observed(k.get(0), k.get(1), n)));
    return EventRecords.answers(asked, observed, events);
  }

  private Set<Survey.AskedTask> asked(String id) {
    return jdbc.prepareStatement(
        "select * from survey_asked where survey_id = ? order by process, task, staff_role",
        s -> {
          s.setString(1, id);
          Set<Survey.AskedTask> asked = new LinkedHashSet<>();
          try (ResultSet r = s.executeQuery()) {
            while (r.next()) {
              asked.add(
                  new Survey.AskedTask(
                      r.getString("process"), r.getString("task"), r.getString("staff_role")));
            }
          }
          return asked;
        });
  }

  private List<LoadedSurvey> select(String sql, @Nullable String parameter) {
    return jdbc.prepareStatement(
        sql,
        s -> {
          if (parameter != null) {
            s.setString(1, parameter);
          }
          List<LoadedSurvey> found = new ArrayList<>();
          try (ResultSet r = s.executeQuery()) {
            while (r.next()) {
              found.add(loadedSurvey(r));
            }
          }
          return found;
        });
  }

  private static LoadedSurvey loadedSurvey(ResultSet r) throws SQLException {
    Instant loadedAt = r.getObject("loaded_at", OffsetDateTime.class).toInstant();
    return new LoadedSurvey(
        r.getString("id"),
        r.getString("sha256"),
        r.getString("file_name"),
        loadedAt,
        new SurveyDescription(
            r.getString("title"),
            r.getString("authority"),
            Method.of(r.getString("method")),
            date(r, "from_date"),
            date(r, "to_date"),
            r.getString("instrument"),
            r.getString("contact_role"),
            r.getBoolean("price_neutral"),
            r.getBoolean("includes_non_case_related_time"),
            r.getBoolean("illustrative"),
            r.getString("note")),
        r.getInt("answers"),
        r.getInt("respondents"));
  }

  private static GivenAnswer givenAnswer(ResultSet r) throws SQLException {
    return new GivenAnswer(
        r.getLong("line"),
        r.getString("respondent"),
        r.getInt("participants"),
        r.getInt("occurrence"),
        r.getInt("occurrences"),
        r.getString("event"),
        new TimeCell(
            r.getString("process"),
            r.getString("task"),
            r.getString("staff_role"),
            r.getString("variation"),
            TimeCategory.of(r.getString("category"))),
        plain(r.getBigDecimal("minutes")),
        plain(r.getBigDecimal("share")),
        plain(r.getBigDecimal("times")),
        date(r, "event_date"));
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static @Nullable LocalDate date(ResultSet r, String column) throws SQLException {
    Date date = r.getDate(column);
    return date == null ? null : date.toLocalDate();
  }

  private static void setDate(PreparedStatement s, int index, @Nullable LocalDate date)
      throws SQLException {
    if (date == null) {
      s.setNull(index, Types.DATE);
    } else {
      s.setDate(index, Date.valueOf(date));
    }
  }

  /** Rows on their way into the table, so many at a time. */
  private static final class Batch {

    private final String surveyId;
    private final PreparedStatement statement;
    private int waiting;

    Batch(String surveyId, PreparedStatement statement) {
      this.surveyId = surveyId;
      this.statement = statement;
    }

    void add(GivenAnswer row) {
      try {
        statement.setString(1, surveyId);
        statement.setLong(2, row.line());
        statement.setString(3, row.respondent());
        statement.setInt(4, row.participants());
        statement.setInt(5, row.occurrence());
        statement.setInt(6, row.occurrences());
        statement.setString(7, row.event());
        statement.setString(8, row.cell().process());
        statement.setString(9, row.cell().task());
        statement.setString(10, row.cell().role());
        statement.setString(11, row.cell().variation());
        statement.setString(12, row.cell().category().code());
        statement.setBigDecimal(13, row.minutes());
        statement.setBigDecimal(14, row.share());
        statement.setBigDecimal(15, row.times());
        setDate(statement, 16, row.date());
        statement.addBatch();
        if (++waiting == BATCH) {
          flush();
        }
      } catch (SQLException e) {
        throw new IllegalStateException("A survey row could not be kept", e);
      }
    }

    void flush() throws SQLException {
      if (waiting > 0) {
        statement.executeBatch();
        waiting = 0;
      }
    }
  }
}
