package org.homeward.comparison;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.comparison.UnitCostDecomposition.Factor;
import org.homeward.costbook.BookInputs;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.PriceIndices;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Pence;
import org.homeward.staffing.AgencyRate;
import org.homeward.staffing.AreaWeight;
import org.homeward.staffing.EmployerRates;
import org.homeward.staffing.HourlyCostCalculator;
import org.homeward.staffing.OnCosts;
import org.homeward.staffing.Salary;
import org.homeward.staffing.StaffCostInputs;
import org.homeward.staffing.StaffRole;
import org.homeward.unitcost.UnitCost;

/**
 * Takes the difference of a unit cost between two books apart. A unit cost is minutes in all ÷ 60 ×
 * Σ over roles of the role's share in the minutes × what its hour costs; each factor is taken from
 * the first book or from the second, every set of factors is costed, and each factor gets its
 * {@link Shapley} value.
 */
public final class UnitCostDecompositionCalculator {

  private static final List<Factor> FACTORS = UnitCostDecomposition.weighed();
  private static final BigFraction MINUTES_PER_HOUR = BigFraction.of(60);
  private static final int TIME = bit(Factor.TIME);
  private static final int MIX = bit(Factor.MIX);

  private final Side first;
  private final Side second;
  private final Map<String, BigFraction> hours = new HashMap<>();

  /**
   * One book.
   *
   * @param staff what the cost of an hour of each role is calculated from
   */
  public record Side(CompiledBook book, Map<String, StaffCostInputs> staff) {

    /** Several books in prices of the first one's year, as which all can be set side by side. */
    public static List<Side> of(List<BookInputs> books) {
      FinancialYear priceYear = books.get(0).book().priceYear();
      return books.stream()
          .map(b -> new Side(new CompiledBook(b.book().inPricesOf(priceYear)), b.staff()))
          .toList();
    }
  }

  public UnitCostDecompositionCalculator(Side first, Side second) {
    this.first = first;
    this.second = second;
  }

  /** Of the process without any variation; both books must have it. */
  public UnitCostDecomposition calculate(String process) {
    UnitCost before = first.book().process(process).unitCost(0);
    UnitCost after = second.book().process(process).unitCost(0);
    Pence a = before.perOccurrence();
    Pence b = after.perOccurrence();
    Map<Factor, Pence> parts = new EnumMap<>(Factor.class);
    if (before.stated() != null || after.stated() != null) {
      parts.put(Factor.STATED, b.minus(a));
    } else {
      List<Pence> whole = addingUpTo(b.minus(a), exactParts(before, after));
      IntStream.range(0, FACTORS.size()).forEach(i -> parts.put(FACTORS.get(i), whole.get(i)));
    }
    return new UnitCostDecomposition(process, a, b, parts);
  }

  /** Pence of each factor of {@link UnitCostDecomposition#weighed}, not rounded. */
  List<BigFraction> exactParts(UnitCost before, UnitCost after) {
    return Shapley.parts(FACTORS.size(), set -> pence(set, before, after));
  }

  /** What a unit cost would be in pence with each factor of the book that the set says. */
  BigFraction pence(int set, UnitCost before, UnitCost after) {
    Map<String, Minutes> time = ((set & TIME) == 0 ? before : after).minutesByRole();
    Map<String, Minutes> mix = ((set & MIX) == 0 ? before : after).minutesByRole();
    BigFraction inAll = sum(time);
    BigFraction ofMix = sum(mix);
    if (inAll.signum() == 0) {
      return BigFraction.ZERO;
    }
    if (ofMix.signum() == 0) { // nobody works there: the mix of the other book is as good as any
      mix = time;
      ofMix = inAll;
    }
    BigFraction perHour = BigFraction.ZERO;
    for (Map.Entry<String, Minutes> role : mix.entrySet()) {
      BigFraction share = role.getValue().value().divide(ofMix);
      perHour = perHour.add(share.multiply(hour(role.getKey(), set & ~TIME & ~MIX)));
    }
    return inAll.divide(MINUTES_PER_HOUR).multiply(perHour).multiply(BigInteger.valueOf(100));
  }

  static BigFraction sum(Map<String, Minutes> minutes) {
    return minutes.values().stream().map(Minutes::value).reduce(BigFraction.ZERO, BigFraction::add);
  }

  /** What an hour of a role costs, in pounds, with each factor of the book that the set says. */
  BigFraction hour(String role, int set) {
    return hours.computeIfAbsent(
        set + " " + role,
        key -> {
          StaffCostInputs a = staff(first, second, role);
          StaffCostInputs b = staff(second, first, role);
          boolean conventions = has(set, Factor.CONVENTIONS);
          CostBook book = (conventions ? second : first).book().book();
          BigFraction priced =
              book.indices()
                  .of(PriceIndices.Kind.STAFF)
                  .factor((conventions ? b : a).salary().year(), book.priceYear());
          return new HourlyCostCalculator()
              .calculate(joined(a, b, set))
              .perHour(book.hourBasis())
              .pounds()
              .multiply(priced);
        });
  }

  /** A role that only one of the books has costs the same in both. */
  static StaffCostInputs staff(Side side, Side other, String role) {
    StaffCostInputs own = side.staff().get(role);
    StaffCostInputs found = own == null ? other.staff().get(role) : own;
    if (found == null) {
      throw new IllegalStateException("No staff cost of " + role + " in either book");
    }
    return found;
  }

  private static StaffCostInputs joined(StaffCostInputs a, StaffCostInputs b, int set) {
    StaffCostInputs pay = has(set, Factor.SALARY) ? b : a;
    StaffCostInputs rates = has(set, Factor.ON_COSTS) ? b : a;
    StaffCostInputs overheads = has(set, Factor.OVERHEAD) ? b : a;
    StaffCostInputs hours = has(set, Factor.HOURS) ? b : a;
    StaffRole role = hours.role();
    AgencyRate agency = pay.agency();
    return new StaffCostInputs(
        role,
        new Salary(
            role.id(),
            a.salary().year(),
            pay.salary().amount(),
            hours.salary().hoursAWeek(),
            hours.salary().fte(),
            pay.salary().provenance()),
        new OnCosts(
            a.salary().year(),
            overheads.onCosts().directOverheads(),
            overheads.onCosts().indirectOverheads(),
            overheads.onCosts().capital(),
            hours.onCosts().away(),
            overheads.onCosts().provenance()),
        new EmployerRates.OfYear(
            a.salary().year(), rates.rates().insurances(), rates.rates().pensions()),
        agency,
        new AreaWeight(
            "joined",
            "joined",
            pay.weight().pay(),
            overheads.weight().capital(),
            pay.weight().provenance()));
  }

  static boolean has(int set, Factor factor) {
    return (set & bit(factor)) != 0;
  }

  static int bit(Factor factor) {
    return 1 << FACTORS.indexOf(factor);
  }

  /** Whole pence that add up to a total, by largest remainder; the parts may be of either sign. */
  static List<Pence> addingUpTo(Pence total, List<BigFraction> exact) {
    long[] parts = exact.stream().mapToLong(UnitCostDecompositionCalculator::floor).toArray();
    List<Integer> byRemainder = new ArrayList<>(IntStream.range(0, parts.length).boxed().toList());
    byRemainder.sort(
        Comparator.comparing(
                (Integer i) -> exact.get(i).subtract(BigFraction.of(floor(exact.get(i)))))
            .reversed());
    long left = total.value() - java.util.Arrays.stream(parts).sum();
    for (int i = 0; left > 0; i = (i + 1) % parts.length, left--) {
      parts[byRemainder.get(i)]++;
    }
    for (int i = parts.length - 1; left < 0; i = (i + parts.length - 1) % parts.length, left++) {
      parts[byRemainder.get(i)]--;
    }
    return java.util.Arrays.stream(parts).mapToObj(Pence::of).toList();
  }

  private static long floor(BigFraction value) {
    BigInteger[] parts = value.getNumerator().divideAndRemainder(value.getDenominator());
    return (parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]).longValueExact();
  }
}
