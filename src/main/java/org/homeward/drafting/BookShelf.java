package org.homeward.drafting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.costbook.CostBookEntry;
import org.homeward.loader.Catalogue;
import org.homeward.loader.CatalogueReader;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.store.CatalogueStore;
import org.homeward.store.CostBookStore;
import org.jspecify.annotations.Nullable;

/** Every cost book with its content; those that were asked for last are kept open. */
public final class BookShelf {

  private static final int MOST_OPEN = 6;
  private static final int MOST_NAMED = 20;

  private final CostBookStore books;
  private final CatalogueStore catalogues;
  private final Map<String, Read> open = new LinkedHashMap<>(16, 0.75f, true);

  /** A content by its hash, which never changes. */
  record Read(Catalogue catalogue, ParameterCatalogue parameters) {}

  public BookShelf(CostBookStore books, CatalogueStore catalogues) {
    this.books = books;
    this.catalogues = catalogues;
  }

  public List<CostBookEntry> list() {
    return books.list();
  }

  /**
   * The book of an id; for a name in the form of a word, the one in force.
   *
   * @throws InputException about {@code id}, naming those there are
   */
  public CostBookEntry entry(String id) {
    return entry("id", id);
  }

  /** The same, for a book that a field of a request names. */
  CostBookEntry entry(String field, String id) {
    return books
        .find(id)
        .or(() -> books.inForce(id))
        .orElseThrow(
            () ->
                new InputException(
                    Problem.of(
                        field,
                        id,
                        "There is no cost book of this id.",
                        "Use one of "
                            + books.list().stream()
                                .map(CostBookEntry::id)
                                .limit(MOST_NAMED)
                                .collect(Collectors.joining(", "))
                            + ".")));
  }

  /**
   * The same with its content.
   *
   * @throws InputException about {@code id}, naming those there are
   */
  public OpenBook open(String id) {
    CostBookEntry entry = entry(id);
    CatalogueFiles files = files(entry);
    Read read = read(files);
    return new OpenBook(entry, files, read.catalogue(), read.parameters());
  }

  /**
   * The book that one began as a copy of; for one from disk, the one from disk before it; null for
   * the first.
   */
  @Nullable CostBookEntry before(CostBookEntry entry) {
    String basedOn = entry.basedOn();
    if (basedOn != null) {
      return books.ofHash(basedOn).orElse(null);
    }
    CostBookEntry before = null;
    for (CostBookEntry other : books.list()) {
      if (other.id().equals(entry.id())) {
        return before;
      }
      if (other.slug().equals(entry.slug()) && other.basedOn() == null && !other.isDraft()) {
        before = other;
      }
    }
    return before;
  }

  private CatalogueFiles files(CostBookEntry entry) {
    String hash = entry.hash();
    return hash != null ? published(hash) : draft(entry);
  }

  private CatalogueFiles draft(CostBookEntry entry) {
    SortedMap<String, String> texts = new TreeMap<>(base(entry).texts());
    books
        .texts(entry.id())
        .forEach(
            (path, text) ->
                text.ifPresentOrElse(t -> texts.put(path, t), () -> texts.remove(path)));
    return new CatalogueFiles(texts);
  }

  /** The content that a draft began as a copy of. */
  CatalogueFiles base(CostBookEntry draft) {
    return published(
        Optional.ofNullable(draft.basedOn())
            .orElseThrow(() -> new IllegalStateException("A draft is based on something")));
  }

  private CatalogueFiles published(String hash) {
    return catalogues
        .find(hash)
        .orElseThrow(() -> new IllegalStateException("A published book has its files"));
  }

  /**
   * @throws InputException with every problem of the files
   */
  Read read(CatalogueFiles files) {
    String hash = files.hash();
    synchronized (open) {
      Read known = open.get(hash);
      if (known != null) {
        return known;
      }
    }
    Catalogue catalogue = CatalogueReader.read(files);
    Read read = new Read(catalogue, ParameterCatalogue.of(catalogue.inputs()));
    synchronized (open) {
      open.put(hash, read);
      if (open.size() > MOST_OPEN) {
        open.remove(open.keySet().iterator().next());
      }
    }
    return read;
  }
}
