package org.homeward.placement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;

/**
 * Fees with the published figures of one authority and year in place of England's. A fee row that
 * rests on England's figure of that year – its source begins with the measure's – is multiplied by
 * authority ÷ England and holds on every day at constant real price; where the row splits the
 * figure by provider or area, the split stays. Rows from elsewhere stay as they are.
 *
 * @param fees all of them
 * @param notes what a reader of an answer must know: definitions, caveats, and figures that could
 *     not be used
 */
public record AuthorityFees(List<FeeRow> fees, List<String> notes) {

  public AuthorityFees {
    fees = List.copyOf(fees);
    notes = List.copyOf(notes);
  }

  public static AuthorityFees of(
      List<FeeRow> fees, AuthorityCosts costs, AuthorityCosts.OfYear authority) {
    List<FeeRow> rows = new ArrayList<>(fees);
    List<String> notes = new ArrayList<>();
    for (AuthorityCosts.Figure figure : costs.figures(authority)) {
      if (!figure.measure().covers().isEmpty()) {
        replace(rows, figure, authority);
        notes.add(note(figure, authority));
      }
    }
    return new AuthorityFees(rows, notes);
  }

  private static void replace(
      List<FeeRow> rows, AuthorityCosts.Figure figure, AuthorityCosts.OfYear of) {
    List<FeeRow> resting = rows.stream().filter(r -> restsOn(r, figure.measure())).toList();
    List<FeeRow> models = resting.stream().filter(r -> r.priceYear().equals(of.year())).toList();
    Set<FeeRow.Kind> kinds = new HashSet<>(models.stream().map(FeeRow::kind).toList());
    List<FeeRow> replaced = resting.stream().filter(r -> kinds.contains(r.kind())).toList();
    LocalDate first =
        replaced.stream().map(FeeRow::from).min(Comparator.naturalOrder()).orElse(LocalDate.MIN);
    rows.removeAll(replaced);
    models.forEach(m -> rows.add(scaled(m, figure, of, first)));
  }

  private static boolean restsOn(FeeRow row, AuthorityCosts.Measure measure) {
    return measure.covers().contains(row.type())
        && row.provenance().source().startsWith(measure.provenance().source());
  }

  private static FeeRow scaled(
      FeeRow row, AuthorityCosts.Figure figure, AuthorityCosts.OfYear of, LocalDate from) {
    Money amount = row.amount().times(figure.used().pounds().divide(figure.england().pounds()));
    Provenance old = row.provenance();
    return row.withAmount(amount)
        .onwardsFrom(from)
        .withProvenance(
            new Provenance(
                old.source() + "; " + name(of.authority(), of.year(), figure),
                old.illustrative() || figure.status() != AuthorityCosts.Status.OWN,
                old.note()));
  }

  private static String name(
      AuthorityCosts.Authority authority, FinancialYear year, AuthorityCosts.Figure figure) {
    return figure.status() == AuthorityCosts.Status.OWN
        ? "figure of " + authority.name() + ", " + year
        : "England's figure of " + year + " in place of " + authority.name() + "'s";
  }

  private static String note(AuthorityCosts.Figure figure, AuthorityCosts.OfYear of) {
    AuthorityCosts.Measure measure = figure.measure();
    String said =
        measure.name()
            + ", "
            + of.authority().name()
            + ", "
            + of.year()
            + ": "
            + figure.used()
            + " a week (England "
            + figure.england()
            + ")";
    String instead =
        figure.status() == AuthorityCosts.Status.OWN
            ? "."
            : "; England's is used, because " + figure.reason() + ".";
    return said + instead + " It is " + measure.definition() + "; " + measure.caveat() + ".";
  }
}
