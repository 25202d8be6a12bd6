package org.homeward.drafting;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.homeward.costbook.BookEdit;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.costbook.CostBookEntry;
import org.homeward.intake.PersonalData;
import org.homeward.loader.CatalogueEditor;
import org.homeward.problem.InputException;
import org.homeward.problem.Problems;
import org.homeward.store.BookEditStore;
import org.homeward.store.CostBookStore;

/**
 * Where drafts of cost books are begun, edited, published and taken away. Every edit is checked
 * whole, as a catalogue on disk is at the start: a draft can be costed and published at any time.
 */
public final class CostBookDesk {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTE = 4_000;
  private static final int LONGEST_CODE = 80;
  private static final int LONGEST_REASON = 2_000;

  private final BookShelf shelf;
  private final CostBookStore store;
  private final BookEditStore edits;
  private final String shipped;

  /**
   * @param shipped name of the book that the service started with: it is edited on disk
   */
  public CostBookDesk(BookShelf shelf, CostBookStore store, BookEditStore edits, String shipped) {
    this.shelf = shelf;
    this.store = store;
    this.edits = edits;
    this.shipped = CostBookEntry.slug(shipped);
  }

  /**
   * Begins a draft as a copy of a published book.
   *
   * @throws InputException if there is no such book, or the name is that of the shipped one
   */
  public synchronized CostBookEntry draft(
      String copyOf, String name, String note, String by, String reason) {
    CostBookEntry base = shelf.entry("copyOf", copyOf);
    Problems problems = new Problems();
    told("name", name, LONGEST_NAME, problems);
    told("by", by, LONGEST_CODE, problems);
    told("reason", reason, LONGEST_REASON, problems);
    if (note.length() > LONGEST_NOTE) {
      problems.add("note", null, "The note is too long.", "Write at most 4,000 characters.");
    }
    if (base.isDraft()) {
      problems.add(
          "copyOf", copyOf, "This book is a draft.", "Publish it first, or copy another one.");
    }
    if (!name.isBlank() && CostBookEntry.slug(name).equals(shipped)) {
      problems.add(
          "name",
          name,
          "This is the name of the book that the service starts with, which is edited on disk.",
          "Choose another name.");
    }
    problems.throwIfAny();
    Instant now = now();
    CostBookEntry draft =
        new CostBookEntry(
            "", name, CostBookEntry.State.DRAFT, note, base.hash(), 1, now, null, null);
    CatalogueFiles before = shelf.base(draft);
    CatalogueFiles named = CatalogueEditor.named(before, name);
    return store.draft(
        draft, changedTexts(before, named), new BookEdit(1, by, now, reason, List.of()));
  }

  /**
   * Makes the next edition of a draft.
   *
   * @throws EditConflict if somebody else edited or published it since it was read
   * @throws InputException with every problem of the edit, and of the content that it would make
   */
  public synchronized CostBookEntry edit(String id, DraftEdit edit) {
    OpenBook draft = asRead(id, edit.edition());
    toldOrThrow(edit.by(), edit.reason(), new Problems());
    return kept(draft, EditedContent.of(draft, edit, shelf), edit.by(), edit.reason());
  }

  /**
   * Makes the next edition of a draft of what is loaded into it.
   *
   * @return what who loads must know
   * @throws EditConflict if somebody else edited or published it since it was read
   * @throws InputException with every problem of what is loaded, of what is said about it, or of
   *     the content that it would make
   */
  public synchronized List<String> load(
      String id, int edition, String by, String reason, DraftLoad load) {
    OpenBook draft = asRead(id, edition);
    Problems problems = new Problems();
    DraftLoad.Loaded loaded = null;
    try {
      loaded = load.into(draft);
    } catch (InputException e) {
      problems.addAll(e.problems());
    }
    toldOrThrow(by, reason, problems);
    if (loaded == null) {
      throw new IllegalStateException("What is wrong was told");
    }
    kept(draft, EditedContent.of(draft, loaded.files(), shelf), by, reason);
    return loaded.notes();
  }

  private CostBookEntry kept(OpenBook draft, EditedContent content, String by, String reason) {
    int edition = draft.entry().edition();
    BookEdit made = new BookEdit(edition + 1, by, now(), reason, content.alterations());
    if (!store.edit(draft.entry().id(), made, changedTexts(draft.files(), content.files()))) {
      throw conflict(draft.entry().id(), edition);
    }
    return shelf.entry(draft.entry().id());
  }

  /**
   * Makes a draft the book in force of its name; it never changes after that.
   *
   * @throws EditConflict if somebody else edited or published it since it was read
   * @throws InputException with every problem of its content, or if another book has the same
   */
  public synchronized CostBookEntry publish(String id, int edition, String by, String reason) {
    OpenBook draft = asRead(id, edition);
    Problems problems = new Problems();
    CostBookEntry same = store.ofHash(draft.files().hash()).orElse(null);
    if (same != null) {
      problems.add(
          "edition",
          edition,
          "Nothing in it differs from " + same.id() + ".",
          "Edit it, or use that one.");
    }
    toldOrThrow(by, reason, problems);
    BookEdit made = new BookEdit(edition + 1, by, now(), reason, List.of());
    if (!store.publish(draft.entry(), made, draft.files(), draft.catalogue().tables())) {
      throw conflict(draft.entry().id(), edition);
    }
    return shelf.entry(draft.entry().id());
  }

  /**
   * Takes a draft away.
   *
   * @throws EditConflict if somebody else edited or published it since it was read
   */
  public void delete(String id, int edition) {
    if (!store.deleteDraft(shelf.entry(id).id(), edition)) {
      throw conflict(id, edition);
    }
  }

  private OpenBook asRead(String id, int edition) {
    OpenBook draft = shelf.open(id);
    if (!draft.entry().isDraft() || draft.entry().edition() != edition) {
      throw conflict(draft.entry().id(), edition);
    }
    return draft;
  }

  private EditConflict conflict(String id, int edition) {
    return new EditConflict(
        shelf.entry(id), edits.edits(id).stream().filter(e -> e.edition() > edition).toList());
  }

  private static void toldOrThrow(String by, String reason, Problems problems) {
    told("by", by, LONGEST_CODE, problems);
    told("reason", reason, LONGEST_REASON, problems);
    problems.throwIfAny();
  }

  private static void told(String field, String text, int longest, Problems problems) {
    if (text.isBlank() || text.length() > longest) {
      problems.add(
          field,
          text.isBlank() ? null : text.length() + " characters",
          text.isBlank() ? "It is missing." : "It is too long.",
          "Write 1 to " + longest + " characters.");
    } else {
      String personal = PersonalData.inCell(text, field.equals("by"));
      if (personal != null) {
        problems.add(field, null, personal, "Write a code or a role, nothing of a person.");
      }
    }
  }

  private static SortedMap<String, Optional<String>> changedTexts(
      CatalogueFiles before, CatalogueFiles after) {
    SortedMap<String, Optional<String>> changed = new TreeMap<>();
    before.texts().keySet().stream()
        .filter(path -> !after.texts().containsKey(path))
        .forEach(path -> changed.put(path, Optional.empty()));
    for (Map.Entry<String, String> file : after.texts().entrySet()) {
      if (!file.getValue().equals(before.texts().get(file.getKey()))) {
        changed.put(file.getKey(), Optional.of(file.getValue()));
      }
    }
    return changed;
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
