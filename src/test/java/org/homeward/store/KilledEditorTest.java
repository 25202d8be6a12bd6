package org.homeward.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.jdbc.DataSourceResolver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.homeward.costbook.BookEdit;
import org.homeward.costbook.BookEdit.Alteration;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.costbook.CostBookEntry;
import org.homeward.costbook.CostBookEntry.State;
import org.homeward.costbook.ReferenceTables;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.placement.FeeRow;
import org.homeward.quantity.Provenance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that drafts, edits, publishes and deletes cost books, at random instants; then no
 * acknowledged edit is lost, and nothing is half done.
 */
class KilledEditorTest {

  private static final long SEED = 512;

  @TempDir private Path folder;

  /** What the process said that it had done: the last edition of each book, and its end. */
  private final Map<String, Integer> editions = new TreeMap<>();

  private final Set<String> published = new HashSet<>();
  private final Set<String> deleted = new HashSet<>();
  private final Set<String> perhapsDeleted = new HashSet<>();

  @Test
  void noAcknowledgedEditIsLostAndNothingIsHalfPublishedWhenTheProcessIsKilled() throws Exception {
    kill(5);
  }

  @Test
  @Tag("slow")
  void norInFiftyKills() throws Exception {
    kill(50);
  }

  private void kill(int times) throws Exception {
    Random random = new Random(SEED);
    for (int round = 0; round < times; round++) {
      boolean asItStarts = round % 2 == 0;
      workUntilKilled(round, asItStarts, random.nextInt(asItStarts ? 2_500 : 400));
    }
    assertThat(editions).hasSizeGreaterThan(times);
    assertThat(published).isNotEmpty();
    assertThat(deleted).isNotEmpty();
    try (ApplicationContext context =
        ApplicationContext.run(Map.of("homeward.data", folder.toString()))) {
      CostBookStore books = context.getBean(CostBookStore.class);
      BookEditStore edits = context.getBean(BookEditStore.class);
      whatWasAcknowledgedIsThere(books, edits);
      nothingIsHalfDone(books, edits, context.getBean(CatalogueStore.class));
      nothingIsWithoutItsOwner(
          context.getBean(DataSourceResolver.class).resolve(context.getBean(DataSource.class)));
    }
  }

  private void whatWasAcknowledgedIsThere(CostBookStore books, BookEditStore kept) {
    editions.forEach(
        (id, edition) -> {
          Optional<CostBookEntry> found = books.find(id);
          if (deleted.contains(id)) {
            assertThat(found).as(id).isEmpty();
          } else if (found.isPresent() || !perhapsDeleted.contains(id)) {
            assertThat(found.orElseThrow().edition()).as(id).isGreaterThanOrEqualTo(edition);
            assertThat(kept.edits(id)).hasSizeGreaterThanOrEqualTo(edition);
          }
        });
    for (String id : published) {
      assertThat(books.find(id).orElseThrow().isDraft()).as(id).isFalse();
    }
  }

  private static void nothingIsHalfDone(
      CostBookStore books, BookEditStore kept, CatalogueStore catalogues) {
    CostBookEntry newest = null;
    for (CostBookEntry book : books.list()) {
      List<BookEdit> edits = kept.edits(book.id());
      if (book.basedOn() == null) {
        continue; // what the process started with has no edits
      }
      assertThat(edits).as(book.id()).hasSize(book.edition());
      if (book.isDraft()) {
        assertThat(edits.get(edits.size() - 1).alterations())
            .extracting(Alteration::after)
            .containsExactly(String.valueOf(book.edition()));
        assertThat(books.texts(book.id()))
            .isEqualTo(
                book.edition() == 1
                    ? Map.of()
                    : Map.of("a", Optional.of(text(book.id(), book.edition()))));
      } else {
        CatalogueFiles files = catalogues.find(String.valueOf(book.hash())).orElseThrow();
        assertThat(files.hash()).isEqualTo(book.hash());
        assertThat(catalogues.tables(files.hash()))
            .contains(Editor.tables(book.id(), book.edition() - 1));
        assertThat(books.texts(book.id())).isEmpty();
        newest = newest == null || at(book).isAfter(at(newest)) ? book : newest;
      }
    }
    assertThat(newest).isNotNull();
    assertThat(books.inForce("book").orElseThrow().id()).isEqualTo(newest.id());
  }

  /** What no key of the database refuses: versions of no book, texts of no version. */
  private static void nothingIsWithoutItsOwner(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String orphans :
          List.of(
              "select hash from catalogue_version where hash not in (select hash from cost_book where hash is not null)",
              "select hash from catalogue_version v where tabled and not exists (select 1 from fee where version_hash = v.hash)",
              "select hash from catalogue_text where hash not in (select text_hash from catalogue_file)",
              "select slug from cost_book_name where slug not in (select slug from cost_book)")) {
        try (ResultSet found = statement.executeQuery(orphans)) {
          assertThat(found.next()).as(orphans).isFalse();
        }
      }
    }
  }

  private static Instant at(CostBookEntry book) {
    return Objects.requireNonNull(book.publishedAt());
  }

  private static String text(String id, int edition) {
    return id + ", edition " + edition;
  }

  /** Waits so many milliseconds, from the start or the first acknowledgement on, and kills. */
  private void workUntilKilled(int round, boolean asItStarts, int afterMilliseconds)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Editor.class.getName(),
                folder.toString(),
                String.valueOf(round))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (asItStarts) {
      killLater(process, afterMilliseconds);
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      boolean first = !asItStarts;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ", -1);
        if (words.length == 4 && words[0].equals("book")) {
          told(words[1], words[2], Integer.parseInt(words[3]));
          if (first) {
            first = false;
            killLater(process, afterMilliseconds);
          }
        }
      }
    }
    process.waitFor();
  }

  private static void killLater(Process process, int milliseconds) {
    var unused =
        CompletableFuture.runAsync(
            () -> process.toHandle().destroyForcibly(),
            CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS));
  }

  private void told(String what, String id, int edition) {
    switch (what) {
      case "edited" -> editions.put(id, edition);
      case "published" -> published.add(id);
      case "deleting" -> perhapsDeleted.add(id);
      case "deleted" -> deleted.add(id);
      default -> throw new IllegalStateException(what);
    }
  }

  /** The process that is killed: says each thing when it is done. */
  public static final class Editor {

    private static final CatalogueFiles BASE = new CatalogueFiles(new TreeMap<>(Map.of("a", "")));

    /** Those that ship, with as many rows of each as a kill has time to fall between. */
    private static final ReferenceTables SHIPPED =
        some(CatalogueReader.read(CatalogueFolder.read(Path.of(""))).tables());

    private Editor() {}

    public static void main(String[] args) {
      try (ApplicationContext context = ApplicationContext.run(Map.of("homeward.data", args[0]))) {
        CostBookStore store = context.getBean(CostBookStore.class);
        store.publishShipped("Shipped", BASE, SHIPPED);
        for (int i = 0; i < 100_000; i++) {
          work(store, i);
        }
      }
    }

    private static void work(CostBookStore store, int i) {
      CostBookEntry draft =
          new CostBookEntry("", "Book", State.DRAFT, "", BASE.hash(), 1, Instant.now(), null, null);
      String id = store.draft(draft, Map.of(), edit(1)).id();
      say("edited", id, 1);
      for (int edition = 2; edition < 5; edition++) {
        store.edit(id, edit(edition), Map.of("a", Optional.of(text(id, edition))));
        say("edited", id, edition);
      }
      CostBookEntry now = store.find(id).orElseThrow();
      if (i % 3 == 1) {
        say("deleting", id, 4);
        store.deleteDraft(id, 4);
        say("deleted", id, 4);
      } else {
        CatalogueFiles files = new CatalogueFiles(new TreeMap<>(Map.of("a", text(id, 4))));
        store.publish(now, edit(5), files, tables(id, 4));
        say("published", id, 5);
      }
    }

    private static ReferenceTables some(ReferenceTables all) {
      return all.withFees(first(all.fees()))
          .withPrices(first(all.prices()))
          .withIndices(first(all.indices()).subList(0, 1));
    }

    private static <T> List<T> first(List<T> rows) {
      return rows.subList(0, Math.min(rows.size(), 20));
    }

    /** A book's own: its first fee says which book and edition it is of. */
    static ReferenceTables tables(String id, int edition) {
      List<FeeRow> fees = new ArrayList<>(SHIPPED.fees());
      fees.set(0, fees.get(0).withProvenance(new Provenance(text(id, edition), true, "")));
      return SHIPPED.withFees(fees);
    }

    private static BookEdit edit(int edition) {
      return new BookEdit(
          edition,
          "test",
          Instant.now(),
          "test",
          List.of(new Alteration("n", null, String.valueOf(edition))));
    }

    private static void say(String what, String id, int edition) {
      System.out.println("book " + what + " " + id + " " + edition);
      System.out.flush();
    }
  }
}
