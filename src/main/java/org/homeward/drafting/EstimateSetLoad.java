package org.homeward.drafting;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.homeward.loader.CatalogueEditor;

/**
 * A published estimate set as the minutes of a draft, in place of those of the surveys beside its
 * processes. Its files become files of the draft, so that the hash of the book covers them.
 *
 * @param set id
 * @param published the files of a published set; none for the surveys again
 */
public record EstimateSetLoad(String set, Function<String, SortedMap<String, String>> published)
    implements DraftLoad {

  @Override
  public Loaded into(OpenBook draft) {
    CatalogueEditor editor = new CatalogueEditor(draft.files());
    editor.replaceEstimates(published.apply(set));
    List<String> stated =
        draft.parameters().inputs().estimates().timeUse().estimates().stream()
            .filter(e -> e.stated() != null)
            .map(e -> e.cell().process() + "/" + e.cell().task() + "/" + e.cell().role())
            .toList();
    return new Loaded(
        editor.files(),
        stated.isEmpty()
            ? List.of()
            : List.of(
                "Minutes that were stated in place of the estimates before count no longer: "
                    + String.join("; ", stated)
                    + "."));
  }
}
