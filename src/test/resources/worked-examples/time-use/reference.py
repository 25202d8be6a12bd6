"""Reference values for the statistics of time-use answers, from SciPy and NumPy.

Run with SciPy 1.17 and NumPy; writes reference.csv beside itself. Quantiles are R's type 7, the
trimmed mean leaves out a tenth at each end, skewness is the adjusted G1, the fits are by maximum
likelihood with the location fixed at zero, the distance is Kolmogorov-Smirnov's. The 95 % bootstrap
interval is the percentile interval of a million resamples, by NumPy's own generator and a seed of its
own: with a thousand resamples its ends stray by about a tenth of the standard error.
"""
import csv
import os

import numpy as np
from scipy import stats

SAMPLES = {
    "meeting": [30, 45, 45, 60, 60, 75, 90, 90, 120, 150, 180, 240],
    "visit": [15, 20, 25, 30, 30, 35, 40, 60, 60, 90, 95, 100, 110, 300],
    "report": [8, 20, 28, 33, 35, 40, 41, 45, 47, 50, 52, 58, 60, 66, 71, 80],
    "call": [5, 5, 6, 7, 8, 8, 9, 10, 12, 12, 15, 18, 20, 25, 30, 31, 33, 40, 55, 62],
}


def row(name, values):
    x = np.array(values, float)
    shape, _, scale = stats.gamma.fit(x, floc=0)
    sigma, _, exp_mu = stats.lognorm.fit(x, floc=0)
    gamma = stats.kstest(x, stats.gamma(shape, scale=scale).cdf).statistic
    log_normal = stats.kstest(x, stats.lognorm(sigma, scale=exp_mu).cdf).statistic
    family = "gamma" if gamma <= log_normal else "log-normal"
    first, second = (shape, scale) if family == "gamma" else (np.log(exp_mu), sigma)
    low, median, high = np.quantile(x, [0.25, 0.5, 0.75])
    resampled = np.random.default_rng(1).choice(x, (1_000_000, len(x))).mean(axis=1)
    interval_low, interval_high = np.quantile(resampled, [0.025, 0.975])
    return [
        name, " ".join(map(str, values)), x.mean(), x.std(ddof=1), stats.sem(x), median, low, high,
        stats.trim_mean(x, 0.1), stats.skew(x, bias=False), family, first, second,
        min(gamma, log_normal), interval_low, interval_high,
    ]


here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "reference.csv"), "w", newline="") as out:
    w = csv.writer(out, lineterminator="\n")
    w.writerow("name values mean standard_deviation standard_error median lower_quartile upper_quartile "
               "trimmed_mean skewness family first second distance interval_low interval_high".split())
    for name, values in SAMPLES.items():
        w.writerow([c if isinstance(c, str) else repr(float(c)) for c in row(name, values)])
