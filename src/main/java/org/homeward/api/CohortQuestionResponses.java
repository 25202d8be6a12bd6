package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.cohort.CohortWhatIf;
import org.homeward.cohort.Dimension;
import org.homeward.cohort.RoadComparison;
import org.homeward.costbook.CostBook;
import org.homeward.quantity.Fractions;
import org.jspecify.annotations.Nullable;

/** What-ifs and roads of cohorts as they travel: pounds with two decimals, exact. */
final class CohortQuestionResponses {

  private static final int PENNIES = 2;
  private static final int THOUSANDTHS = 3;

  private CohortQuestionResponses() {}

  /** What would be different, by group; more cost is positive. */
  @Serdeable
  record CohortWhatIfResponse(
      Stamp stamp,
      String from,
      String to,
      List<String> by,
      List<String> reasons,
      List<CohortDifference> groups,
      List<CohortDifference> totals,
      CohortDifference all,
      List<CohortStaffDifference> staff,
      List<String> notes) {

    static CohortWhatIfResponse of(
        CostBook book, CohortWhatIf whatIf, List<String> reasons, boolean suppress) {
      List<Dimension> by = whatIf.base().question().by();
      Set<List<@Nullable String>> hidden = suppress ? whatIf.keptBack() : Set.of();
      boolean illustrative =
          whatIf.base().all().illustrative() || whatIf.changed().all().illustrative();
      CohortDifference all = CohortDifference.of(by, whatIf.all(), hidden);
      return new CohortWhatIfResponse(
          Stamp.of(book, illustrative),
          whatIf.base().question().window().from().toString(),
          whatIf.base().question().window().to().toString(),
          by.stream().map(Dimension::code).toList(),
          reasons,
          whatIf.groups().stream().map(d -> CohortDifference.of(by, d, hidden)).toList(),
          whatIf.totals().stream().map(d -> CohortDifference.of(by, d, hidden)).toList(),
          all,
          all.suppressed()
              ? List.of()
              : whatIf.staff(book.hourlyCosts()).stream().map(CohortStaffDifference::of).toList(),
          CohortWhatIf.ASSUMPTIONS);
    }
  }

  /** The groups of a what-if, small numbers kept back. */
  static List<CohortDifference> suppressed(CohortWhatIf whatIf) {
    Set<List<@Nullable String>> hidden = whatIf.keptBack();
    List<Dimension> by = whatIf.base().question().by();
    return by.isEmpty()
        ? List.of()
        : whatIf.groups().stream().map(d -> CohortDifference.of(by, d, hidden)).toList();
  }

  /** One group before and after; its numbers are null where they are kept back. */
  @Serdeable
  record CohortDifference(
      Map<String, String> group,
      boolean suppressed,
      @Nullable BigDecimal before,
      @Nullable BigDecimal after,
      @Nullable BigDecimal difference) {

    static CohortDifference of(
        List<Dimension> by, CohortWhatIf.Difference d, Set<List<@Nullable String>> hidden) {
      Map<String, String> group = new LinkedHashMap<>();
      for (int i = 0; i < by.size(); i++) {
        String value = d.values().get(i);
        if (value != null) {
          group.put(by.get(i).code(), value);
        }
      }
      return hidden.contains(d.values())
          ? new CohortDifference(group, true, null, null, null)
          : new CohortDifference(
              group,
              false,
              d.baseCost().toPounds(),
              d.changedCost().toPounds(),
              d.difference().toPounds());
    }
  }

  /** How much more a role would work: hours in all, people in full-time work, and pounds. */
  @Serdeable
  record CohortStaffDifference(
      String role, BigDecimal hours, BigDecimal fullTimeStaff, BigDecimal cost) {
    static CohortStaffDifference of(CohortWhatIf.StaffDifference d) {
      return new CohortStaffDifference(
          d.role(),
          Fractions.toDecimal(d.hours(), PENNIES),
          Fractions.toDecimal(d.fullTimeStaff(), THOUSANDTHS),
          d.cost().toPounds());
    }
  }

  /** What two roads cost on the real children who took them. */
  @Serdeable
  record RoadComparisonResponse(
      Stamp stamp,
      String first,
      String second,
      int months,
      long seed,
      int resamples,
      int childrenOnFirst,
      int childrenOnSecond,
      int matchedOnFirst,
      int matchedOnSecond,
      int strata,
      List<FactBalance> balance,
      @Nullable BigDecimal meanOnFirst,
      @Nullable BigDecimal meanOnSecond,
      @Nullable BigDecimal difference,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      List<String> limits) {

    static RoadComparisonResponse of(CostBook book, RoadComparison c) {
      return new RoadComparisonResponse(
          Stamp.of(book, true),
          c.question().first().code(),
          c.question().second().code(),
          c.question().months(),
          c.question().seed(),
          c.question().resamples(),
          c.first(),
          c.second(),
          c.matchedFirst(),
          c.matchedSecond(),
          c.strata().size(),
          c.balance().stream().map(FactBalance::of).toList(),
          pounds(c.meanFirst()),
          pounds(c.meanSecond()),
          pounds(c.difference()),
          c.low(),
          c.high(),
          c.limits());
    }

    private static @Nullable BigDecimal pounds(@Nullable BigFraction exact) {
      return exact == null ? null : Fractions.toDecimal(exact, PENNIES);
    }
  }

  /** Standardised mean difference of a fact, before and after matching. */
  @Serdeable
  record FactBalance(String fact, @Nullable BigDecimal before, @Nullable BigDecimal after) {
    static FactBalance of(RoadComparison.Balance b) {
      return new FactBalance(b.fact(), decimal(b.before()), decimal(b.after()));
    }

    private static @Nullable BigDecimal decimal(@Nullable Double value) {
      return value == null
          ? null
          : BigDecimal.valueOf(value).setScale(THOUSANDTHS, RoundingMode.HALF_EVEN);
    }
  }
}
