package org.homeward.drafting;

import java.util.ArrayList;
import java.util.List;
import org.homeward.loader.CatalogueEditor;
import org.homeward.placement.AuthorityCosts;
import org.homeward.placement.AuthorityFees;
import org.homeward.placement.FeeRow;
import org.homeward.problem.InputException;
import org.homeward.problem.Problems;
import org.homeward.quantity.FinancialYear;
import org.jspecify.annotations.Nullable;

/**
 * The published weekly unit costs of an authority as the fees of a draft, until better ones are
 * loaded: fees from elsewhere stay, and those that come of the figures are rows like any other. The
 * rows that rest on England's figures are kept beside them, so that another authority or year can
 * follow.
 *
 * @param authority code or name
 * @param authorityYear financial year; the last one for null
 */
public record AuthorityFeesLoad(String authority, @Nullable String authorityYear)
    implements DraftLoad {

  @Override
  public Loaded into(OpenBook draft) {
    AuthorityCosts costs = draft.catalogue().authorities();
    List<FeeRow> before = draft.catalogue().tables().fees();
    AuthorityFees after = AuthorityFees.of(before, costs, figures(costs));
    CatalogueEditor editor = new CatalogueEditor(draft.files());
    editor.keepEnglandFees(
        AuthorityFees.englands(before, costs).stream()
            .filter(row -> !after.fees().contains(row))
            .toList());
    editor.replaceFees(rest(before, after.fees()), rest(after.fees(), before));
    return new Loaded(editor.files(), after.notes());
  }

  private AuthorityCosts.OfYear figures(AuthorityCosts costs) {
    Problems problems = new Problems();
    String asked = authorityYear;
    FinancialYear year =
        asked == null
            ? null
            : problems.attempt(
                "authorityYear",
                asked,
                "Write a financial year such as 2024-25.",
                () -> FinancialYear.parse(asked));
    AuthorityCosts.OfYear found = null;
    try {
      found = costs.figures(authority, year);
    } catch (InputException e) {
      problems.addAll(e.problems());
    }
    if (found == null || !problems.isEmpty()) {
      throw new InputException(problems.list());
    }
    return found;
  }

  private static List<FeeRow> rest(List<FeeRow> of, List<FeeRow> without) {
    List<FeeRow> rest = new ArrayList<>(of);
    rest.removeAll(without);
    return rest;
  }
}
