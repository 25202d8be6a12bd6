package org.homeward.drafting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.homeward.costbook.CostBook;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.loader.CatalogueEditor;
import org.homeward.placement.FeeRow;
import org.homeward.placement.InHouseProvision;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;

/**
 * A home that the authority runs itself as a fee of a draft: by the night, what a bed costs whether
 * used or not as its retainer, and how many are used as its occupancy. Both are numbers of the book
 * and can be changed; what the bed is made of stands in the note of the row.
 *
 * @param from the first day on which it holds
 * @param includes ids of the processes that the home's staff do
 * @param source where its figures come from
 * @param home built up with the staff costs of a book
 */
public record InHouseLoad(
    PlacementType type,
    LocalDate from,
    Set<String> includes,
    String source,
    Function<CostBook, InHouseProvision> home)
    implements DraftLoad {

  public InHouseLoad {
    includes = Set.copyOf(includes);
  }

  @Override
  public Loaded into(OpenBook draft) {
    CostBook book = draft.book();
    InHouseProvision built = home.apply(book);
    FeeRow.Kind kind = FeeRow.Kind.of(type, Provider.IN_HOUSE, null);
    boolean illustrative = book.hourlyCosts().stream().anyMatch(h -> h.provenance().illustrative());
    FeeRow row =
        new FeeRow(
            kind,
            from,
            null,
            Money.ZERO,
            Rate.Per.NIGHT,
            built.block(),
            book.priceYear(),
            includes,
            Payer.SOCIAL_CARE,
            new Provenance(source, illustrative && built.hasStaff(), built.working()));
    CatalogueEditor editor = new CatalogueEditor(draft.files());
    editor.replaceFees(List.of(), List.of(row));
    List<String> notes = new ArrayList<>();
    notes.add(
        "A used night costs " + built.ofUsedBed().perDay().toPence() + ": " + built.working());
    for (FeeRow other : draft.catalogue().tables().fees()) {
      if (other.kind().isSameAs(kind) && other.from().isAfter(from)) {
        notes.add("From " + other.from() + " on the row that is there holds in its place.");
      }
    }
    return new Loaded(editor.files(), notes);
  }
}
