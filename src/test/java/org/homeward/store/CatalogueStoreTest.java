package org.homeward.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.Databases;
import org.homeward.costbook.CatalogueFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueStoreTest {

  private static final CatalogueFiles FIRST =
      new CatalogueFiles(
          new TreeMap<>(Map.of("processes/a.yaml", "id: a\n", "catalogue/fees.csv", "héllo,£5\n")));
  private static final CatalogueFiles EDITED =
      new CatalogueFiles(
          new TreeMap<>(
              Map.of("processes/a.yaml", "id: a\nname: A\n", "catalogue/fees.csv", "héllo,£5\n")));

  private static ApplicationContext start(Map<String, Object> properties) {
    return ApplicationContext.run(properties);
  }

  @ParameterizedTest
  @EnumSource
  void publishingTheSameCatalogueTwiceChangesNothing(Databases database) {
    try (ApplicationContext context = start(database.properties())) {
      CatalogueStore store = context.getBean(CatalogueStore.class);
      int before = store.versions().size();
      assertThat(store.publish(FIRST)).isTrue();
      assertThat(store.publish(FIRST)).isFalse();
      assertThat(store.versions()).hasSize(before + 1).contains(FIRST.hash());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEditedFileIsANewVersionAndTheOldOneStaysAsItWas(Databases database) {
    try (ApplicationContext context = start(database.properties())) {
      CatalogueStore store = context.getBean(CatalogueStore.class);
      store.publish(FIRST);
      store.publish(EDITED);
      assertThat(store.versions()).containsSubsequence(FIRST.hash(), EDITED.hash());
      assertThat(store.find(FIRST.hash())).contains(FIRST);
      assertThat(store.find(EDITED.hash())).contains(EDITED);
      assertThat(store.find("unknown")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void startingTwiceOnTheSameDatabaseKeepsEveryVersion(Databases database) {
    Map<String, Object> properties = database.properties();
    int versions;
    try (ApplicationContext context = start(properties)) {
      context.getBean(CatalogueStore.class).publish(FIRST);
      versions = context.getBean(CatalogueStore.class).versions().size();
    }
    try (ApplicationContext context = start(properties)) {
      assertThat(context.getBean(CatalogueStore.class).versions()).hasSize(versions);
      assertThat(context.getBean(CatalogueStore.class).find(FIRST.hash())).contains(FIRST);
    }
  }
}
