package org.homeward.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homeward.costbook.BookEdit.Alteration;
import org.homeward.costbook.BookInputs;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.loader.CatalogueEditor;
import org.homeward.parameter.Change;
import org.homeward.parameter.ConventionDifference;
import org.homeward.parameter.Difference;
import org.homeward.parameter.Parameter;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * The content that an edit of a draft makes: checked whole.
 *
 * @param alterations what becomes of which number and file
 */
record EditedContent(CatalogueFiles files, List<Alteration> alterations) {

  private static final String ILLUSTRATIVE = "illustrative";
  private static final int LONGEST_TEXT = 400;
  private static final int LONGEST_PATH = 300;

  /**
   * @throws InputException with every problem of the edit, and of the content that it would make
   */
  static EditedContent of(OpenBook draft, DraftEdit edit, BookShelf shelf) {
    CatalogueFiles replaced = replaced(draft.files(), edit.files());
    BookShelf.Read read = shelf.read(replaced);
    CatalogueFiles files = written(replaced, read.parameters(), edit.changes());
    return of(draft, files, edit.files().keySet(), shelf);
  }

  /**
   * @throws InputException with every problem of the content
   */
  static EditedContent of(OpenBook draft, CatalogueFiles files, BookShelf shelf) {
    TreeSet<String> paths = new TreeSet<>(draft.files().texts().keySet());
    paths.addAll(files.texts().keySet());
    return of(draft, files, paths, shelf);
  }

  private static EditedContent of(
      OpenBook draft, CatalogueFiles files, Set<String> paths, BookShelf shelf) {
    BookShelf.Read after = shelf.read(files);
    if (!after.catalogue().book().name().equals(draft.entry().name())) {
      throw new InputException(
          Problem.of(
              "files.catalogue/book.yaml",
              after.catalogue().book().name(),
              "The name of a book stays.",
              "Write name: " + draft.entry().name() + ", or begin a draft of the other name."));
    }
    List<Alteration> alterations = alterations(draft, files, paths, after.parameters());
    if (alterations.isEmpty()) {
      throw new InputException(
          Problem.of("changes", null, "The edit changes nothing.", "Change a number or a file."));
    }
    return new EditedContent(files, alterations);
  }

  private static CatalogueFiles replaced(
      CatalogueFiles before, Map<String, Optional<String>> files) {
    SortedMap<String, String> texts = new TreeMap<>(before.texts());
    Problems problems = new Problems();
    files.forEach(
        (path, text) -> {
          if (path.length() > LONGEST_PATH || !CatalogueEditor.isOfCatalogue(path)) {
            problems.add(
                "files",
                path,
                "This is no place in a catalogue.",
                "Name a .yaml, .csv or .json file in processes/, timeuse-surveys/ or catalogue/.");
          } else if (text.isPresent()) {
            texts.put(path, text.get());
          } else if (texts.remove(path) == null) {
            problems.add("files", path, "There is no such file.", "Leave it out of the edit.");
          }
        });
    problems.throwIfAny();
    return new CatalogueFiles(texts);
  }

  private static CatalogueFiles written(
      CatalogueFiles files, ParameterCatalogue before, List<DraftEdit.SourcedChange> changes) {
    List<Change> plain = changes.stream().map(DraftEdit.SourcedChange::change).toList();
    BookInputs inputs = before.with(plain);
    if (plain.isEmpty()) {
      return files;
    }
    ParameterCatalogue after = ParameterCatalogue.of(inputs);
    CatalogueEditor editor = new CatalogueEditor(files);
    for (DraftEdit.SourcedChange change : changes) {
      for (Parameter parameter : before.meant(change.change().path())) {
        editor.write(parameter.place(), after.at(parameter.path()).decimal(), change.provenance());
      }
    }
    return editor.files();
  }

  private static List<Alteration> alterations(
      OpenBook draft, CatalogueFiles files, Set<String> paths, ParameterCatalogue after) {
    List<Alteration> alterations = new ArrayList<>();
    for (ConventionDifference d : ConventionDifference.between(draft.parameters(), after)) {
      alterations.add(new Alteration(d.path(), shortened(d.before()), shortened(d.after())));
    }
    for (Difference difference : Difference.between(draft.parameters(), after)) {
      Parameter was = difference.before();
      Parameter is = difference.after();
      if (difference.isOfValue()) {
        alterations.add(new Alteration(difference.path(), number(was), number(is)));
      }
      if (was != null && is != null && !was.provenance().equals(is.provenance())) {
        alterations.add(new Alteration(difference.path() + "/source", source(was), source(is)));
      }
    }
    for (String path : paths) {
      String was = draft.files().texts().get(path);
      String is = files.texts().get(path);
      if (!Objects.equals(was, is)) {
        alterations.add(new Alteration("files/" + path, hash(was), hash(is)));
      }
    }
    return alterations;
  }

  private static @Nullable String number(@Nullable Parameter parameter) {
    return parameter == null ? null : parameter.decimal().toPlainString();
  }

  private static String source(Parameter parameter) {
    Provenance of = parameter.provenance();
    return shortened(marked(of) + (of.note().isEmpty() ? "" : "; " + of.note()));
  }

  /** Says whether it is illustrative where its own words do not. */
  private static String marked(Provenance of) {
    return of.illustrative() == of.source().startsWith(ILLUSTRATIVE)
        ? of.source()
        : (of.illustrative() ? ILLUSTRATIVE : "published") + ": " + of.source();
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
  }

  private static @Nullable String hash(@Nullable String text) {
    return text == null ? null : CatalogueFiles.hash(text).substring(0, 12);
  }
}
