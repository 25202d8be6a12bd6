package org.homeward.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.HomeCosts;
import org.homeward.loader.CatalogueEditor;
import org.homeward.placement.FeeRow;
import org.homeward.placement.InHouseHome;
import org.homeward.placement.InHouseProvision;
import org.homeward.quantity.Rate;

/**
 * A home that the authority runs itself as a part of a draft, in place of the home or the fee of
 * its kind that begins on the same day. Its fee is made of its parts whenever the book is put
 * together.
 *
 * @param home with the roles of a book
 */
public record InHouseLoad(Function<CostBook, InHouseHome> home) implements DraftLoad {

  /**
   * @throws org.homeward.problem.InputException with every problem of what is said of the home
   */
  @Override
  public Loaded into(OpenBook draft) {
    InHouseHome made = home.apply(draft.book());
    CatalogueEditor editor = new CatalogueEditor(draft.files());
    List<String> notes = new ArrayList<>();
    InHouseProvision built = HomeCosts.of(draft.book()).of(made);
    notes.add(
        "A used night costs " + built.ofUsedBed().perDay().toPence() + ": " + built.working());
    for (FeeRow fee : draft.catalogue().tables().fees()) {
      if (fee.kind().isSameAs(made.kind())) {
        if (fee.from().equals(made.from())) {
          editor.removeFee(fee);
          notes.add("It takes the place of the fee from that day, " + paid(fee) + ".");
        } else if (fee.from().isAfter(made.from())) {
          notes.add("From " + fee.from() + " on the fee that is there holds in its place.");
        }
      }
    }
    editor.replaceHome(
        draft.catalogue().tables().homes().stream().filter(made::isSameAs).findFirst().orElse(null),
        made);
    return new Loaded(editor.files(), notes);
  }

  private static String paid(FeeRow fee) {
    Rate.Per per = fee.per();
    return fee.cost().toPence() + (per == null ? " once" : " a " + per.code());
  }
}
