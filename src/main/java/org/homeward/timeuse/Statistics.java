package org.homeward.timeuse;

/**
 * The description that stands beside a mean, in minutes per process occurrence; for reading, never
 * for costing.
 *
 * @param trimmedMean the mean without the lowest and highest tenth
 * @param skewness adjusted for the number of answers (G1, as spreadsheets have it); not a number
 *     below three answers or where all are equal
 * @param standardError of the weighted mean, by respondents, groups or cases; not a number where
 *     there is only one
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
    double skewness,
    double standardError,
    double intervalLow,
    double intervalHigh) {}
