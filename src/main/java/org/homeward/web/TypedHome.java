package org.homeward.web;

import java.math.BigDecimal;
import java.util.Objects;
import org.homeward.placement.HomePart;
import org.homeward.placement.InHouseHome;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;

/** A home of a book as it would be typed into the form of its page. */
final class TypedHome {

  private TypedHome() {}

  static Form of(InHouseHome home) {
    Form form =
        Form.EMPTY
            .with("placement", home.type().code())
            .with("name", Objects.requireNonNullElse(home.name(), ""))
            .with("from", home.from().toString())
            .with("to", Objects.toString(home.to(), ""))
            .with("beds", Integer.toString(home.beds()))
            .with("occupancy", percent(home.occupancy()))
            .with("includes", home.includes().stream().sorted().toArray(String[]::new))
            .with("payer", home.payer().code())
            .with("source", home.provenance().source())
            .with("illustrative", home.provenance().illustrative() ? "yes" : "")
            .with("note", home.provenance().note());
    int[] rows = new int[HomePart.Kind.values().length];
    for (HomePart part : home.parts()) {
      form = typed(form, part, rows[part.kind().ordinal()]++);
    }
    return form;
  }

  private static Form typed(Form form, HomePart part, int row) {
    String at = HomeRows.of(part.kind()).field(row, "");
    Form typed =
        form.with(at + "name", part.name())
            .with(at + "priceYear", Objects.toString(part.priceYear(), ""))
            .with(at + "source", part.provenance().source())
            .with(at + "illustrative", part.provenance().illustrative() ? "yes" : "");
    if (part instanceof HomePart.PostsOfRole p) {
      return typed.with(at + "role", p.role()).with(at + "fte", p.posts().toPlainString());
    }
    if (part instanceof HomePart.PostsAtCost p) {
      return typed
          .with(at + "fte", p.posts().toPlainString())
          .with(at + "annualCost", pounds(p.annualCost()));
    }
    if (part instanceof HomePart.Running p) {
      return typed.with(at + "amount", pounds(p.amount())).with(at + "per", p.per().code());
    }
    HomePart.Capital p = (HomePart.Capital) part;
    return typed
        .with(at + "value", pounds(p.value()))
        .with(at + "years", Integer.toString(p.years()))
        .with(at + "rate", percent(p.rate()));
  }

  private static String pounds(Money amount) {
    return Fractions.plain(amount.rounded(16)).toPlainString();
  }

  private static String percent(BigDecimal share) {
    return Fractions.plain(share.movePointRight(2)).toPlainString();
  }
}
