package org.homeward.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CostBookEntry;
import org.homeward.loader.Catalogue;
import org.homeward.loader.CatalogueReader;
import org.homeward.loader.EstimateSetReader;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.store.CatalogueStore;
import org.homeward.store.CostBookStore;
import org.homeward.store.EstimateSetStore;
import org.homeward.store.PublishedVersion;
import org.homeward.timeuse.EstimateSet;
import org.jspecify.annotations.Nullable;

/** The catalogue that answers are made from, and every earlier one by its hash. */
public final class CurrentCatalogue {

  private static final int SHORTEST_PREFIX = 8;

  /** A compiled book is some megabytes: the few earlier ones that were asked for last are kept. */
  private static final int MOST_KEPT = 4;

  /** So many versions are named to who asked for one that there is not. */
  private static final int MOST_NAMED = 10;

  private final PublishedCatalogue now;
  private final CatalogueStore store;
  private final CostBookStore books;
  private final EstimateSetStore setStore;

  /** Published sets never change. */
  private final Map<String, EstimateSet> sets = new ConcurrentHashMap<>();

  private final Map<String, PublishedCatalogue> earlier = new LinkedHashMap<>(8, 0.75f, true);

  public CurrentCatalogue(
      PublishedCatalogue now,
      CatalogueStore store,
      CostBookStore books,
      EstimateSetStore setStore) {
    this.now = now;
    this.store = store;
    this.books = books;
    this.setStore = setStore;
  }

  Catalogue catalogue() {
    return now.catalogue();
  }

  CompiledBook book() {
    return now.book();
  }

  /**
   * The book of a version, with the changes of a request.
   *
   * @throws InputException if there is no such version or estimate set, or a change is nonsense
   */
  StampedBook bookWith(
      @Nullable String catalogue, ComparisonRequests.@Nullable Overrides overrides) {
    return at(catalogue).bookWith(overrides, this::estimateSet);
  }

  /**
   * The book of a version, on the minutes of a published estimate set unless that is empty.
   *
   * @throws InputException if there is no such version or set
   */
  public CompiledBook book(@Nullable String catalogue, String estimateSet) {
    if (estimateSet.isEmpty()) {
      return at(catalogue).book();
    }
    if (!estimateSet.equals(EstimateSet.SHIPPED)) {
      estimateSet(estimateSet); // told at its own field if there is none
    }
    return bookWith(catalogue, ComparisonRequests.Overrides.ofEstimateSet(estimateSet)).book();
  }

  /**
   * The current book on the estimates of a set, {@code shipped} or published.
   *
   * @throws InputException if there is none of this id
   */
  public CompiledBook bookOn(String set) {
    return book(null, set);
  }

  /**
   * A published estimate set.
   *
   * @throws InputException if there is none of this id
   */
  public EstimateSet estimateSet(String id) {
    EstimateSet known = sets.get(id);
    if (known == null) {
      SortedMap<String, String> files = filesOf(id);
      Problems problems = new Problems();
      EstimateSetReader.Read read = EstimateSetReader.read(files, problems);
      if (read == null) {
        throw new IllegalStateException("A published set cannot be read: " + problems.list());
      }
      known = read.set();
      sets.put(id, known);
    }
    return known;
  }

  /**
   * Every number of a version, by path.
   *
   * @throws InputException if there is no such version
   */
  public ParameterCatalogue parameters(@Nullable String catalogue) {
    return at(catalogue).parameters();
  }

  /**
   * The files of a published estimate set; none for {@code shipped}.
   *
   * @throws InputException if there is none of this id
   */
  public SortedMap<String, String> estimateSetFiles(String id) {
    return id.equals(EstimateSet.SHIPPED) ? new TreeMap<>() : filesOf(id);
  }

  private SortedMap<String, String> filesOf(String id) {
    SortedMap<String, String> files = setStore.files(id);
    if (files.isEmpty()) {
      throw new InputException(
          Problem.of(
              "estimateSet",
              id,
              "There is no published estimate set of this id.",
              "See /api/estimate-sets; a draft must be published first."));
    }
    return files;
  }

  /** Every book that can answer, the newest first. */
  public List<CostBookEntry> books() {
    return books.list().stream()
        .filter(b -> !b.isDraft())
        .sorted(Comparator.comparing(CurrentCatalogue::published).reversed())
        .toList();
  }

  private static Instant published(CostBookEntry book) {
    return Objects.requireNonNullElse(book.publishedAt(), book.createdAt());
  }

  /**
   * The version of a cost book's id, of a name in the form of a word, of a hash or of its
   * beginning; the current one for null.
   *
   * @throws InputException naming the newest versions, if there is not exactly one such version
   */
  public PublishedCatalogue at(@Nullable String asked) {
    if (asked == null || asked.equals(now.book().book().hash())) {
      return now;
    }
    String hash = resolve(asked.strip().toLowerCase(Locale.ROOT), asked);
    return hash.equals(now.book().book().hash()) ? now : earlier(hash);
  }

  /**
   * The files that a version is made of.
   *
   * @throws InputException as {@link #at}
   */
  CatalogueFiles files(@Nullable String asked) {
    return keptFiles(at(asked).book().book().hash());
  }

  private String resolve(String beginning, String asked) {
    CostBookEntry book = books.find(beginning).or(() -> books.inForce(beginning)).orElse(null);
    if (book != null) {
      return hash(book);
    }
    List<String> known = store.versions().stream().map(PublishedVersion::hash).toList();
    List<String> meant =
        beginning.length() < SHORTEST_PREFIX
            ? List.of()
            : known.stream().filter(h -> h.startsWith(beginning)).toList();
    if (meant.size() == 1) {
      return meant.get(0);
    }
    throw new InputException(
        Problem.of(
            "catalogue",
            asked,
            meant.isEmpty()
                ? "No cost book has this id, and no version of the catalogue this hash."
                : "Several versions of the catalogue have a hash that begins so.",
            "Leave it out for the current version, or give the id of a cost book, or a hash or at least "
                + SHORTEST_PREFIX
                + " characters of it; the newest are "
                + known.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + "; /api/cost-books lists all."));
  }

  private static String hash(CostBookEntry book) {
    String hash = book.hash();
    if (hash == null) {
      throw new InputException(
          Problem.of(
              "catalogue",
              book.id(),
              "This cost book is a draft, which can change; an answer from it could not be had again.",
              "Publish it first."));
    }
    return hash;
  }

  private PublishedCatalogue earlier(String hash) {
    synchronized (earlier) {
      PublishedCatalogue kept = earlier.get(hash);
      if (kept == null) {
        kept = PublishedCatalogue.of(read(hash));
        earlier.put(hash, kept);
        if (earlier.size() > MOST_KEPT) {
          earlier.remove(earlier.keySet().iterator().next());
        }
      }
      return kept;
    }
  }

  /** Documents from the kept files, tables from their rows. */
  private Catalogue read(String hash) {
    CatalogueFiles files = keptFiles(hash);
    return store
        .tables(hash)
        .map(tables -> CatalogueReader.read(files, tables))
        .orElseGet(() -> CatalogueReader.read(files));
  }

  private CatalogueFiles keptFiles(String hash) {
    return store
        .find(hash)
        .orElseThrow(() -> new IllegalStateException("The version has no files"));
  }
}
