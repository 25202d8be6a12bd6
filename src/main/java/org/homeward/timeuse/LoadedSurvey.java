package org.homeward.timeuse;

import java.time.Instant;

/**
 * A survey that users loaded.
 *
 * @param sha256 of the file it came from, by which it is known again
 * @param answers rows that hold an answer
 * @param respondents different people, groups or cases
 */
public record LoadedSurvey(
    String id,
    String sha256,
    String fileName,
    Instant loadedAt,
    SurveyDescription description,
    int answers,
    int respondents) {}
