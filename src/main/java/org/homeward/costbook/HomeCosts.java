package org.homeward.costbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.placement.FeeRow;
import org.homeward.placement.FeeSchedule;
import org.homeward.placement.HomePart;
import org.homeward.placement.InHouseHome;
import org.homeward.placement.InHouseProvision;
import org.homeward.problem.Problems;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.staffing.HourlyCost;

/**
 * What homes of the authority's own cost by the staff costs of a book, in prices of its year: pay
 * moves by the index of staff, all else by that of placements, each amount once.
 */
public final class HomeCosts {

  private final Map<String, HourlyCost> staff = new LinkedHashMap<>();
  private final PriceIndices indices;
  private final FinancialYear priceYear;

  HomeCosts(List<HourlyCost> hourlyCosts, PriceIndices indices, FinancialYear priceYear) {
    hourlyCosts.forEach(h -> staff.put(h.role().id(), h));
    this.indices = indices;
    this.priceYear = priceYear;
  }

  public static HomeCosts of(CostBook book) {
    return new HomeCosts(book.hourlyCosts(), book.indices(), book.priceYear());
  }

  public InHouseProvision of(InHouseHome home) {
    return of(home.beds(), home.occupancy(), home.parts());
  }

  /**
   * What a home costs that is made of such parts.
   *
   * @throws IllegalStateException if the book has no cost of a role, or no index of a price year
   */
  public InHouseProvision of(int beds, BigDecimal occupancy, List<HomePart> parts) {
    return new InHouseProvision(beds, occupancy, parts.stream().map(this::part).toList());
  }

  private InHouseProvision.Part part(HomePart part) {
    if (part instanceof HomePart.PostsOfRole posts) {
      return InHouseProvision.Part.posts(part, posts.posts(), ofPost(posts));
    }
    if (part instanceof HomePart.PostsAtCost posts) {
      return InHouseProvision.Part.posts(
          part,
          posts.posts(),
          moved(PriceIndices.Kind.STAFF, posts.annualCost(), posts.priceYear()));
    }
    if (part instanceof HomePart.Running running) {
      return InHouseProvision.Part.running(
          running, moved(PriceIndices.Kind.PLACEMENT, running.amount(), running.priceYear()));
    }
    HomePart.Capital capital = (HomePart.Capital) part;
    return InHouseProvision.Part.capital(
        capital, moved(PriceIndices.Kind.PLACEMENT, capital.value(), capital.priceYear()));
  }

  /**
   * What one of such posts costs a year.
   *
   * @throws IllegalStateException if the book has no cost of the role
   */
  public Money ofPost(HomePart.PostsOfRole posts) {
    HourlyCost cost = staff(posts);
    return moved(PriceIndices.Kind.STAFF, cost.annualCost(), cost.year());
  }

  private HourlyCost staff(HomePart.PostsOfRole posts) {
    HourlyCost cost = staff.get(posts.role());
    if (cost == null) {
      throw new IllegalStateException("The book has no cost of " + posts.role());
    }
    return cost;
  }

  private Money moved(PriceIndices.Kind kind, Money amount, FinancialYear year) {
    return indices.reprice(kind, amount, year, priceYear);
  }

  /** The same fees, those of homes at what their beds cost a night. */
  FeeSchedule costed(FeeSchedule fees) {
    if (fees.rows().stream().allMatch(r -> r.home() == null)) {
      return fees;
    }
    List<FeeRow> rows = new ArrayList<>();
    for (FeeRow row : fees.rows()) {
      InHouseHome home = row.home();
      rows.add(home == null ? row : costed(row, home));
    }
    return new FeeSchedule(rows);
  }

  private FeeRow costed(FeeRow row, InHouseHome home) {
    InHouseProvision built = of(home);
    Provenance own = home.provenance();
    return row.costed(
        built.ofBed(),
        priceYear,
        new Provenance(
            own.source(),
            own.illustrative() || home.parts().stream().anyMatch(this::illustrative),
            own.note().isEmpty() ? built.working() : own.note() + "; " + built.working()));
  }

  private boolean illustrative(HomePart part) {
    return part.provenance().illustrative()
        || (part instanceof HomePart.PostsOfRole posts && staff(posts).provenance().illustrative());
  }

  /** Names roles of homes that cost nothing known, and price years without an index. */
  static void check(
      FeeSchedule fees, List<HourlyCost> hourlyCosts, PriceIndices indices, Problems problems) {
    List<String> roles = hourlyCosts.stream().map(h -> h.role().id()).toList();
    for (FeeRow row : fees.rows()) {
      InHouseHome home = row.home();
      if (home != null) {
        for (HomePart part : home.parts()) {
          check("homes: " + home.label() + ", " + part.name(), part, roles, indices, problems);
        }
      }
    }
  }

  private static void check(
      String where, HomePart part, List<String> roles, PriceIndices indices, Problems problems) {
    if (part instanceof HomePart.PostsOfRole posts && !roles.contains(posts.role())) {
      problems.add(
          where,
          posts.role(),
          "The home uses a role that has no cost.",
          "Add the role with its salary, or use one of " + String.join(", ", roles) + ".");
    }
    FinancialYear year = part.priceYear();
    if (year != null) {
      PriceIndices.Kind kind =
          part.kind() == HomePart.Kind.STAFFING
              ? PriceIndices.Kind.STAFF
              : PriceIndices.Kind.PLACEMENT;
      CostBook.covered(where, year, indices.of(kind), problems);
    }
  }
}
