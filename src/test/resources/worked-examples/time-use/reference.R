# Reference values for the statistics of time-use answers, worked by R alone (base and stats; run with R 4.2).
# `Rscript reference.R` writes reference.csv beside itself.
#
# Quartiles are quantile()'s type 7; the trimmed mean leaves out a tenth at each end; skewness is the adjusted G1; the fits are by
# maximum likelihood: of the log-normal in closed form, of the gamma where log k - digamma(k) = log mean - mean log; the distance
# is ks.test()'s. The 95 % bootstrap interval is the percentile interval of a million resamples by R's own generator and a seed of its
# own: with a thousand resamples its ends stray by about a tenth of the standard error.

samples <- list(
  meeting = c(30, 45, 45, 60, 60, 75, 90, 90, 120, 150, 180, 240),
  visit = c(15, 20, 25, 30, 30, 35, 40, 60, 60, 90, 95, 100, 110, 300),
  report = c(8, 20, 28, 33, 35, 40, 41, 45, 47, 50, 52, 58, 60, 66, 71, 80),
  call = c(5, 5, 6, 7, 8, 8, 9, 10, 12, 12, 15, 18, 20, 25, 30, 31, 33, 40, 55, 62)
)

gamma_fit <- function(x) {
  s <- log(mean(x)) - mean(log(x))
  shape <- uniroot(function(k) log(k) - digamma(k) - s, c(1e-3, 1e3), tol = 1e-14)$root
  list(family = "gamma", first = shape, second = mean(x) / shape,
       distance = suppressWarnings(ks.test(x, "pgamma", shape = shape, scale = mean(x) / shape))$statistic)
}

log_normal_fit <- function(x) {
  mu <- mean(log(x))
  sigma <- sqrt(mean((log(x) - mu)^2))
  list(family = "log-normal", first = mu, second = sigma,
       distance = suppressWarnings(ks.test(x, "plnorm", meanlog = mu, sdlog = sigma))$statistic)
}

skewness <- function(x) {
  n <- length(x)
  d <- x - mean(x)
  mean(d^3) / mean(d^2)^1.5 * sqrt(n * (n - 1)) / (n - 2)
}

bootstrap <- function(x, resamples = 1e6, block = 1e5) {
  means <- unlist(lapply(seq_len(resamples / block), function(i)
    rowMeans(matrix(sample(x, block * length(x), replace = TRUE), block))))
  quantile(means, c(0.025, 0.975), names = FALSE)
}

number <- function(v) format(v, digits = 15, scientific = FALSE, trim = TRUE)

set.seed(1)
rows <- lapply(names(samples), function(name) {
  x <- samples[[name]]
  fits <- list(gamma_fit(x), log_normal_fit(x))
  fit <- fits[[which.min(c(fits[[1]]$distance, fits[[2]]$distance))]]
  q <- quantile(x, c(0.25, 0.5, 0.75), names = FALSE, type = 7)
  i <- bootstrap(x)
  data.frame(name = name, values = paste(x, collapse = " "), mean = number(mean(x)), standard_deviation = number(sd(x)),
             standard_error = number(sd(x) / sqrt(length(x))), median = number(q[2]), lower_quartile = number(q[1]),
             upper_quartile = number(q[3]), trimmed_mean = number(mean(x, trim = 0.1)), skewness = number(skewness(x)),
             family = fit$family, first = number(fit$first), second = number(fit$second), distance = number(fit$distance),
             interval_low = number(i[1]), interval_high = number(i[2]))
})
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
write.csv(do.call(rbind, rows), file.path(here, "reference.csv"), row.names = FALSE, quote = FALSE)
