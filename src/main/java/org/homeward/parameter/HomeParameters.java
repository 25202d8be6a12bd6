package org.homeward.parameter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.BookInputs;
import org.homeward.parameter.ParameterCatalogue.Entry;
import org.homeward.parameter.TableParameters.Column;
import org.homeward.parameter.TableParameters.Facts;
import org.homeward.placement.HomePart;
import org.homeward.placement.InHouseHome;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.jspecify.annotations.Nullable;

/** Homes of the authority's own: beds, occupancy, and the numbers of their parts. */
final class HomeParameters {

  private HomeParameters() {}

  private static final TableParameters<InHouseHome> HOMES =
      new TableParameters<>(
          "catalogue/homes.csv",
          i -> i.tables().homes(),
          (i, rows) -> i.withTables(i.tables().withHomes(rows)),
          HomeParameters::facts,
          (names, h) -> BookNames.home(h),
          List.of(
              new Column<>(
                  "beds",
                  "Beds, %s",
                  h -> "beds",
                  false,
                  h -> BigFraction.of(h.beds()),
                  (h, v) -> h.withBeds(Words.whole(v))),
              new Column<>(
                  "occupancy",
                  "Occupancy, %s",
                  h -> "part of one",
                  false,
                  h -> Fractions.of(h.occupancy()),
                  (h, v) -> h.withOccupancy(Words.decimal(v)))));

  private static final TableParameters<PartOfHome> PARTS =
      new TableParameters<>(
          "catalogue/home-parts.csv",
          PartOfHome::all,
          PartOfHome::put,
          HomeParameters::facts,
          (names, of) -> of.name(),
          List.of(
              number("posts", "Posts: %s", "full-time posts", HomeParameters::posts),
              money(
                  "annual-cost",
                  "Cost of a post: %s",
                  HomePart.PostsAtCost.class,
                  p -> "£ a year",
                  HomePart.PostsAtCost::annualCost,
                  (p, v) ->
                      new HomePart.PostsAtCost(
                          p.name(), p.posts(), v, p.priceYear(), p.provenance())),
              money(
                  "amount",
                  "Running cost: %s",
                  HomePart.Running.class,
                  p -> Words.pounds(p.per()),
                  HomePart.Running::amount,
                  (p, v) ->
                      new HomePart.Running(p.name(), v, p.per(), p.priceYear(), p.provenance())),
              money(
                  "value",
                  "Value: %s",
                  HomePart.Capital.class,
                  p -> "£",
                  HomePart.Capital::value,
                  (p, v) ->
                      new HomePart.Capital(
                          p.name(), v, p.years(), p.rate(), p.priceYear(), p.provenance())),
              number("years", "Years of its life: %s", "years", HomeParameters::years),
              number("rate", "Rate of interest: %s", "part of one", HomeParameters::rate)));

  static List<Entry> of(BookInputs inputs) {
    List<Entry> all = new ArrayList<>(HOMES.of(inputs));
    all.addAll(PARTS.of(inputs));
    return all;
  }

  /** A number that some kinds of parts have: as it is, and the part with another. */
  private record Figure(BigFraction value, Function<BigFraction, HomePart> with) {}

  private static @Nullable Figure posts(HomePart part) {
    if (part instanceof HomePart.PostsOfRole p) {
      return new Figure(
          Fractions.of(p.posts()),
          v -> new HomePart.PostsOfRole(p.name(), p.role(), Words.decimal(v), p.provenance()));
    }
    if (part instanceof HomePart.PostsAtCost p) {
      return new Figure(
          Fractions.of(p.posts()),
          v ->
              new HomePart.PostsAtCost(
                  p.name(), Words.decimal(v), p.annualCost(), p.priceYear(), p.provenance()));
    }
    return null;
  }

  private static @Nullable Figure years(HomePart part) {
    return part instanceof HomePart.Capital p
        ? new Figure(BigFraction.of(p.years()), v -> with(p, Words.whole(v), p.rate()))
        : null;
  }

  private static @Nullable Figure rate(HomePart part) {
    return part instanceof HomePart.Capital p
        ? new Figure(Fractions.of(p.rate()), v -> with(p, p.years(), Words.decimal(v)))
        : null;
  }

  private static HomePart with(HomePart.Capital p, int years, BigDecimal rate) {
    return new HomePart.Capital(p.name(), p.value(), years, rate, p.priceYear(), p.provenance());
  }

  private static Column<PartOfHome> number(
      String name, String meaning, String unit, Function<HomePart, @Nullable Figure> number) {
    return new Column<>(
        name,
        meaning,
        of -> unit,
        false,
        of -> {
          Figure found = number.apply(of.part());
          return found == null ? null : found.value();
        },
        (of, v) ->
            new PartOfHome(
                of.home(), Objects.requireNonNull(number.apply(of.part())).with().apply(v)));
  }

  private static <P extends HomePart> Column<PartOfHome> money(
      String name,
      String meaning,
      Class<P> kind,
      Function<P, String> unit,
      Function<P, Money> get,
      BiFunction<P, Money, HomePart> with) {
    return new Column<>(
        name,
        meaning,
        of -> unit.apply(kind.cast(of.part())),
        true,
        of -> kind.isInstance(of.part()) ? get.apply(kind.cast(of.part())).pounds() : null,
        (of, v) -> new PartOfHome(of.home(), with.apply(kind.cast(of.part()), new Money(v))));
  }

  private static Facts facts(InHouseHome home) {
    return new Facts(
        Paths.home(home),
        Paths.homes(home),
        key(home),
        BookNames.from(home.from()),
        null,
        home.from(),
        home.to(),
        home.provenance());
  }

  private static Facts facts(PartOfHome of) {
    Map<String, String> key = key(of.home());
    key.put("kind", of.part().kind().code());
    key.put("name", of.part().name());
    return new Facts(
        of.path(),
        Paths.parts(of.home(), of.part()),
        key,
        BookNames.from(of.home().from()),
        of.part().priceYear(),
        of.home().from(),
        of.home().to(),
        of.part().provenance());
  }

  private static Map<String, String> key(InHouseHome home) {
    return Words.key(
        "placement_type", home.type().code(),
        "provider_name", Objects.requireNonNullElse(home.name(), ""),
        "from_date", home.from().toString());
  }
}
