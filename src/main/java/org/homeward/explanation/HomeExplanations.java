package org.homeward.explanation;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.PriceIndices;
import org.homeward.parameter.BookNames;
import org.homeward.parameter.Paths;
import org.homeward.placement.FeeRow;
import org.homeward.placement.HomePart;
import org.homeward.placement.InHouseHome;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Rate;

/**
 * The fee of a home of the authority's own: what it costs a year – staffing, running cost, capital
 * – by how many nights its beds are used.
 */
final class HomeExplanations {

  private final IndexExplanations indices;
  private final HourExplanations hours;

  HomeExplanations(IndexExplanations indices, HourExplanations hours) {
    this.indices = indices;
    this.hours = hours;
  }

  Explanation fee(FeeRow row, InHouseHome home) {
    List<Explanation> kinds = new ArrayList<>();
    for (HomePart.Kind kind : HomePart.Kind.values()) {
      List<Explanation> parts =
          home.parts().stream().filter(p -> p.kind() == kind).map(p -> part(home, p)).toList();
      if (!parts.isEmpty()) {
        kinds.add(Explanation.of(title(kind), Measure.POUNDS_A_YEAR, Rule.SUM, parts));
      }
    }
    return Explanation.of(
            BookNames.of(row),
            Measure.POUNDS_A_NIGHT,
            Rule.QUOTIENT,
            Explanation.of("What the home costs a year", Measure.POUNDS_A_YEAR, Rule.SUM, kinds),
            usedNights(home))
        .from(row.provenance());
  }

  private static String title(HomePart.Kind kind) {
    return switch (kind) {
      case STAFFING -> "Staffing";
      case RUNNING -> "Running cost";
      case CAPITAL -> "Capital";
    };
  }

  private static Explanation usedNights(InHouseHome home) {
    return Explanation.of(
        "Nights a year on which its beds are used",
        Measure.NIGHTS,
        Rule.PRODUCT,
        Explanation.input("Beds", Measure.FACTOR, BigFraction.of(home.beds()), home.provenance())
            .at(Paths.home(home, "beds")),
        Explanation.daysIn(Rate.Per.YEAR, Rate.Per.YEAR.days()),
        Explanation.input(
                "Occupancy", Measure.SHARE, Fractions.of(home.occupancy()), home.provenance())
            .at(Paths.home(home, "occupancy")));
  }

  private Explanation part(InHouseHome home, HomePart part) {
    if (part instanceof HomePart.PostsOfRole p) {
      return product(p.name(), posts(home, p, Fractions.of(p.posts())), hours.aYear(p.role()));
    }
    if (part instanceof HomePart.PostsAtCost p) {
      return product(p.name(), posts(home, p, Fractions.of(p.posts())), costOfPost(home, p));
    }
    if (part instanceof HomePart.Running p) {
      return running(home, p);
    }
    return capital(home, (HomePart.Capital) part);
  }

  private static Explanation product(String name, Explanation... parts) {
    return Explanation.of(name, Measure.POUNDS_A_YEAR, Rule.PRODUCT, parts);
  }

  private static Explanation posts(InHouseHome home, HomePart part, BigFraction posts) {
    return input(home, part, "Full-time posts", "posts", Measure.FACTOR, posts);
  }

  private Explanation costOfPost(InHouseHome home, HomePart.PostsAtCost p) {
    return indices.repriced(
        "Cost of one post",
        Measure.POUNDS_A_YEAR,
        p.annualCost(),
        p.priceYear(),
        p.provenance(),
        PriceIndices.Kind.STAFF,
        Paths.part(home, p, "annual-cost"));
  }

  private Explanation running(InHouseHome home, HomePart.Running p) {
    Explanation amount =
        indices.repriced(
            p.name(),
            Measure.of(p.per()),
            p.amount(),
            p.priceYear(),
            p.provenance(),
            PriceIndices.Kind.PLACEMENT,
            Paths.part(home, p, "amount"));
    return p.per() == Rate.Per.YEAR
        ? amount
        : product(
            p.name(),
            amount,
            Explanation.input(
                "From " + p.per().code() + " to year",
                Measure.FACTOR,
                Rate.Per.YEAR.days().divide(p.per().days()),
                null));
  }

  private Explanation capital(InHouseHome home, HomePart.Capital p) {
    return Explanation.of(
        p.name(),
        Measure.POUNDS_A_YEAR,
        Rule.ANNUITY,
        indices.repriced(
            "Value",
            Measure.POUNDS,
            p.value(),
            p.priceYear(),
            p.provenance(),
            PriceIndices.Kind.PLACEMENT,
            Paths.part(home, p, "value")),
        input(home, p, "Years of its life", "years", Measure.FACTOR, BigFraction.of(p.years())),
        input(home, p, "Rate of interest", "rate", Measure.SHARE, Fractions.of(p.rate())));
  }

  private static Explanation input(
      InHouseHome home,
      HomePart part,
      String label,
      String what,
      Measure measure,
      BigFraction value) {
    return Explanation.input(label, measure, value, part.provenance())
        .at(Paths.part(home, part, what));
  }
}
