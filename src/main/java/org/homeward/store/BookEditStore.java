package org.homeward.store;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.homeward.costbook.BookEdit;

/** Who edited a cost book, when and why, and what became of which number. */
@Singleton
public class BookEditStore {

  private final Statements statements;

  BookEditStore(Statements statements) {
    this.statements = statements;
  }

  /** The edits of a book, the first first. */
  @Transactional
  public List<BookEdit> edits(String book) {
    Map<Integer, List<BookEdit.Alteration>> alterations = new TreeMap<>();
    statements.list(
        "select edition, path, before_value, after_value from cost_book_alteration"
            + " where book_id = ? order by edition, place",
        r ->
            alterations
                .computeIfAbsent(r.getInt(1), e -> new ArrayList<>())
                .add(new BookEdit.Alteration(r.getString(2), r.getString(3), r.getString(4))),
        book);
    return statements.list(
        "select edition, edited_by, edited_at, reason from cost_book_edit"
            + " where book_id = ? order by edition",
        r ->
            new BookEdit(
                r.getInt(1),
                r.getString(2),
                Objects.requireNonNullElse(Statements.instant(r, "edited_at"), Instant.EPOCH),
                r.getString(4),
                alterations.getOrDefault(r.getInt(1), List.of())),
        book);
  }

  /** In the transaction of the caller. */
  void keep(String book, BookEdit edit) {
    statements.update(
        "insert into cost_book_edit (book_id, edition, edited_by, edited_at, reason)"
            + " values (?, ?, ?, ?, ?)",
        book,
        edit.edition(),
        edit.by(),
        edit.at(),
        edit.reason());
    for (int i = 0; i < edit.alterations().size(); i++) {
      BookEdit.Alteration alteration = edit.alterations().get(i);
      statements.update(
          "insert into cost_book_alteration (book_id, edition, place, path, before_value,"
              + " after_value) values (?, ?, ?, ?, ?, ?)",
          book,
          edit.edition(),
          i,
          alteration.path(),
          alteration.before(),
          alteration.after());
    }
  }
}
