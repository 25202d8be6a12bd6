package org.homeward.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.PriceIndices;
import org.homeward.placement.HomePart;
import org.homeward.problem.Problems;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.PriceIndex;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.homeward.staffing.HourlyCost;
import org.jspecify.annotations.Nullable;

/** What a request says of a home, read. */
record AskedHome(int beds, BigDecimal occupancy, List<HomePart> parts) {

  private static final BigDecimal MOST_POSTS = BigDecimal.valueOf(10_000);
  private static final BigDecimal MOST_VALUE = BigDecimal.valueOf(1_000_000_000);

  /** Buildings are spread over 60 years at the Green Book's rate, as the PSSRU does it. */
  private static final int USUAL_YEARS = 60;

  private static final BigDecimal USUAL_RATE = new BigDecimal("0.035");

  AskedHome {
    parts = List.copyOf(parts);
  }

  /**
   * Where something is wrong, with stand-ins and the problem told.
   *
   * @param at what stands before the name of each field in a problem
   * @param own source of parts that have none of their own
   */
  static AskedHome read(
      HomeRequests.InHouseRequest asked,
      String at,
      CostBook book,
      Provenance own,
      Problems problems) {
    return new Reader(at, book, own, problems).read(asked);
  }

  private record Reader(String at, CostBook book, Provenance own, Problems problems) {

    private AskedHome read(HomeRequests.InHouseRequest asked) {
      int beds = Fields.beds(asked.beds(), at + "beds", problems);
      BigDecimal occupancy = Fields.occupancy(asked.occupancy(), at + "occupancy", problems);
      List<HomePart> parts = new ArrayList<>();
      List<HomeRequests.PostRequest> posts = Fields.orEmpty(asked.posts(), at + "posts");
      List<HomeRequests.RunningRequest> running = Fields.orEmpty(asked.running(), at + "running");
      List<HomeRequests.CapitalRequest> capital = Fields.orEmpty(asked.capital(), at + "capital");
      each(posts, "posts", this::post, parts);
      each(running, "running", this::running, parts);
      each(capital, "capital", this::capital, parts);
      if (posts.isEmpty() && running.isEmpty() && capital.isEmpty()) {
        problems.add(
            at + "posts", null, "The home has no cost.", "Give posts, running cost or capital.");
      }
      return new AskedHome(beds, occupancy, parts);
    }

    /** Of one kind; what is wrong with one is told at its place, and it is left out. */
    private <T> void each(
        List<T> asked,
        String field,
        BiFunction<T, String, @Nullable HomePart> read,
        List<HomePart> parts) {
      for (int i = 0; i < asked.size(); i++) {
        String where = at + field + "[" + i + "]";
        HomePart part = read.apply(asked.get(i), where);
        if (part != null && parts.stream().anyMatch(part::isSameAs)) {
          problems.add(
              where + ".name",
              part.name(),
              "Two parts of the home have this name.",
              "Give each a name of its own.");
        } else if (part != null) {
          parts.add(part);
        }
      }
    }

    private @Nullable HomePart post(HomeRequests.PostRequest asked, String where) {
      BigDecimal fte = asked.fte();
      String role = asked.role();
      if (fte == null || fte.signum() <= 0 || fte.compareTo(MOST_POSTS) > 0 || fte.scale() > 16) {
        problems.add(
            where + ".fte", fte, "The posts must be above 0.", "Count full-time equivalents.");
        return null;
      }
      if ((role == null) == (asked.annualCost() == null)) {
        problems.add(
            where + ".role",
            role,
            "Either the role or what a post costs a year must be said.",
            "Give role, or name and annualCost.");
        return null;
      }
      Provenance from = source(asked.source(), asked.illustrative());
      if (role == null) {
        Money cost = Fields.money(asked.annualCost(), where + ".annualCost", problems);
        FinancialYear year = year(asked.priceYear(), where, PriceIndices.Kind.STAFF);
        return cost == null
            ? null
            : new HomePart.PostsAtCost(name(asked.name(), "Posts"), fte, cost, year, from);
      }
      HourlyCost known = book.hourlyCostsByRole().get(role);
      if (known == null) {
        problems.add(
            where + ".role",
            role,
            "There is no staff role of this id.",
            "Use one of " + String.join(", ", book.hourlyCostsByRole().keySet()) + ".");
        return null;
      }
      return new HomePart.PostsOfRole(name(asked.name(), known.role().name()), role, fte, from);
    }

    private @Nullable HomePart running(HomeRequests.RunningRequest asked, String where) {
      Money amount = Fields.money(asked.amount(), where + ".amount", problems);
      Rate.Per per =
          asked.per() == null ? Rate.Per.YEAR : Fields.per(asked.per(), where + ".per", problems);
      FinancialYear year = year(asked.priceYear(), where, PriceIndices.Kind.PLACEMENT);
      return amount == null || per == null
          ? null
          : new HomePart.Running(
              name(asked.name(), "Running cost"),
              amount,
              per,
              year,
              source(asked.source(), asked.illustrative()));
    }

    private @Nullable HomePart capital(HomeRequests.CapitalRequest asked, String where) {
      BigDecimal value = asked.value();
      FinancialYear year = year(asked.priceYear(), where, PriceIndices.Kind.PLACEMENT);
      int years = asked.years() == null ? USUAL_YEARS : asked.years();
      BigDecimal rate = asked.rate() == null ? USUAL_RATE : asked.rate();
      if (value == null
          || value.signum() < 0
          || value.compareTo(MOST_VALUE) > 0
          || value.scale() > 6) {
        problems.add(
            where + ".value",
            value,
            "The value must be between 0 and " + MOST_VALUE + " pounds.",
            "Give it.");
        return null;
      }
      return problems.attempt(
          where + (years < 1 || years > 100 ? ".years" : ".rate"),
          null,
          "Mend it.",
          () ->
              new HomePart.Capital(
                  name(asked.name(), "Capital"),
                  Money.ofPounds(value),
                  years,
                  rate,
                  year,
                  source(asked.source(), asked.illustrative())));
    }

    private FinancialYear year(@Nullable String asked, String where, PriceIndices.Kind kind) {
      PriceIndex index = book.indices().of(kind);
      FinancialYear read =
          asked == null
              ? book.priceYear()
              : problems.attempt(
                  where + ".priceYear",
                  asked,
                  "Write a financial year such as 2025-26.",
                  () -> FinancialYear.parse(asked));
      if (read != null && !index.levels().containsKey(read)) {
        problems.add(
            where + ".priceYear",
            read,
            "The price index \"" + index.name() + "\" has no value for this price year.",
            "Use a year from "
                + index.levels().firstKey()
                + " to "
                + index.levels().lastKey()
                + ".");
        return book.priceYear();
      }
      return read == null ? book.priceYear() : read;
    }

    private Provenance source(@Nullable String source, @Nullable Boolean illustrative) {
      return new Provenance(
          source == null || source.isBlank() ? own.source() : source,
          illustrative == null ? own.illustrative() : illustrative,
          "");
    }

    private static String name(@Nullable String asked, String otherwise) {
      return asked == null || !HomePart.isName(asked) ? otherwise : asked.strip();
    }
  }
}
