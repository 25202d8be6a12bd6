package org.homeward.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A what-if that was saved.
 *
 * @param catalogue hash of the version that answered
 * @param cohort id of the cohort that it is tried on, or null; it goes when the cohort does
 * @param question and answer: JSON, as they were sent
 */
public record SavedScenario(
    String id,
    String name,
    Instant createdAt,
    String catalogue,
    @Nullable String cohort,
    String question,
    String answer) {}
