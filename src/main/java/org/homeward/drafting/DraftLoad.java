package org.homeward.drafting;

import java.util.List;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.problem.InputException;

/** What is brought into a draft in one piece, and kept as one edit of it. */
public sealed interface DraftLoad
    permits PayrollLoad, AuthorityFeesLoad, EstimateSetLoad, InHouseLoad {

  /**
   * What the files of the draft become.
   *
   * @throws InputException with every problem of what is brought
   */
  Loaded into(OpenBook draft);

  /**
   * The files after a load.
   *
   * @param notes what who loads must know: what was done in reading, and what does not count yet
   */
  record Loaded(CatalogueFiles files, List<String> notes) {
    public Loaded {
      notes = List.copyOf(notes);
    }
  }
}
