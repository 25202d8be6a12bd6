package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.homeward.costbook.CostBook;
import org.homeward.drafting.InHouseLoad;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.placement.HomePart;
import org.homeward.placement.InHouseHome;
import org.homeward.problem.Problems;
import org.homeward.process.ProcessGraph;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/** Homes that the authority runs itself, as they are asked for. */
public final class HomeRequests {

  private static final BigDecimal MOST_POSTS = BigDecimal.valueOf(10_000);
  private static final BigDecimal MOST_VALUE = BigDecimal.valueOf(1_000_000_000);

  /** Buildings are spread over 60 years at the Green Book's rate, as the PSSRU does it. */
  private static final int USUAL_YEARS = 60;

  private static final BigDecimal USUAL_RATE = new BigDecimal("0.035");

  private HomeRequests() {}

  /** A home: its beds, how many are used, and what it costs. */
  @Serdeable
  public record InHouseRequest(
      @Nullable Integer beds,
      @Nullable BigDecimal occupancy,
      @Nullable List<PostRequest> posts,
      @Nullable List<RunningRequest> running,
      @Nullable List<CapitalRequest> capital) {}

  /**
   * Posts of a known role, or of another at what one costs a year; in prices of the book unless
   * said.
   */
  @Serdeable
  public record PostRequest(
      @Nullable String role,
      @Nullable String name,
      @Nullable BigDecimal fte,
      @Nullable BigDecimal annualCost,
      @Nullable String priceYear,
      @Nullable String source,
      @Nullable Boolean illustrative) {}

  /** A running cost, a year and in prices of the book unless said. */
  @Serdeable
  public record RunningRequest(
      @Nullable String name,
      @Nullable BigDecimal amount,
      @Nullable String per,
      @Nullable String priceYear,
      @Nullable String source,
      @Nullable Boolean illustrative) {}

  /** What was bought: over 60 years at 3.5 % and in prices of the book unless said. */
  @Serdeable
  public record CapitalRequest(
      @Nullable String name,
      @Nullable BigDecimal value,
      @Nullable Integer years,
      @Nullable BigDecimal rate,
      @Nullable String priceYear,
      @Nullable String source,
      @Nullable Boolean illustrative) {}

  /**
   * A home that the authority runs itself, from a day on, for a draft; what its staff do is not
   * counted again. A part without a source has that of the home.
   */
  @Serdeable
  public record InHouseHomeRequest(
      @Nullable Integer edition,
      @Nullable String by,
      @Nullable String reason,
      @Nullable String placement,
      @Nullable String name,
      @Nullable String from,
      @Nullable String to,
      @Nullable List<String> includes,
      @Nullable String payer,
      @Nullable String source,
      @Nullable Boolean illustrative,
      @Nullable String note,
      @Nullable InHouseRequest home) {

    /** What it makes of a draft: problems are told when that is tried. */
    public InHouseLoad load() {
      return new InHouseLoad(this::read);
    }

    private InHouseHome read(CostBook book) {
      Problems problems = new Problems();
      PlacementType type = Fields.code(placement, "placement", PlacementType::of, problems);
      LocalDate first = Fields.date(from, "from", problems);
      LocalDate last = to == null ? null : Fields.date(to, "to", problems);
      Payer pays =
          payer == null ? Payer.SOCIAL_CARE : Fields.code(payer, "payer", Payer::of, problems);
      Set<String> paid = new TreeSet<>(Fields.orEmpty(includes, "includes"));
      paid.forEach(process -> known(process, book, problems));
      Provenance own =
          new Provenance(
              source == null || source.isBlank() ? "in-house provision" : source,
              Boolean.TRUE.equals(illustrative),
              Objects.requireNonNullElse(note, ""));
      InHouseRequest asked = Fields.given(home, "home", problems);
      Built built = asked == null ? null : new Reader("home.", book, own, problems).read(asked);
      problems.throwIfAny();
      if (type == null || first == null || pays == null || built == null) {
        throw new IllegalStateException("What is missing was told");
      }
      InHouseHome made =
          problems.attempt(
              "to",
              to,
              "Mend the home.",
              () ->
                  new InHouseHome(
                      type,
                      name == null || name.isBlank() ? null : name.strip(),
                      first,
                      last,
                      built.beds(),
                      built.occupancy(),
                      paid,
                      pays,
                      built.parts(),
                      own));
      problems.throwIfAny();
      return Objects.requireNonNull(made);
    }

    private static void known(String process, CostBook book, Problems problems) {
      if (book.findProcess(process).isEmpty()) {
        problems.add(
            "includes",
            process,
            "It includes a process that does not exist.",
            "Use one of "
                + String.join(", ", book.processes().stream().map(ProcessGraph::id).toList())
                + ".");
      }
    }
  }

  /** What a request says of a home, read. */
  record Built(int beds, BigDecimal occupancy, List<HomePart> parts) {}

  /**
   * Reads what a home is made of.
   *
   * @param at what stands before the name of each field in a problem
   * @param own source of parts that have none of their own
   */
  record Reader(String at, CostBook book, Provenance own, Problems problems) {

    /** The home; where something is wrong, with stand-ins and the problem told. */
    Built read(InHouseRequest asked) {
      int beds = Fields.beds(asked.beds(), at + "beds", problems);
      BigDecimal occupancy = Fields.occupancy(asked.occupancy(), at + "occupancy", problems);
      List<HomePart> parts = new ArrayList<>();
      boolean any = false;
      List<PostRequest> posts = Fields.orEmpty(asked.posts(), at + "posts");
      for (int i = 0; i < posts.size(); i++) {
        add(parts, post(posts.get(i), at + "posts[" + i + "]"), at + "posts[" + i + "]");
        any = true;
      }
      List<RunningRequest> running = Fields.orEmpty(asked.running(), at + "running");
      for (int i = 0; i < running.size(); i++) {
        add(parts, running(running.get(i), at + "running[" + i + "]"), at + "running[" + i + "]");
        any = true;
      }
      List<CapitalRequest> capital = Fields.orEmpty(asked.capital(), at + "capital");
      for (int i = 0; i < capital.size(); i++) {
        add(parts, capital(capital.get(i), at + "capital[" + i + "]"), at + "capital[" + i + "]");
        any = true;
      }
      if (!any) {
        problems.add(
            at + "posts", null, "The home has no cost.", "Give posts, running cost or capital.");
      }
      return new Built(beds, occupancy, parts);
    }

    private void add(List<HomePart> parts, @Nullable HomePart part, String where) {
      if (part == null) {
        return;
      }
      if (parts.stream().anyMatch(part::isSameAs)) {
        problems.add(
            where + ".name",
            part.name(),
            "Two parts of the home have this name.",
            "Give each a name of its own.");
      } else {
        parts.add(part);
      }
    }

    private @Nullable HomePart post(PostRequest asked, String where) {
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
        FinancialYear year = year(asked.priceYear(), where);
        return cost == null
            ? null
            : new HomePart.PostsAtCost(name(asked.name(), "Posts"), fte, cost, year, from);
      }
      var known = book.hourlyCostsByRole().get(role);
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

    private @Nullable HomePart running(RunningRequest asked, String where) {
      Money amount = Fields.money(asked.amount(), where + ".amount", problems);
      Rate.Per per =
          asked.per() == null ? Rate.Per.YEAR : Fields.per(asked.per(), where + ".per", problems);
      FinancialYear year = year(asked.priceYear(), where);
      return amount == null || per == null
          ? null
          : new HomePart.Running(
              name(asked.name(), "Running cost"),
              amount,
              per,
              year,
              source(asked.source(), asked.illustrative()));
    }

    private @Nullable HomePart capital(CapitalRequest asked, String where) {
      BigDecimal value = asked.value();
      FinancialYear year = year(asked.priceYear(), where);
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
      return made(
          where + (years < 1 || years > 100 ? ".years" : ".rate"),
          () ->
              new HomePart.Capital(
                  name(asked.name(), "Capital"),
                  Money.ofPounds(value),
                  years,
                  rate,
                  year,
                  source(asked.source(), asked.illustrative())));
    }

    private @Nullable HomePart made(String where, Supplier<HomePart> maker) {
      return problems.attempt(where, null, "Mend it.", maker);
    }

    private FinancialYear year(@Nullable String asked, String where) {
      FinancialYear read =
          asked == null
              ? book.priceYear()
              : problems.attempt(
                  where + ".priceYear",
                  asked,
                  "Write a financial year such as 2025-26.",
                  () -> FinancialYear.parse(asked));
      return read == null ? book.priceYear() : read;
    }

    private Provenance source(@Nullable String source, @Nullable Boolean illustrative) {
      return new Provenance(
          source == null || source.isBlank() ? own.source() : source,
          illustrative == null ? own.illustrative() : illustrative,
          "");
    }

    private static String name(@Nullable String asked, String otherwise) {
      return asked == null || asked.isBlank() ? otherwise : asked.strip();
    }
  }
}
