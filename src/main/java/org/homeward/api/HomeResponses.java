package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.CostBookEntry;
import org.homeward.costbook.HomeCosts;
import org.homeward.parameter.Paths;
import org.homeward.placement.FeeRow;
import org.homeward.placement.HomePart;
import org.homeward.placement.InHouseHome;
import org.homeward.placement.InHouseProvision;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/** Homes that the authority runs itself, as they travel. */
final class HomeResponses {

  private HomeResponses() {}

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
          home.perYear(HomePart.Kind.STAFFING).rounded(2),
          home.perYear(HomePart.Kind.RUNNING).rounded(2),
          home.perYear(HomePart.Kind.CAPITAL).rounded(2),
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
          part.of().kind().code(), part.of().name(), part.perYear().rounded(2), part.working());
    }
  }

  /** The homes of a book, in prices of its year. */
  @Serdeable
  record HomesResponse(
      CostBookResponses.CostBookResponse book, String priceYear, List<HomeResponse> homes) {

    static HomesResponse of(CostBookEntry entry, CostBook book) {
      return new HomesResponse(
          CostBookResponses.CostBookResponse.of(entry),
          book.priceYear().toString(),
          book.fees().rows().stream()
              .filter(row -> row.home() != null)
              .map(row -> HomeResponse.of(row, Objects.requireNonNull(row.home()), book))
              .toList());
    }
  }

  /**
   * A home of a book with what it comes to.
   *
   * @param fee label of the row that it is among the fees
   * @param path of its beds and occupancy, as in the parameters of the book
   * @param illustrative whether anything behind its fee is
   */
  @Serdeable
  record HomeResponse(
      String fee,
      String path,
      String placement,
      @Nullable String name,
      String from,
      @Nullable String to,
      int beds,
      BigDecimal occupancy,
      List<String> includes,
      String payer,
      List<HomePartResponse> parts,
      BigDecimal perYear,
      BigDecimal usedNights,
      BigDecimal perUsedNight,
      BigDecimal perUsedWeek,
      boolean illustrative,
      String source,
      String note) {

    private static HomeResponse of(FeeRow row, InHouseHome home, CostBook book) {
      InHouseProvision built = HomeCosts.of(book).of(home);
      return new HomeResponse(
          row.label(),
          Paths.home(home),
          home.type().code(),
          home.name(),
          home.from().toString(),
          Objects.toString(home.to(), null),
          home.beds(),
          home.occupancy(),
          home.includes().stream().sorted().toList(),
          home.payer().code(),
          built.parts().stream().map(p -> HomePartResponse.of(home, p)).toList(),
          built.perYear().rounded(2),
          Fractions.toDecimal(built.usedNights(), 2),
          built.ofUsedBed().perDay().rounded(2),
          built.ofUsedBed().amountPer(Rate.Per.WEEK).rounded(2),
          row.provenance().illustrative(),
          home.provenance().source(),
          home.provenance().note());
    }
  }

  /** A part of a home as it is stated, and what it comes to a year in prices of the book. */
  @Serdeable
  record HomePartResponse(
      String path,
      String kind,
      String name,
      @Nullable String role,
      @Nullable BigDecimal fte,
      @Nullable BigDecimal annualCost,
      @Nullable BigDecimal amount,
      @Nullable String per,
      @Nullable BigDecimal value,
      @Nullable Integer years,
      @Nullable BigDecimal rate,
      @Nullable String priceYear,
      BigDecimal perYear,
      String working,
      boolean illustrative,
      String source) {

    private static HomePartResponse of(InHouseHome home, InHouseProvision.Part part) {
      HomePart of = part.of();
      HomePart.PostsOfRole role = of instanceof HomePart.PostsOfRole p ? p : null;
      HomePart.PostsAtCost posts = of instanceof HomePart.PostsAtCost p ? p : null;
      HomePart.Running running = of instanceof HomePart.Running p ? p : null;
      HomePart.Capital capital = of instanceof HomePart.Capital p ? p : null;
      return new HomePartResponse(
          Paths.part(home, of),
          of.kind().code(),
          of.name(),
          role == null ? null : role.role(),
          role != null ? role.posts() : posts != null ? posts.posts() : null,
          posts == null ? null : pounds(posts.annualCost()),
          running == null ? null : pounds(running.amount()),
          running == null ? null : running.per().code(),
          capital == null ? null : pounds(capital.value()),
          capital == null ? null : capital.years(),
          capital == null ? null : capital.rate(),
          priceYear(of.priceYear()),
          part.perYear().rounded(2),
          part.working(),
          of.provenance().illustrative(),
          of.provenance().source());
    }

    private static BigDecimal pounds(Money amount) {
      return amount.rounded(2);
    }

    private static @Nullable String priceYear(@Nullable FinancialYear year) {
      return year == null ? null : year.toString();
    }
  }
}
