package org.homeward.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.comparison.Comparison;
import org.homeward.comparison.ComparisonCalculator;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.Child;
import org.homeward.pathway.Horizon;
import org.homeward.pathway.PathwayTemplate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The catalogue that ships with the project. */
class BundledCatalogueTest {

  private static Catalogue catalogue;

  @BeforeAll
  static void read() {
    catalogue = CatalogueReader.read(CatalogueFolder.read(Path.of("")));
  }

  @Test
  void everyFileOfItIsGood() {
    assertThat(catalogue.book().processes()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(catalogue.pathways()).hasSizeGreaterThanOrEqualTo(11);
    assertThat(catalogue.surveys())
        .extracting(s -> s.method().code())
        .containsExactlyInAnyOrder("event-record", "focus-group", "online-survey");
    assertThat(catalogue.book().hourlyCosts()).hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void theSurveysAskAboutEveryTaskOfAtLeastSixProcesses() {
    Set<String> covered =
        catalogue.book().processes().stream()
            .filter(
                p ->
                    p.tasks().stream()
                        .allMatch(
                            t ->
                                catalogue.book().timeUse().estimates().stream()
                                    .anyMatch(
                                        e ->
                                            e.cell().process().equals(p.id())
                                                && e.cell().task().equals(t.id()))))
            .map(p -> p.id())
            .collect(Collectors.toSet());
    assertThat(covered).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void everyPathwayCanBeCostedFromBirthToTwentyFive() {
    CompiledBook book = new CompiledBook(catalogue.book());
    for (int age : new int[] {0, 2, 9, 15, 17}) {
      LocalDate start = LocalDate.of(2025, 4, 1);
      Child child = new Child(start.minusYears(age), Set.of());
      int from = (int) start.toEpochDay();
      Comparison comparison =
          new ComparisonCalculator(book)
              .calculate(
                  catalogue.pathways().stream()
                      .map(
                          (PathwayTemplate p) ->
                              p.forChild(child, from, new Horizon.Age(25).day(child, from), null))
                      .toList());
      assertThat(comparison.pathways())
          .allSatisfy(
              p -> assertThat(p.ledger().total().value()).as(p.pathway().id()).isPositive());
    }
  }
}
