package org.homeward.cohort;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/**
 * Coarsened exact matching: in each stratum that has children of both roads, those of the second
 * weigh together as much as those of the first. The effect is the mean over the children of the
 * first road of the difference between the stratum's means.
 */
final class RoadMatching {

  private static final double LOW = 0.025;
  private static final double HIGH = 0.975;

  private final RoadQuestion question;
  private final List<EntryFacts> first;
  private final List<EntryFacts> second;
  private final List<Pair> pairs = new ArrayList<>();

  /** The children of one stratum that has both. */
  private record Pair(EntryFacts.Stratum stratum, List<EntryFacts> first, List<EntryFacts> second) {

    RoadComparison.Stratum costed() {
      return new RoadComparison.Stratum(
          stratum.name(), first.size(), cost(first), second.size(), cost(second));
    }

    private static Pence cost(List<EntryFacts> of) {
      return Pence.of(of.stream().mapToLong(EntryFacts::pence).reduce(0, Math::addExact));
    }
  }

  RoadMatching(RoadQuestion question, List<EntryFacts> first, List<EntryFacts> second) {
    this.question = question;
    this.first = first;
    this.second = second;
    Map<EntryFacts.Stratum, List<EntryFacts>> ofSecond = byStratum(second);
    byStratum(first)
        .forEach(
            (stratum, children) -> {
              List<EntryFacts> like = ofSecond.get(stratum);
              if (like != null) {
                pairs.add(new Pair(stratum, children, like));
              }
            });
  }

  private static Map<EntryFacts.Stratum, List<EntryFacts>> byStratum(List<EntryFacts> children) {
    Map<EntryFacts.Stratum, List<EntryFacts>> strata = new TreeMap<>();
    children.forEach(c -> strata.computeIfAbsent(c.stratum(), s -> new ArrayList<>()).add(c));
    return strata;
  }

  RoadComparison compare(List<String> limits) {
    boolean none = pairs.isEmpty();
    double[] differences = none ? new double[] {0} : resampled();
    return new RoadComparison(
        question,
        first.size(),
        second.size(),
        pairs.stream().map(Pair::costed).toList(),
        balance(),
        none ? null : pounds(quantile(differences, LOW)),
        none ? null : pounds(quantile(differences, HIGH)),
        limits);
  }

  /** The mean of the matched of one road; both weighted by the children of the first. */
  private double mean(ToDoubleFunction<EntryFacts> fact, boolean ofFirst) {
    double sum = 0;
    double weights = 0;
    for (Pair pair : pairs) {
      double weight = pair.first().size();
      sum += weight * plainMean(fact, ofFirst ? pair.first() : pair.second());
      weights += weight;
    }
    return sum / weights;
  }

  private static double plainMean(ToDoubleFunction<EntryFacts> fact, List<EntryFacts> of) {
    return of.stream().mapToDouble(fact).sum() / of.size();
  }

  /** Differences of resampled children, in order. */
  private double[] resampled() {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(question.seed());
    double[] differences = new double[question.resamples()];
    for (int r = 0; r < differences.length; r++) {
      double sum = 0;
      double weights = 0;
      for (Pair pair : pairs) {
        double weight = pair.first().size();
        sum +=
            weight * (resampledMean(pair.first(), random) - resampledMean(pair.second(), random));
        weights += weight;
      }
      differences[r] = sum / weights;
    }
    Arrays.sort(differences);
    return differences;
  }

  private static double resampledMean(List<EntryFacts> of, UniformRandomProvider random) {
    double sum = 0;
    for (int i = 0; i < of.size(); i++) {
      sum += of.get(random.nextInt(of.size())).pence();
    }
    return sum / of.size();
  }

  private static double quantile(double[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(rank, 1) - 1];
  }

  private List<RoadComparison.Balance> balance() {
    List<RoadComparison.Balance> balance = new ArrayList<>();
    balance.add(balance("age at entry", EntryFacts::age));
    balance.add(balance("placements in the first six months", EntryFacts::placements));
    TreeSet<String> needs = new TreeSet<>();
    TreeSet<String> placements = new TreeSet<>();
    for (List<EntryFacts> children : List.of(first, second)) {
      for (EntryFacts child : children) {
        needs.add(child.need());
        placements.add(child.placement().code());
      }
    }
    for (String need : needs) {
      balance.add(balance("need " + need, c -> c.need().equals(need) ? 1 : 0));
    }
    for (String placement : placements) {
      balance.add(
          balance(
              "first placement " + placement, c -> c.placement().code().equals(placement) ? 1 : 0));
    }
    return balance;
  }

  private RoadComparison.Balance balance(String name, ToDoubleFunction<EntryFacts> fact) {
    if (first.isEmpty() || second.isEmpty()) {
      return new RoadComparison.Balance(name, null, null);
    }
    double spread = Math.sqrt((variance(fact, first) + variance(fact, second)) / 2);
    double before = plainMean(fact, first) - plainMean(fact, second);
    Double after =
        pairs.isEmpty() ? null : standardised(mean(fact, true) - mean(fact, false), spread);
    return new RoadComparison.Balance(name, standardised(before, spread), after);
  }

  private static @Nullable Double standardised(double difference, double spread) {
    return spread == 0 ? null : difference / spread;
  }

  private static double variance(ToDoubleFunction<EntryFacts> fact, List<EntryFacts> of) {
    double mean = plainMean(fact, of);
    double sum = of.stream().mapToDouble(c -> Math.pow(fact.applyAsDouble(c) - mean, 2)).sum();
    return of.size() < 2 ? 0 : sum / (of.size() - 1);
  }

  private static BigDecimal pounds(double pence) {
    return BigDecimal.valueOf(pence / 100).setScale(2, RoundingMode.HALF_EVEN);
  }
}
