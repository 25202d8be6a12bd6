package org.homeward.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.data.exceptions.DataAccessException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.homeward.Books;
import org.homeward.Databases;
import org.homeward.costbook.BookEdit;
import org.homeward.costbook.BookEdit.Alteration;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.costbook.CostBookEntry;
import org.homeward.costbook.CostBookEntry.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CostBookStoreTest {

  private static final Instant THEN = Instant.parse("2026-03-01T09:30:00.123456Z");
  private static final CatalogueFiles SHIPPED = files("shipped");

  private static CatalogueFiles files(String text) {
    return new CatalogueFiles(new TreeMap<>(Map.of("a.csv", text, "b.csv", "same")));
  }

  private static BookEdit edit(int edition, Alteration... alterations) {
    return new BookEdit(edition, "finance-officer", THEN, "pay award", List.of(alterations));
  }

  private static CostBookEntry draft(String name) {
    return new CostBookEntry("", name, State.DRAFT, "note", SHIPPED.hash(), 1, THEN, null, null);
  }

  private static void on(Databases database, BiConsumer<CostBookStore, BookEditStore> test) {
    try (ApplicationContext context = ApplicationContext.run(database.properties())) {
      CostBookStore store = context.getBean(CostBookStore.class);
      store.publishShipped("Shipped", SHIPPED, Books.NO_TABLES);
      test.accept(store, context.getBean(BookEditStore.class));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDraftIsKeptWithItsTextsAndEveryEditOfIt(Databases database) {
    on(
        database,
        (store, edits) -> {
          CostBookEntry made =
              store.draft(draft("Testshire"), Map.of("a.csv", Optional.of("mine")), edit(1));
          assertThat(made.id()).isEqualTo("testshire-1");
          BookEdit second =
              edit(2, new Alteration("staff-costs/x", "1", "2"), new Alteration("y", null, "3"));
          assertThat(store.edit(made.id(), second, Map.of("b.csv", Optional.empty()))).isTrue();

          assertThat(store.find("testshire-1").orElseThrow().edition()).isEqualTo(2);
          assertThat(store.find("testshire-1").orElseThrow().createdAt()).isEqualTo(THEN);
          assertThat(store.texts("testshire-1"))
              .isEqualTo(Map.of("a.csv", Optional.of("mine"), "b.csv", Optional.empty()));
          assertThat(edits.edits("testshire-1")).containsExactly(edit(1), second);
        });
  }

  @ParameterizedTest
  @EnumSource
  void anEditOfAnotherEditionLeavesEverythingAsItWas(Databases database) {
    on(
        database,
        (store, edits) -> {
          store.draft(draft("Testshire"), Map.of(), edit(1));
          assertThat(store.edit("testshire-1", edit(2), Map.of("a.csv", Optional.of("first"))))
              .isTrue();

          assertThat(store.edit("testshire-1", edit(2), Map.of("a.csv", Optional.of("second"))))
              .isFalse();
          assertThat(store.deleteDraft("testshire-1", 1)).isFalse();
          assertThat(
                  store.publish(
                      store.find("testshire-1").map(b -> withEdition(b, 1)).orElseThrow(),
                      edit(2),
                      files("mine"),
                      Books.NO_TABLES))
              .isFalse();

          assertThat(store.texts("testshire-1")).isEqualTo(Map.of("a.csv", Optional.of("first")));
          assertThat(edits.edits("testshire-1")).hasSize(2);
          assertThat(states(store)).containsExactly("shipped-1 published", "testshire-1 draft");
        });
  }

  /** Of every book but that of the catalogue on disk, which is there from the start. */
  private static List<String> states(CostBookStore store) {
    return store.list().stream()
        .filter(b -> !b.slug().equals("england-illustrative"))
        .map(b -> b.id() + " " + b.state().code())
        .toList();
  }

  private static CostBookEntry withEdition(CostBookEntry b, int edition) {
    return new CostBookEntry(
        b.id(), b.name(), b.state(), b.note(), b.basedOn(), edition, b.createdAt(), null, null);
  }

  @ParameterizedTest
  @EnumSource
  void aPublishedBookIsInForceUntilAnotherOfItsNameIs(Databases database) {
    on(
        database,
        (store, edits) -> {
          for (String text : List.of("one", "two")) {
            CostBookEntry made = store.draft(draft("Testshire"), Map.of(), edit(1));
            assertThat(store.publish(made, edit(2), files(text), Books.NO_TABLES)).isTrue();
          }

          assertThat(states(store))
              .containsExactly(
                  "shipped-1 published", "testshire-1 superseded", "testshire-2 published");
          assertThat(store.inForce("testshire").orElseThrow().hash())
              .isEqualTo(files("two").hash());
          assertThat(store.ofHash(files("one").hash()).orElseThrow().id()).isEqualTo("testshire-1");
          assertThat(store.edit("testshire-1", edit(3), Map.of())).isFalse();
          assertThat(store.deleteDraft("testshire-1", 2)).isFalse();
        });
  }

  /** The content of the second is kept already, and one content is one book. */
  @ParameterizedTest
  @EnumSource
  void whatCannotBePublishedWholeIsNotPublishedAtAll(Databases database) {
    on(
        database,
        (store, edits) -> {
          CostBookEntry first = store.draft(draft("Testshire"), Map.of(), edit(1));
          store.publish(first, edit(2), files("one"), Books.NO_TABLES);
          CostBookEntry second = store.draft(draft("Testshire"), Map.of(), edit(1));

          assertThatThrownBy(() -> store.publish(second, edit(2), files("one"), Books.NO_TABLES))
              .isInstanceOf(DataAccessException.class);

          assertThat(store.inForce("testshire").orElseThrow().id()).isEqualTo("testshire-1");
          assertThat(store.find("testshire-2").orElseThrow()).isEqualTo(second);
          assertThat(edits.edits("testshire-2")).containsExactly(edit(1));
        });
  }

  @ParameterizedTest
  @EnumSource
  void aDeletedDraftLeavesNothing(Databases database) {
    on(
        database,
        (store, edits) -> {
          store.draft(draft("Testshire"), Map.of("a.csv", Optional.of("mine")), edit(1));

          assertThat(store.deleteDraft("testshire-1", 1)).isTrue();

          assertThat(store.find("testshire-1")).isEmpty();
          assertThat(store.texts("testshire-1")).isEmpty();
          assertThat(edits.edits("testshire-1")).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatTheServiceStartsWithIsInForceAlsoWhenItIsAnEarlierContent(Databases database) {
    on(
        database,
        (store, edits) -> {
          String name = "Shipped";
          assertThat(store.publishShipped(name, files("edited"), Books.NO_TABLES)).isTrue();
          assertThat(store.publishShipped(name, SHIPPED, Books.NO_TABLES)).isFalse();

          assertThat(states(store)).containsExactly("shipped-1 published", "shipped-2 superseded");
        });
  }
}
