package org.homeward.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.allowance.MeansTest;
import org.homeward.allowance.MeansTestCalculator;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.FeeTerm;
import org.homeward.history.Leg;
import org.homeward.history.Payer;
import org.homeward.parameter.Change;
import org.homeward.parameter.NearestPaths;
import org.homeward.pathway.Pathway;
import org.homeward.pathway.StatedFee;
import org.homeward.placement.FeeRow;
import org.homeward.problem.InputException;
import org.homeward.quantity.Format;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a pathway by path: how long its legs last, when they begin, what they are paid,
 * the shares of its supports and single costs, the income of a family whose means are tested, the
 * chances of its branches.
 */
final class PathwayNumbers {

  private final Pathway pathway;
  private final CompiledBook book;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** A number, and the pathway with another in its place. */
  private record Entry(ScenarioNumber number, Function<BigFraction, Pathway> with) {}

  /**
   * @param book whose fees a leg is paid by where none is stated
   */
  PathwayNumbers(Pathway pathway, CompiledBook book) {
    this.pathway = pathway;
    this.book = book;
    legs();
    supports();
    oneOffs();
    branches();
  }

  List<ScenarioNumber> all() {
    return entries.values().stream().map(Entry::number).toList();
  }

  /**
   * The pathway after a change.
   *
   * @throws InputException naming the nearest paths, if there is none such
   * @throws IllegalArgumentException if the pathway cannot have the value
   */
  Pathway with(Change change) {
    return entry(change.path()).with().apply(change.of(number(change.path()).value()));
  }

  /**
   * @throws InputException naming the nearest paths, if there is none such
   */
  ScenarioNumber number(String path) {
    return entry(path).number();
  }

  private Entry entry(String path) {
    Entry entry = entries.get(path);
    if (entry == null) {
      throw new InputException(NearestPaths.problem("path", path, entries.keySet()));
    }
    return entry;
  }

  private void add(
      String path,
      String name,
      String unit,
      BigFraction value,
      Function<BigFraction, Pathway> with) {
    String whole = "pathways/" + pathway.id() + "/" + path;
    entries.put(
        whole,
        new Entry(new ScenarioNumber(whole, pathway.name() + ": " + name, unit, value), with));
  }

  private void legs() {
    List<Pathway.PathwayLeg> legs = pathway.trunk().legs();
    for (int i = 0; i < legs.size(); i++) {
      int n = i;
      Pathway.PathwayLeg leg = legs.get(i);
      String path = "legs/" + (i + 1) + "/";
      String of = "leg " + (i + 1) + " (" + Format.words(leg.leg().type().code()) + ")";
      if (i > 0) {
        add(
            path + "start",
            "first day of " + of + ", in days since the start",
            "days",
            BigFraction.of(leg.leg().span().fromDay() - pathway.span().fromDay()),
            v -> PathwayShift.start(pathway, n, whole(v)));
      }
      if (i + 1 < legs.size()) {
        add(
            path + "length",
            "length of " + of,
            "days",
            BigFraction.of(leg.leg().span().days()),
            v -> PathwayShift.length(pathway, n, whole(v)));
      }
      add(
          path + "fee",
          "fee of " + of + ", in place of the table’s",
          "£ a week",
          weeklyFee(leg),
          v -> withFee(n, v));
    }
  }

  /** What is stated, or else what the table says on the first day, in prices of the book. */
  private BigFraction weeklyFee(Pathway.PathwayLeg leg) {
    StatedFee stated = leg.fee();
    if (stated != null) {
      return stated.per() == null
          ? BigFraction.ZERO
          : Rate.of(stated.amount(), stated.per()).amountPer(Rate.Per.WEEK).pounds();
    }
    FeeTerm listed = listed(leg.leg());
    return listed == null
        ? BigFraction.ZERO
        : listed.accrual().rate().amountPer(Rate.Per.WEEK).pounds();
  }

  private @Nullable FeeTerm listed(Leg leg) {
    int day = leg.span().fromDay();
    return book.fees(leg.type(), leg.provider(), leg.area()).on(day, pathway.child().ageOn(day));
  }

  /** A fee of its own pays for the same processes as the one before. */
  private Pathway withFee(int n, BigFraction value) {
    Pathway.PathwayLeg before = pathway.trunk().legs().get(n);
    StatedFee stated = before.fee();
    FeeTerm listed = stated == null ? listed(before.leg()) : null;
    FeeRow row = listed == null ? null : listed.row();
    StatedFee fee =
        new StatedFee(
            new Money(notNegative(value)),
            Rate.Per.WEEK,
            stated == null ? book.book().priceYear() : stated.priceYear(),
            stated != null ? stated.includes() : row == null ? Set.of() : row.includes(),
            stated != null ? stated.payer() : row == null ? Payer.SOCIAL_CARE : row.payer());
    List<Pathway.PathwayLeg> legs = new ArrayList<>(pathway.trunk().legs());
    legs.set(
        n,
        new Pathway.PathwayLeg(
            before.leg(), before.name(), fee, before.providerName(), before.extras()));
    Pathway.Strand trunk = pathway.trunk();
    return PathwayShift.with(
        pathway,
        new Pathway.Strand(legs, trunk.events(), trunk.supports(), trunk.oneOffs()),
        pathway.branchDay(),
        pathway.branches());
  }

  private void supports() {
    List<Pathway.Support> supports = pathway.trunk().supports();
    for (int i = 0; i < supports.size(); i++) {
      int n = i;
      Pathway.Support s = supports.get(i);
      add(
          "supports/" + (i + 1) + "/share",
          "share of families with " + Format.words(s.item()),
          "part of one",
          Fractions.of(s.share()),
          v -> withSupport(n, s.withShare(decimal(v))));
      MeansTest test = s.meansTest();
      if (test != null) {
        add(
            "supports/" + (i + 1) + "/income",
            "income of the family that receives " + Format.words(s.item()),
            "£ a month",
            test.household().incomeAMonth().pounds(),
            v ->
                withSupport(
                    n,
                    s.withMeansTest(
                        new MeansTestCalculator()
                            .calculate(test.household().withIncome(new Money(v)), test.rules()))));
      }
    }
  }

  private Pathway withSupport(int n, Pathway.Support support) {
    return withTrunk(
        t ->
            new Pathway.Strand(
                t.legs(), t.events(), replaced(t.supports(), n, support), t.oneOffs()));
  }

  private void oneOffs() {
    List<Pathway.OneOff> oneOffs = pathway.trunk().oneOffs();
    for (int i = 0; i < oneOffs.size(); i++) {
      int n = i;
      Pathway.OneOff o = oneOffs.get(i);
      add(
          "one-offs/" + (i + 1) + "/share",
          "share of cases with " + Format.words(o.item()),
          "part of one",
          Fractions.of(o.share()),
          v ->
              withTrunk(
                  t ->
                      new Pathway.Strand(
                          t.legs(),
                          t.events(),
                          t.supports(),
                          replaced(
                              t.oneOffs(),
                              n,
                              new Pathway.OneOff(
                                  o.item(), o.name(), o.day(), decimal(v), o.amount())))));
    }
  }

  /** What one of two branches gains, the other loses. */
  private void branches() {
    for (Pathway.Branch branch : pathway.branches()) {
      add(
          "branches/" + branch.id() + "/probability",
          "chance that it goes on as " + Format.within(branch.name()),
          "part of one",
          Fractions.of(branch.probability()),
          v -> withProbability(branch, decimal(v)));
    }
  }

  private Pathway withProbability(Pathway.Branch of, BigDecimal value) {
    List<Pathway.Branch> others =
        pathway.branches().stream().filter(b -> !b.id().equals(of.id())).toList();
    if (others.size() != 1) {
      throw new IllegalArgumentException(
          "Only where there are two branches is it clear what the other's chance becomes.");
    }
    List<Pathway.Branch> branches = new ArrayList<>();
    for (Pathway.Branch b : pathway.branches()) {
      BigDecimal chance = b.id().equals(of.id()) ? value : BigDecimal.ONE.subtract(value);
      branches.add(new Pathway.Branch(b.id(), b.name(), chance, b.strand()));
    }
    return PathwayShift.with(pathway, pathway.trunk(), pathway.branchDay(), branches);
  }

  private Pathway withTrunk(UnaryOperator<Pathway.Strand> change) {
    return PathwayShift.with(
        pathway, change.apply(pathway.trunk()), pathway.branchDay(), pathway.branches());
  }

  private static <T> List<T> replaced(List<T> all, int place, T with) {
    List<T> changed = new ArrayList<>(all);
    changed.set(place, with);
    return changed;
  }

  private static BigFraction notNegative(BigFraction value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException("A fee must be zero or more.");
    }
    return value;
  }

  private static BigDecimal decimal(BigFraction value) {
    BigDecimal exact = Fractions.exactDecimal(value);
    if (exact == null) {
      throw new IllegalArgumentException("This number must be a decimal.");
    }
    return exact;
  }

  private static int whole(BigFraction days) {
    if (!days.getDenominator().equals(java.math.BigInteger.ONE) || days.signum() < 0) {
      throw new IllegalArgumentException("Days must be a whole number, zero or more.");
    }
    return days.intValue();
  }
}
