package org.homeward.timeuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Skewness;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.homeward.quantity.Minutes;
import org.jspecify.annotations.Nullable;

/**
 * The estimates of surveys (method, section 5): for each cell one weighted arithmetic mean over all
 * answers of the chosen methods – not a mean of means – and the description beside it. The
 * bootstrap draws respondents, groups or cases. The order of answers changes nothing.
 */
public final class TimeUseCalculator {

  private static final int RESAMPLES = 1_000;
  private static final double TRIM = 0.10;
  private static final long SEED = 20_250_401L;

  /** Quantiles by the definition that R calls type 7, as spreadsheets have it. */
  private static final Quantile QUANTILE =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

  private record Sourced(Answer answer, Survey survey) {}

  /** The pool of the chosen methods. */
  public TimeUse calculate(List<Survey> surveys, Set<Method> methods) {
    Map<TimeCell, List<Sourced>> byCell = new TreeMap<>(TimeCell.ORDER);
    for (Survey survey : surveys) {
      if (methods.contains(survey.method())) {
        for (Answer answer : survey.answers()) {
          byCell
              .computeIfAbsent(answer.cell(), c -> new ArrayList<>())
              .add(new Sourced(answer, survey));
        }
      }
    }
    List<Estimate> estimates = new ArrayList<>();
    byCell.forEach((cell, answers) -> estimates.add(estimate(cell, answers)));
    return new TimeUse(estimates);
  }

  /**
   * The cells about which two methods give means that differ by more than a factor.
   *
   * @param factor above 1
   */
  public List<MethodDisagreement> disagreements(List<Survey> surveys, double factor) {
    Map<TimeCell, Map<Method, Minutes>> means = new TreeMap<>(TimeCell.ORDER);
    for (Method method : Method.values()) {
      for (Estimate estimate : calculate(surveys, EnumSet.of(method)).estimates()) {
        means.computeIfAbsent(estimate.cell(), c -> new TreeMap<>()).put(method, estimate.mean());
      }
    }
    List<MethodDisagreement> found = new ArrayList<>();
    means.forEach(
        (cell, byMethod) -> {
          Minutes low =
              byMethod.values().stream().min(Comparator.naturalOrder()).orElse(Minutes.ZERO);
          Minutes high =
              byMethod.values().stream().max(Comparator.naturalOrder()).orElse(Minutes.ZERO);
          if (high.value().doubleValue() > factor * low.value().doubleValue()) {
            found.add(new MethodDisagreement(cell, byMethod));
          }
        });
    return found;
  }

  private static Estimate estimate(TimeCell cell, List<Sourced> unordered) {
    List<Sourced> answers =
        unordered.stream()
            .sorted(
                Comparator.comparing((Sourced s) -> s.survey().id())
                    .thenComparing(s -> s.answer().respondent())
                    .thenComparing(s -> s.answer().minutes()))
            .toList();
    BigFraction sum = BigFraction.ZERO;
    int weight = 0;
    Set<Method> methods = EnumSet.noneOf(Method.class);
    Set<String> surveys = new LinkedHashSet<>();
    boolean illustrative = false;
    for (Sourced sourced : answers) {
      sum = sum.add(sourced.answer().minutes().value().multiply(sourced.answer().weight()));
      weight += sourced.answer().weight();
      methods.add(sourced.survey().method());
      surveys.add(sourced.survey().id());
      illustrative |= sourced.survey().illustrative();
    }
    return new Estimate(
        cell,
        new Minutes(sum.divide(weight)),
        answers.size(),
        weight,
        List.copyOf(methods),
        List.copyOf(surveys),
        statistics(answers),
        distribution(answers),
        illustrative,
        null);
  }

  private static Statistics statistics(List<Sourced> answers) {
    double[] values =
        answers.stream().mapToDouble(s -> s.answer().minutes().value().doubleValue()).toArray();
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] quartiles = QUANTILE.evaluate(sorted, 0.25, 0.5, 0.75);
    double[] interval = bootstrap(answers, values);
    return new Statistics(
        quartiles[1],
        quartiles[0],
        quartiles[2],
        trimmedMean(sorted),
        sorted[0],
        sorted[sorted.length - 1],
        sorted.length > 1 ? StandardDeviation.of(sorted).getAsDouble() : 0,
        sorted[0] == sorted[sorted.length - 1] ? Double.NaN : Skewness.of(sorted).getAsDouble(),
        standardError(answers, values),
        interval[0],
        interval[1]);
  }

  /**
   * Without the lowest and the highest tenth of the answers, each rounded down to whole answers.
   */
  static double trimmedMean(double[] sorted) {
    int cut = (int) (sorted.length * TRIM);
    return Arrays.stream(sorted, cut, sorted.length - cut).average().orElse(0);
  }

  private static @Nullable FittedDistribution distribution(List<Sourced> answers) {
    List<Sourced> inOrder =
        answers.stream().sorted(Comparator.comparing((Sourced s) -> s.answer().minutes())).toList();
    return FittedDistribution.of(
            inOrder.stream().mapToDouble(s -> s.answer().minutes().value().doubleValue()).toArray(),
            inOrder.stream().mapToInt(s -> s.answer().weight()).toArray())
        .orElse(null);
  }

  /**
   * Of the weighted mean as a ratio of sums over units, by linearisation: the root of U ÷ (U − 1) ×
   * Σ (weighted deviations of a unit)², over the sum of weights (Cochran, Sampling Techniques,
   * section 6.4).
   */
  private static double standardError(List<Sourced> answers, double[] values) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * answers.get(i).answer().weight();
      weights += answers.get(i).answer().weight();
    }
    double mean = sum / weights;
    List<List<Integer>> units = units(answers);
    double squares = 0;
    for (List<Integer> unit : units) {
      double deviation = 0;
      for (int i : unit) {
        deviation += answers.get(i).answer().weight() * (values[i] - mean);
      }
      squares += deviation * deviation;
    }
    double count = units.size();
    return count < 2 ? Double.NaN : Math.sqrt(count / (count - 1) * squares) / weights;
  }

  /** The places of the answers of each respondent of one survey. */
  private static List<List<Integer>> units(List<Sourced> answers) {
    Map<String, List<Integer>> units = new TreeMap<>();
    for (int i = 0; i < answers.size(); i++) {
      Sourced s = answers.get(i);
      units
          .computeIfAbsent(s.survey().id() + "/" + s.answer().respondent(), u -> new ArrayList<>())
          .add(i);
    }
    return List.copyOf(units.values());
  }

  /** Percentile interval of the weighted mean; units are respondents of one survey. */
  private static double[] bootstrap(List<Sourced> answers, double[] values) {
    List<List<Integer>> drawn = units(answers);
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
    double[] means = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      double sum = 0;
      double weight = 0;
      for (int u = 0; u < drawn.size(); u++) {
        for (int i : drawn.get(random.nextInt(drawn.size()))) {
          sum += values[i] * answers.get(i).answer().weight();
          weight += answers.get(i).answer().weight();
        }
      }
      means[r] = sum / weight;
    }
    Arrays.sort(means);
    return QUANTILE.evaluate(means, 0.025, 0.975);
  }
}
