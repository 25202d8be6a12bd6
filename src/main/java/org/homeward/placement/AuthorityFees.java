package org.homeward.placement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.homeward.quantity.Format;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;

/**
 * Fees with the published figures of one authority and year in place of England's. A fee row that
 * rests on England's figure of that year – its source begins with the measure's – is multiplied by
 * authority ÷ England, to the penny, and holds on every day at constant real price in place of all
 * rows of its kind that rest on the measure; where the row splits the figure by provider or area,
 * the split stays. Rows from elsewhere stay as they are.
 *
 * @param fees all of them
 * @param notes what a reader of an answer must know: definitions, caveats, and figures that could
 *     not be used
 */
public record AuthorityFees(List<FeeRow> fees, List<String> notes) {

  private static final String OWN = "; figure of ";
  private static final String ENGLANDS = "; England's figure of ";

  public AuthorityFees {
    fees = List.copyOf(fees);
    notes = List.copyOf(notes);
  }

  /**
   * @param fees resting on England's figures, on those of another authority, or on something else
   */
  public static AuthorityFees of(
      List<FeeRow> fees, AuthorityCosts costs, AuthorityCosts.OfYear authority) {
    List<FeeRow> rows = new ArrayList<>(fees);
    for (AuthorityCosts.Figure figure : costs.figures(authority)) {
      Set<FeeRow> englands = new LinkedHashSet<>(englands(costs.englandFees(), figure.measure()));
      englands.addAll(englands(fees, figure.measure()));
      kinds(fees, figure.measure())
          .forEach(kind -> replace(rows, kind, ofKind(englands, kind), figure, authority));
    }
    return new AuthorityFees(rows, notes(rows, costs));
  }

  /**
   * The rows that rest on England's figures themselves: what {@link #of} would replace or, in a
   * book that has done so, has replaced.
   */
  public static List<FeeRow> englands(List<FeeRow> fees, AuthorityCosts costs) {
    return costs.measures().stream().flatMap(m -> englands(fees, m).stream()).distinct().toList();
  }

  /** What must be known of the figures of authorities on which fees rest. */
  public static List<String> notes(List<FeeRow> fees, AuthorityCosts costs) {
    List<FeeRow> resting = fees.stream().filter(AuthorityFees::isOfAuthority).toList();
    if (resting.isEmpty()) {
      return List.of();
    }
    List<String> notes = new ArrayList<>();
    for (AuthorityCosts.Authority authority : costs.authorities().keySet()) {
      if (resting.stream().anyMatch(r -> r.provenance().source().contains(authority.name()))) {
        for (AuthorityCosts.OfYear of : costs.everyYear(authority)) {
          costs.figures(of).stream()
              .filter(f -> resting.stream().anyMatch(r -> restsOn(r, f, of)))
              .forEach(f -> notes.add(note(f, of)));
        }
      }
    }
    return notes;
  }

  private static boolean isOfAuthority(FeeRow row) {
    String source = row.provenance().source();
    return source.contains(OWN) || source.contains(ENGLANDS);
  }

  private static boolean restsOn(
      FeeRow row, AuthorityCosts.Figure figure, AuthorityCosts.OfYear of) {
    return restsOn(row, figure.measure()) && row.provenance().source().contains(name(figure, of));
  }

  private static boolean restsOn(FeeRow row, AuthorityCosts.Measure measure) {
    return measure.covers().contains(row.type())
        && row.provenance().source().startsWith(measure.provenance().source());
  }

  private static List<FeeRow> englands(List<FeeRow> fees, AuthorityCosts.Measure measure) {
    return fees.stream().filter(r -> restsOn(r, measure) && !isOfAuthority(r)).toList();
  }

  private static Set<FeeRow.Kind> kinds(List<FeeRow> fees, AuthorityCosts.Measure measure) {
    Set<FeeRow.Kind> kinds = new LinkedHashSet<>();
    fees.stream().filter(r -> restsOn(r, measure)).forEach(r -> kinds.add(r.kind()));
    return kinds;
  }

  private static List<FeeRow> ofKind(Collection<FeeRow> rows, FeeRow.Kind kind) {
    return rows.stream().filter(r -> r.kind().equals(kind)).toList();
  }

  private static void replace(
      List<FeeRow> rows,
      FeeRow.Kind kind,
      List<FeeRow> englands,
      AuthorityCosts.Figure figure,
      AuthorityCosts.OfYear of) {
    List<FeeRow> resting =
        ofKind(rows, kind).stream().filter(r -> restsOn(r, figure.measure())).toList();
    FeeRow model =
        englands.stream().filter(r -> r.priceYear().equals(of.year())).findFirst().orElse(null);
    if (model == null && resting.stream().noneMatch(AuthorityFees::isOfAuthority)) {
      return;
    }
    LocalDate first =
        resting.stream().map(FeeRow::from).min(Comparator.naturalOrder()).orElse(LocalDate.MIN);
    int place = rows.indexOf(resting.get(0));
    rows.removeAll(resting);
    rows.addAll(place, model == null ? englands : List.of(scaled(model, figure, of, first)));
  }

  private static FeeRow scaled(
      FeeRow row, AuthorityCosts.Figure figure, AuthorityCosts.OfYear of, LocalDate from) {
    Money amount = row.amount().times(figure.used().pounds().divide(figure.england().pounds()));
    Provenance old = row.provenance();
    return row.withAmount(Money.ofPounds(amount.rounded(2)))
        .onwardsFrom(from)
        .withProvenance(
            new Provenance(
                old.source() + name(figure, of),
                old.illustrative() || figure.status() != AuthorityCosts.Status.OWN,
                old.note().isEmpty()
                    ? note(figure, of)
                    : note(figure, of) + " Of the row: " + old.note()));
  }

  private static String named(AuthorityCosts.OfYear of) {
    return of.authority().name() + ", " + of.year();
  }

  /** What the source of a row says after the measure's. */
  private static String name(AuthorityCosts.Figure figure, AuthorityCosts.OfYear of) {
    return figure.status() == AuthorityCosts.Status.OWN
        ? OWN + named(of)
        : ENGLANDS + of.year() + " in place of " + named(of);
  }

  private static String note(AuthorityCosts.Figure figure, AuthorityCosts.OfYear of) {
    AuthorityCosts.Measure measure = figure.measure();
    String said =
        measure.name()
            + ", "
            + named(of)
            + ": "
            + Format.wholePounds(figure.used().toPence())
            + " a week (England "
            + Format.wholePounds(figure.england().toPence())
            + ")";
    String instead =
        figure.status() == AuthorityCosts.Status.OWN
            ? "."
            : "; England's is used, because " + figure.reason() + ".";
    return said + instead + " It is " + measure.definition() + "; " + measure.caveat() + ".";
  }
}
