package org.homeward.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.TreeMap;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.costbook.CompiledBook;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.problem.InputException;
import org.junit.jupiter.api.Test;

class BookFiguresTest {

  /** A published cost has figures for kinds of cases of its own: no variation adds to it. */
  @Test
  void whatIsStatedHasNoVariations() {
    TreeMap<String, String> texts = new TreeMap<>(CatalogueFolder.read(Path.of("")).texts());
    texts.computeIfPresent(
        "catalogue/book.yaml",
        (path, text) -> text.replace("statedProcesses: []", "statedProcesses: [find-placement]"));
    BookFigures figures =
        new BookFigures(new CompiledBook(CatalogueReader.read(new CatalogueFiles(texts)).book()));
    assertThat(figures.of("unit-cost/find-placement").written()).isNotBlank();
    assertThatThrownBy(() -> figures.of("unit-cost/find-placement+difficult-to-place-residential"))
        .isInstanceOf(InputException.class);
    assertThat(figures.of("unit-cost/review+out-of-area").written()).isNotBlank();
  }
}
