package org.homeward.timeuse;

/**
 * The description that stands beside a mean, in minutes per process occurrence; for reading, never
 * for costing.
 *
 * @param trimmedMean the mean without the lowest and highest tenth
 * @param intervalLow lower end of the 95 % bootstrap interval of the weighted mean, resampling
 *     respondents, groups or cases
 * @param intervalHigh upper end
 */
public record Statistics(
    double median,
    double lowerQuartile,
    double upperQuartile,
    double trimmedMean,
    double minimum,
    double maximum,
    double standardDeviation,
    double intervalLow,
    double intervalHigh) {}
