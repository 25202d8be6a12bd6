package org.homeward.api;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.homeward.costbook.CostBook;
import org.homeward.placement.Block;
import org.homeward.placement.BlockContract;
import org.homeward.placement.InHouseProvision;
import org.homeward.problem.Problems;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
import org.homeward.staffing.HourlyCost;
import org.jspecify.annotations.Nullable;

/** Fees that are worked out rather than looked up; nothing is kept. */
@Controller("/api/fees")
class FeeController {

  private static final int MOST_BEDS = 1_000;

  private final CurrentCatalogue current;

  FeeController(CurrentCatalogue current) {
    this.current = current;
  }

  @Operation(
      operationId = "costBlockContract",
      summary = "What a used night costs under a block contract",
      description =
          "A used bed costs what is paid on top of it + retainer ÷ occupancy. Put retainer and"
              + " occupancy into a row of the fee table to have it in answers.",
      tags = "reference")
  @Refusable
  @Post("/block-contract")
  BlockContractResponse block(@Body BlockContractRequest request) {
    Problems problems = new Problems();
    Money retainer = Fields.money(request.retainer(), "retainer", problems);
    Money used =
        request.used() == null ? Money.ZERO : Fields.money(request.used(), "used", problems);
    Rate.Per per = Fields.per(request.per(), "per", problems);
    int beds = beds(request.beds(), problems);
    BigDecimal occupancy = occupancy(request.occupancy(), problems);
    problems.throwIfAny();
    if (retainer == null || used == null || per == null) {
      throw new IllegalStateException("What is missing was told");
    }
    return BlockContractResponse.of(
        new BlockContract(beds, new Block(retainer, occupancy), used, per));
  }

  @Operation(
      operationId = "costInHouseProvision",
      summary = "What a used night costs in a home that the authority runs itself",
      description =
          "Staffing, running cost and capital a year ÷ (beds × 365.25 × occupancy). A post of a"
              + " known role costs what the cost book says, overheads included; capital is spread"
              + " over its life as an annuity.",
      tags = "reference")
  @Refusable
  @OfVersion
  @Post("/in-house")
  InHouseResponse inHouse(@Body InHouseRequest request, @Nullable @QueryValue String catalogue) {
    CostBook book = current.at(catalogue).book().book();
    return InHouseResponse.of(home(request, book), book);
  }

  /**
   * A home with the staff costs of a book.
   *
   * @throws org.homeward.problem.InputException with every problem of what is said of it
   */
  static InHouseProvision home(InHouseRequest request, CostBook book) {
    Problems problems = new Problems();
    int beds = beds(request.beds(), problems);
    BigDecimal occupancy = occupancy(request.occupancy(), problems);
    List<InHouseProvision.Part> parts = new ArrayList<>();
    List<PostRequest> posts = Fields.orEmpty(request.posts(), "posts");
    for (int i = 0; i < posts.size(); i++) {
      add(parts, post(posts.get(i), "posts[" + i + "]", book, problems));
    }
    List<RunningRequest> running = Fields.orEmpty(request.running(), "running");
    for (int i = 0; i < running.size(); i++) {
      add(parts, running(running.get(i), "running[" + i + "]", problems));
    }
    List<CapitalRequest> capital = Fields.orEmpty(request.capital(), "capital");
    for (int i = 0; i < capital.size(); i++) {
      add(parts, capital(capital.get(i), "capital[" + i + "]", problems));
    }
    if (parts.isEmpty() && problems.isEmpty()) {
      problems.add("posts", null, "The home has no cost.", "Give posts, running cost or capital.");
    }
    problems.throwIfAny();
    return new InHouseProvision(beds, occupancy, parts);
  }

  private static <T> void add(List<T> list, @Nullable T value) {
    if (value != null) {
      list.add(value);
    }
  }

  private static int beds(@Nullable Integer asked, Problems problems) {
    if (asked == null || asked < 1 || asked > MOST_BEDS) {
      problems.add(
          "beds", asked, "The beds must be 1 to " + MOST_BEDS + ".", "Give a whole number.");
      return 1;
    }
    return asked;
  }

  private static BigDecimal occupancy(@Nullable BigDecimal asked, Problems problems) {
    if (asked == null || asked.signum() <= 0 || asked.compareTo(BigDecimal.ONE) > 0) {
      problems.add(
          "occupancy",
          asked,
          "The occupancy must be above 0 and at most 1.",
          "Write 0.85 for 85 % of nights.");
      return BigDecimal.ONE;
    }
    return asked;
  }

  private static InHouseProvision.@Nullable Part post(
      PostRequest asked, String at, CostBook book, Problems problems) {
    BigDecimal fte = asked.fte();
    String role = asked.role();
    if (fte == null || fte.signum() <= 0 || fte.compareTo(BigDecimal.valueOf(10_000)) > 0) {
      problems.add(at + ".fte", fte, "The posts must be above 0.", "Count full-time equivalents.");
      return null;
    }
    if ((role == null) == (asked.annualCost() == null)) {
      problems.add(
          at,
          role,
          "Either the role or what a post costs a year must be said.",
          "Give role, or name and annualCost.");
      return null;
    }
    if (role == null) {
      Money cost = Fields.money(asked.annualCost(), at + ".annualCost", problems);
      return cost == null ? null : InHouseProvision.Part.posts(name(asked.name()), fte, cost);
    }
    HourlyCost known = book.hourlyCostsByRole().get(role);
    if (known == null) {
      problems.add(
          at + ".role",
          role,
          "There is no staff role of this id.",
          "Use one of " + String.join(", ", book.hourlyCostsByRole().keySet()) + ".");
      return null;
    }
    return InHouseProvision.Part.posts(known.role().name(), fte, known.annualCost());
  }

  private static InHouseProvision.@Nullable Part running(
      RunningRequest asked, String at, Problems problems) {
    Money amount = Fields.money(asked.amount(), at + ".amount", problems);
    Rate.Per per =
        asked.per() == null ? Rate.Per.YEAR : Fields.per(asked.per(), at + ".per", problems);
    return amount == null || per == null
        ? null
        : InHouseProvision.Part.running(name(asked.name()), amount, per);
  }

  private static InHouseProvision.@Nullable Part capital(
      CapitalRequest asked, String at, Problems problems) {
    BigDecimal value = asked.value();
    BigDecimal most = BigDecimal.valueOf(1_000_000_000);
    if (value == null || value.signum() < 0 || value.compareTo(most) > 0 || value.scale() > 6) {
      problems.add(
          at + ".value", value, "The value must be between 0 and " + most + " pounds.", "Give it.");
      return null;
    }
    int years = asked.years() == null ? 60 : asked.years();
    BigDecimal rate = asked.rate() == null ? new BigDecimal("0.035") : asked.rate();
    if (rate.scale() > 6) {
      problems.add(at + ".rate", rate, "The rate has at most six decimals.", "Write 0.035.");
      return null;
    }
    return problems.attempt(
        at,
        null,
        "Mend it.",
        () ->
            InHouseProvision.Part.capital(name(asked.name()), Money.ofPounds(value), years, rate));
  }

  private static String name(@Nullable String asked) {
    return asked == null ? "" : asked;
  }

  /**
   * Beds, what one costs whether used or not, what a used one costs on top, and how many are used.
   */
  @Serdeable
  record BlockContractRequest(
      @Nullable Integer beds,
      @Nullable BigDecimal retainer,
      @Nullable BigDecimal used,
      @Nullable String per,
      @Nullable BigDecimal occupancy) {}

  /** What a block contract comes to. */
  @Serdeable
  record BlockContractResponse(
      String formula,
      BigDecimal perUsedNight,
      BigDecimal perUsedWeek,
      BigDecimal contractPerYear,
      BigDecimal emptyBedsPerYear) {

    static BlockContractResponse of(BlockContract contract) {
      return new BlockContractResponse(
          "a used bed costs £"
              + contract.used().rounded(2)
              + " + £"
              + contract.block().retainer().rounded(2)
              + " ÷ "
              + contract.block().occupancy().toPlainString()
              + " a "
              + contract.per().code(),
          contract.ofUsedBed().perDay().rounded(2),
          contract.ofUsedBed().amountPer(Rate.Per.WEEK).rounded(2),
          contract.ofContract().amountPer(Rate.Per.YEAR).rounded(2),
          contract.ofEmptyBeds().amountPer(Rate.Per.YEAR).rounded(2));
    }
  }

  /** A home: its beds, how many are used, and what it costs. */
  @Serdeable
  record InHouseRequest(
      @Nullable Integer beds,
      @Nullable BigDecimal occupancy,
      @Nullable List<PostRequest> posts,
      @Nullable List<RunningRequest> running,
      @Nullable List<CapitalRequest> capital) {}

  /** Posts of a known role, or of another at what one costs a year. */
  @Serdeable
  record PostRequest(
      @Nullable String role,
      @Nullable String name,
      @Nullable BigDecimal fte,
      @Nullable BigDecimal annualCost) {}

  /** A running cost, a year unless said. */
  @Serdeable
  record RunningRequest(@Nullable String name, @Nullable BigDecimal amount, @Nullable String per) {}

  /** What was bought: over 60 years at 3.5 % unless said. */
  @Serdeable
  record CapitalRequest(
      @Nullable String name,
      @Nullable BigDecimal value,
      @Nullable Integer years,
      @Nullable BigDecimal rate) {}

  /** What a home comes to, part by part; pounds. */
  @Serdeable
  record InHouseResponse(
      List<InHousePart> parts,
      BigDecimal staffing,
      BigDecimal running,
      BigDecimal capital,
      BigDecimal perYear,
      BigDecimal usedNights,
      BigDecimal perUsedNight,
      BigDecimal perUsedWeek,
      String staffCostsOf,
      boolean illustrative) {

    static InHouseResponse of(InHouseProvision home, CostBook book) {
      return new InHouseResponse(
          home.parts().stream().map(InHousePart::of).toList(),
          home.perYear(InHouseProvision.Kind.STAFFING).rounded(2),
          home.perYear(InHouseProvision.Kind.RUNNING).rounded(2),
          home.perYear(InHouseProvision.Kind.CAPITAL).rounded(2),
          home.perYear().rounded(2),
          Fractions.toDecimal(home.usedNights(), 2),
          home.ofUsedBed().perDay().rounded(2),
          home.ofUsedBed().amountPer(Rate.Per.WEEK).rounded(2),
          book.hourlyCosts().get(0).year().toString(),
          book.hourlyCosts().stream().anyMatch(h -> h.provenance().illustrative()));
    }
  }

  /** A part of the cost of a home, pounds a year, with its working. */
  @Serdeable
  record InHousePart(String kind, String name, BigDecimal perYear, String working) {
    static InHousePart of(InHouseProvision.Part part) {
      return new InHousePart(
          part.kind().name().toLowerCase(Locale.ROOT),
          part.name(),
          part.perYear().rounded(2),
          part.working());
    }
  }
}
