package org.homeward.staffing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * What a payroll says of each role: salary, hours and agency rate as means weighted by full-time
 * equivalents, which part of full time a person works, and the share of posts that agency workers
 * fill.
 */
public final class PayrollCalculator {

  private static final int FTE_PLACES = 4;

  /**
   * The rows of the tables that a payroll makes for one role.
   *
   * @param persons employed
   * @param salary null where nobody is employed in the role
   * @param agency null where no agency worker is in it
   * @param insurance employer National Insurance of a full-time post, person by person; null
   *     without anybody employed
   */
  public record RolePay(
      String role,
      int persons,
      BigDecimal employedFte,
      BigDecimal agencyFte,
      @Nullable Salary salary,
      @Nullable AgencyRate agency,
      @Nullable Money insurance) {}

  /** One a role, by its id. */
  public List<RolePay> calculate(
      List<PayrollPost> posts, EmployerRates.OfYear rates, Provenance provenance) {
    Map<String, List<PayrollPost>> byRole = new TreeMap<>();
    posts.forEach(p -> byRole.computeIfAbsent(p.role(), r -> new ArrayList<>()).add(p));
    List<RolePay> pay = new ArrayList<>();
    byRole.forEach((role, of) -> pay.add(pay(role, of, rates, provenance)));
    return pay;
  }

  private static RolePay pay(
      String role, List<PayrollPost> posts, EmployerRates.OfYear rates, Provenance provenance) {
    List<PayrollPost.Employed> employed = new ArrayList<>();
    List<PayrollPost.Agency> agency = new ArrayList<>();
    for (PayrollPost post : posts) {
      if (post instanceof PayrollPost.Employed e) {
        employed.add(e);
      } else if (post instanceof PayrollPost.Agency a) {
        agency.add(a);
      }
    }
    return new RolePay(
        role,
        employed.size(),
        fte(employed),
        fte(agency),
        employed.isEmpty() ? null : salary(role, employed, rates.year(), provenance),
        agency.isEmpty() ? null : agency(role, agency, fte(employed), rates.year(), provenance),
        employed.isEmpty() ? null : insurance(employed, rates));
  }

  private static Salary salary(
      String role, List<PayrollPost.Employed> of, FinancialYear year, Provenance provenance) {
    BigFraction perPerson = Fractions.of(fte(of)).divide(of.size());
    return new Salary(
        role,
        year,
        Money.ofPounds(Fractions.toDecimal(mean(of, p -> p.salary().pounds()), 2)),
        Fractions.plain(Fractions.toDecimal(mean(of, p -> Fractions.of(p.hoursAWeek())), 2)),
        Fractions.plain(Fractions.toDecimal(perPerson, FTE_PLACES)),
        provenance);
  }

  private static AgencyRate agency(
      String role,
      List<PayrollPost.Agency> of,
      BigDecimal employedFte,
      FinancialYear year,
      Provenance provenance) {
    BigDecimal share = fte(of).divide(fte(of).add(employedFte), FTE_PLACES, RoundingMode.HALF_EVEN);
    return new AgencyRate(
        role,
        year,
        Money.ofPounds(Fractions.toDecimal(mean(of, p -> p.dayRate().pounds()), 2)),
        Fractions.plain(Fractions.toDecimal(mean(of, p -> Fractions.of(p.hoursADay())), 2)),
        Fractions.plain(share),
        provenance);
  }

  /** Each person has a whole threshold: the sum over persons ÷ full-time equivalents. */
  private static Money insurance(List<PayrollPost.Employed> of, EmployerRates.OfYear rates) {
    return new Money(mean(of, p -> rates.insuranceOn(p.salary(), Fractions.of(p.fte())).pounds()));
  }

  private static BigDecimal fte(List<? extends PayrollPost> of) {
    return of.stream().map(PayrollPost::fte).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static <P extends PayrollPost> BigFraction mean(
      List<P> of, Function<P, BigFraction> value) {
    BigFraction sum = BigFraction.ZERO;
    for (P post : of) {
      sum = sum.add(value.apply(post).multiply(Fractions.of(post.fte())));
    }
    return sum.divide(Fractions.of(fte(of)));
  }
}
