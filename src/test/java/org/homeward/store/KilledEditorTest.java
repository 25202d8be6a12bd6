package org.homeward.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
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
import org.homeward.Books;
import org.homeward.costbook.BookEdit;
import org.homeward.costbook.BookEdit.Alteration;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.costbook.CostBookEntry;
import org.homeward.costbook.CostBookEntry.State;
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
    kill(3);
  }

  @Test
  @Tag("slow")
  void norInFiftyKills() throws Exception {
    kill(50);
  }

  private void kill(int times) throws Exception {
    Random random = new Random(SEED);
    for (int round = 0; round < times; round++) {
      workUntilKilled(round, random.nextInt(400));
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
        assertThat(books.texts(book.id())).isEmpty();
        newest = newest == null || at(book).isAfter(at(newest)) ? book : newest;
      }
    }
    assertThat(newest).isNotNull();
    assertThat(books.inForce("book").orElseThrow().id()).isEqualTo(newest.id());
  }

  private static Instant at(CostBookEntry book) {
    return Objects.requireNonNull(book.publishedAt());
  }

  private static String text(String id, int edition) {
    return id + ", edition " + edition;
  }

  /** Waits for the first acknowledgement, then so many milliseconds, and kills. */
  private void workUntilKilled(int round, int afterMilliseconds)
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
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      boolean first = true;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ", -1);
        if (words.length == 4 && words[0].equals("book")) {
          told(words[1], words[2], Integer.parseInt(words[3]));
          if (first) {
            first = false;
            var unused =
                CompletableFuture.runAsync(
                    () -> process.toHandle().destroyForcibly(),
                    CompletableFuture.delayedExecutor(afterMilliseconds, TimeUnit.MILLISECONDS));
          }
        }
      }
    }
    process.waitFor();
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

    private Editor() {}

    public static void main(String[] args) {
      try (ApplicationContext context = ApplicationContext.run(Map.of("homeward.data", args[0]))) {
        CostBookStore store = context.getBean(CostBookStore.class);
        store.publishShipped("Shipped", BASE, Books.NO_TABLES);
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
        store.publish(now, edit(5), files, Books.NO_TABLES);
        say("published", id, 5);
      }
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
