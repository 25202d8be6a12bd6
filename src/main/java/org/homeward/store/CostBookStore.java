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
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.homeward.costbook.BookEdit;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.costbook.CostBookEntry;
import org.homeward.costbook.ReferenceTables;
import org.homeward.quantity.Coded;
import org.jspecify.annotations.Nullable;

/**
 * Cost books by name: drafts with the texts in which they differ from what they are based on, and
 * published ones, whose content is a version of the catalogue. Each method is one transaction.
 */
@Singleton
public class CostBookStore {

  private final JdbcOperations jdbc;
  private final CatalogueStore catalogues;

  CostBookStore(JdbcOperations jdbc, CatalogueStore catalogues) {
    this.jdbc = jdbc;
    this.catalogues = catalogues;
  }

  /**
   * Keeps what the service starts with as the book in force of its name: a new one if its content
   * is new; false if it is known.
   */
  @Transactional
  public boolean publishShipped(String name, CatalogueFiles files, ReferenceTables tables) {
    catalogues.publish(files, tables);
    String hash = files.hash();
    Optional<CostBookEntry> known =
        select("select * from cost_book where hash = ?", hash).stream().findFirst();
    String slug = known.map(CostBookEntry::slug).orElse(CostBookEntry.slug(name));
    supersede(slug);
    if (known.isEmpty()) {
      Instant now = Instant.now();
      insert(
          new CostBookEntry("", name, CostBookEntry.State.PUBLISHED, "", null, 1, now, now, hash));
    } else {
      update(
          "update cost_book set state = 'published', in_force = slug where id = ?",
          known.get().id());
    }
    return known.isEmpty();
  }

  /**
   * Begins a draft, which gets the next number of its name.
   *
   * @param draft whose id is not looked at
   * @param texts in which it differs from what it is based on; an empty one leaves the file out
   */
  @Transactional
  public CostBookEntry draft(
      CostBookEntry draft, Map<String, Optional<String>> texts, BookEdit first) {
    String id = insert(draft);
    keepTexts(id, texts);
    keepEdit(id, first);
    return find(id).orElseThrow();
  }

  /**
   * Makes the next edition of a draft; false if the one before is not there.
   *
   * @param texts that changed; the others of the draft stay
   */
  @Transactional
  public boolean edit(String id, BookEdit edit, Map<String, Optional<String>> texts) {
    boolean found =
        update(
            "update cost_book set edition = ? where id = ? and edition = ? and state = 'draft'",
            edit.edition(),
            id,
            edit.edition() - 1);
    if (found) {
      keepTexts(id, texts);
      keepEdit(id, edit);
    }
    return found;
  }

  /**
   * Makes a draft the book in force of its name, whole or not at all; false if that edition of the
   * draft is not there.
   *
   * @param edit says who publishes it, and why; its edition is the one after the draft's
   */
  @Transactional
  public boolean publish(
      CostBookEntry draft, BookEdit edit, CatalogueFiles files, ReferenceTables tables) {
    if (!update(
        "update cost_book set edition = ? where id = ? and edition = ? and state = 'draft'",
        edit.edition(),
        draft.id(),
        draft.edition())) {
      return false;
    }
    catalogues.publish(files, tables);
    supersede(draft.slug());
    update(
        "update cost_book set state = 'published', in_force = slug, hash = ?, published_at = ?"
            + " where id = ?",
        files.hash(),
        at(edit.at()),
        draft.id());
    update("delete from cost_book_file where book_id = ?", draft.id());
    keepEdit(draft.id(), edit);
    return true;
  }

  private void supersede(String slug) {
    update("update cost_book set state = 'superseded', in_force = null where in_force = ?", slug);
  }

  /** Takes that edition of a draft away; false if it is not there. */
  @Transactional
  public boolean deleteDraft(String id, int edition) {
    return update(
        "delete from cost_book where id = ? and edition = ? and state = 'draft'", id, edition);
  }

  /** All, by name and number. */
  @Transactional
  public List<CostBookEntry> list() {
    return select("select * from cost_book order by slug, number");
  }

  @Transactional
  public Optional<CostBookEntry> find(String id) {
    return select("select * from cost_book where id = ?", id).stream().findFirst();
  }

  /** The book of a content. */
  @Transactional
  public Optional<CostBookEntry> ofHash(String hash) {
    return select("select * from cost_book where hash = ?", hash).stream().findFirst();
  }

  /** The book in force of a name, given in the form of a word. */
  @Transactional
  public Optional<CostBookEntry> inForce(String slug) {
    return select("select * from cost_book where in_force = ?", slug).stream().findFirst();
  }

  /** The texts in which a draft differs from what it is based on; empty: the file is left out. */
  @Transactional
  public SortedMap<String, Optional<String>> texts(String id) {
    SortedMap<String, Optional<String>> texts = new TreeMap<>();
    query(
        "select path, content from cost_book_file where book_id = ?",
        r -> texts.put(r.getString(1), Optional.ofNullable(r.getString(2))),
        id);
    return texts;
  }

  /** The edits of a book, the first first. */
  @Transactional
  public List<BookEdit> edits(String id) {
    Map<Integer, List<BookEdit.Alteration>> alterations = new TreeMap<>();
    query(
        "select edition, path, before_value, after_value from cost_book_alteration"
            + " where book_id = ? order by edition, place",
        r ->
            alterations
                .computeIfAbsent(r.getInt(1), e -> new ArrayList<>())
                .add(new BookEdit.Alteration(r.getString(2), r.getString(3), r.getString(4))),
        id);
    List<BookEdit> edits = new ArrayList<>();
    query(
        "select edition, edited_by, edited_at, reason from cost_book_edit"
            + " where book_id = ? order by edition",
        r ->
            edits.add(
                new BookEdit(
                    r.getInt(1),
                    r.getString(2),
                    r.getObject(3, OffsetDateTime.class).toInstant(),
                    r.getString(4),
                    alterations.getOrDefault(r.getInt(1), List.of()))),
        id);
    return edits;
  }

  private String insert(CostBookEntry entry) {
    int number = nextNumber(entry.slug());
    String id = entry.slug() + "-" + number;
    update(
        "insert into cost_book (id, slug, number, name, state, note, based_on, edition, created_at,"
            + " published_at, hash, in_force) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        entry.slug(),
        number,
        entry.name(),
        entry.state().code(),
        entry.note(),
        entry.basedOn(),
        entry.edition(),
        at(entry.createdAt()),
        at(entry.publishedAt()),
        entry.hash(),
        entry.state() == CostBookEntry.State.PUBLISHED ? entry.slug() : null);
    return id;
  }

  private int nextNumber(String slug) {
    if (!update("update cost_book_name set last_number = last_number + 1 where slug = ?", slug)) {
      update("insert into cost_book_name (slug, last_number) values (?, 1)", slug);
    }
    List<Integer> number = new ArrayList<>();
    query(
        "select last_number from cost_book_name where slug = ?",
        r -> number.add(r.getInt(1)),
        slug);
    return number.get(0);
  }

  private void keepTexts(String id, Map<String, Optional<String>> texts) {
    texts.forEach(
        (path, text) -> {
          update("delete from cost_book_file where book_id = ? and path = ?", id, path);
          update(
              "insert into cost_book_file (book_id, path, content) values (?, ?, ?)",
              id,
              path,
              text.orElse(null));
        });
  }

  private void keepEdit(String id, BookEdit edit) {
    update(
        "insert into cost_book_edit (book_id, edition, edited_by, edited_at, reason)"
            + " values (?, ?, ?, ?, ?)",
        id,
        edit.edition(),
        edit.by(),
        at(edit.at()),
        edit.reason());
    for (int i = 0; i < edit.alterations().size(); i++) {
      BookEdit.Alteration alteration = edit.alterations().get(i);
      update(
          "insert into cost_book_alteration (book_id, edition, place, path, before_value,"
              + " after_value) values (?, ?, ?, ?, ?, ?)",
          id,
          edit.edition(),
          i,
          alteration.path(),
          alteration.before(),
          alteration.after());
    }
  }

  /** Reads one row. */
  private interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  private List<CostBookEntry> select(String sql, String... values) {
    List<CostBookEntry> found = new ArrayList<>();
    query(sql, r -> found.add(entry(r)), (Object[]) values);
    return found;
  }

  private static CostBookEntry entry(ResultSet r) throws SQLException {
    OffsetDateTime published = r.getObject("published_at", OffsetDateTime.class);
    return new CostBookEntry(
        r.getString("id"),
        r.getString("name"),
        Coded.of(CostBookEntry.State.class, r.getString("state")),
        r.getString("note"),
        r.getString("based_on"),
        r.getInt("edition"),
        r.getObject("created_at", OffsetDateTime.class).toInstant(),
        published == null ? null : published.toInstant(),
        r.getString("hash"));
  }

  private void query(String sql, Reader reader, @Nullable Object... values) {
    jdbc.prepareStatement(
        sql,
        s -> {
          set(s, values);
          try (ResultSet rows = s.executeQuery()) {
            while (rows.next()) {
              reader.read(rows);
            }
          }
          return true;
        });
  }

  /** Whether any row was touched. */
  private boolean update(String sql, @Nullable Object... values) {
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
      statement.setObject(i + 1, values[i]);
    }
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
