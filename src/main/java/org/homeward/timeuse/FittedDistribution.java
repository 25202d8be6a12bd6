package org.homeward.timeuse;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;

/**
 * The gamma or log-normal distribution that lies nearer to the answers, by the Kolmogorov–Smirnov
 * distance. Where all answers are above zero it is fitted by maximum likelihood, else by moments;
 * answers count as often as they weigh.
 *
 * @param first shape of the gamma; mean of the logarithm of the log-normal
 * @param second scale of the gamma, in minutes; standard deviation of that logarithm
 * @param distance greatest difference between the answers' cumulative share and the distribution's
 * @param byLikelihood false where it was fitted by moments
 */
public record FittedDistribution(
    Family family, double first, double second, double distance, boolean byLikelihood) {

  /** The kinds that are tried. */
  public enum Family {
    GAMMA("gamma"),
    LOG_NORMAL("log-normal");

    private final String code;

    Family(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    /**
     * @throws IllegalArgumentException if the code is none
     */
    public static Family of(String code) {
      return Arrays.stream(values())
          .filter(f -> f.code.equals(code))
          .findFirst()
          .orElseThrow(
              () -> new IllegalArgumentException("Use gamma or log-normal, not " + code + "."));
    }
  }

  private static final int FEWEST = 3;
  private static final int STEPS = 100;
  private static final double PRECISION = 1e-12;

  /**
   * The better of the two fits; none below three different answers.
   *
   * @param sorted minutes, ascending
   * @param weights of the answers, in the same order
   */
  static Optional<FittedDistribution> of(double[] sorted, int[] weights) {
    if (Arrays.stream(sorted).distinct().count() < FEWEST) {
      return Optional.empty();
    }
    boolean likelihood = sorted[0] > 0;
    double mean = mean(sorted, weights, x -> x);
    double variance = mean(sorted, weights, x -> (x - mean) * (x - mean));
    FittedDistribution gamma;
    FittedDistribution logNormal;
    if (likelihood) {
      double logMean = mean(sorted, weights, Math::log);
      double logVariance =
          mean(sorted, weights, x -> (Math.log(x) - logMean) * (Math.log(x) - logMean));
      double shape = shape(Math.log(mean) - logMean);
      gamma = new FittedDistribution(Family.GAMMA, shape, mean / shape, 0, true);
      logNormal =
          new FittedDistribution(Family.LOG_NORMAL, logMean, Math.sqrt(logVariance), 0, true);
    } else {
      double s2 = Math.log1p(variance / (mean * mean));
      gamma =
          new FittedDistribution(Family.GAMMA, mean * mean / variance, variance / mean, 0, false);
      logNormal =
          new FittedDistribution(
              Family.LOG_NORMAL, Math.log(mean) - s2 / 2, Math.sqrt(s2), 0, false);
    }
    FittedDistribution a = gamma.measured(sorted, weights);
    FittedDistribution b = logNormal.measured(sorted, weights);
    return Optional.of(a.distance <= b.distance ? a : b);
  }

  /** Solves ln k − ψ(k) = s by Newton's method (Minka 2002, Estimating a Gamma distribution). */
  private static double shape(double s) {
    double k = (3 - s + Math.sqrt((s - 3) * (s - 3) + 24 * s)) / (12 * s);
    for (int i = 0; i < STEPS; i++) {
      double next =
          1
              / (1 / k
                  + (Digamma.value(k) - Math.log(k) + s)
                      * -1
                      / (k * k * (1 / k - Trigamma.value(k))));
      if (Math.abs(next - k) < PRECISION * k) {
        return next;
      }
      k = next;
    }
    return k;
  }

  private FittedDistribution measured(double[] sorted, int[] weights) {
    ContinuousDistribution distribution = distribution();
    double total = Arrays.stream(weights).sum();
    double below = 0;
    double distance = 0;
    for (int i = 0; i < sorted.length; i++) {
      double expected = distribution.cumulativeProbability(sorted[i]);
      distance = Math.max(distance, expected - below / total);
      below += weights[i];
      if (i + 1 == sorted.length || sorted[i + 1] > sorted[i]) {
        distance = Math.max(distance, below / total - expected);
      }
    }
    return new FittedDistribution(family, first, second, distance, byLikelihood);
  }

  private ContinuousDistribution distribution() {
    return switch (family) {
      case GAMMA -> GammaDistribution.of(first, second);
      case LOG_NORMAL -> LogNormalDistribution.of(first, second);
    };
  }

  private static double mean(double[] values, int[] weights, DoubleUnaryOperator of) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * of.applyAsDouble(values[i]);
      weight += weights[i];
    }
    return sum / weight;
  }
}
