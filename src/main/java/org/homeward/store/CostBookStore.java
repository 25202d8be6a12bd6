package org.homeward.store;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.homeward.costbook.BookEdit;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.costbook.CostBookEntry;
import org.homeward.costbook.ReferenceTables;
import org.homeward.quantity.Coded;

/**
 * Cost books by name: drafts with the texts in which they differ from what they are based on, and
 * published ones, whose content is a version of the catalogue. Each method is one transaction.
 */
@Singleton
public class CostBookStore {

  private final Statements statements;
  private final BookEditStore edits;
  private final CatalogueStore catalogues;

  CostBookStore(Statements statements, BookEditStore edits, CatalogueStore catalogues) {
    this.statements = statements;
    this.edits = edits;
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
      statements.update(
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
    edits.keep(id, first);
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
        statements.update(
            "update cost_book set edition = ? where id = ? and edition = ? and state = 'draft'",
            edit.edition(),
            id,
            edit.edition() - 1);
    if (found) {
      keepTexts(id, texts);
      edits.keep(id, edit);
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
    if (!statements.update(
        "update cost_book set edition = ? where id = ? and edition = ? and state = 'draft'",
        edit.edition(),
        draft.id(),
        draft.edition())) {
      return false;
    }
    catalogues.publish(files, tables);
    supersede(draft.slug());
    statements.update(
        "update cost_book set state = 'published', in_force = slug, hash = ?, published_at = ?"
            + " where id = ?",
        files.hash(),
        edit.at(),
        draft.id());
    statements.update("delete from cost_book_file where book_id = ?", draft.id());
    edits.keep(draft.id(), edit);
    return true;
  }

  private void supersede(String slug) {
    statements.update(
        "update cost_book set state = 'superseded', in_force = null where in_force = ?", slug);
  }

  /** Takes that edition of a draft away; false if it is not there. */
  @Transactional
  public boolean deleteDraft(String id, int edition) {
    return statements.update(
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
    statements.list(
        "select path, content from cost_book_file where book_id = ?",
        r -> texts.put(r.getString(1), Optional.ofNullable(r.getString(2))),
        id);
    return texts;
  }

  private String insert(CostBookEntry entry) {
    int number = nextNumber(entry.slug());
    String id = entry.slug() + "-" + number;
    statements.update(
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
        entry.createdAt(),
        entry.publishedAt(),
        entry.hash(),
        entry.state() == CostBookEntry.State.PUBLISHED ? entry.slug() : null);
    return id;
  }

  private int nextNumber(String slug) {
    if (!statements.update(
        "update cost_book_name set last_number = last_number + 1 where slug = ?", slug)) {
      statements.update("insert into cost_book_name (slug, last_number) values (?, 1)", slug);
    }
    return statements
        .list("select last_number from cost_book_name where slug = ?", r -> r.getInt(1), slug)
        .get(0);
  }

  private void keepTexts(String id, Map<String, Optional<String>> texts) {
    texts.forEach(
        (path, text) -> {
          statements.update("delete from cost_book_file where book_id = ? and path = ?", id, path);
          statements.update(
              "insert into cost_book_file (book_id, path, content) values (?, ?, ?)",
              id,
              path,
              text.orElse(null));
        });
  }

  private List<CostBookEntry> select(String sql, String... values) {
    return statements.list(sql, CostBookStore::entry, (Object[]) values);
  }

  private static CostBookEntry entry(ResultSet r) throws SQLException {
    return new CostBookEntry(
        r.getString("id"),
        r.getString("name"),
        Coded.of(CostBookEntry.State.class, r.getString("state")),
        r.getString("note"),
        r.getString("based_on"),
        r.getInt("edition"),
        Objects.requireNonNullElse(Statements.instant(r, "created_at"), Instant.EPOCH),
        Statements.instant(r, "published_at"),
        r.getString("hash"));
  }
}
