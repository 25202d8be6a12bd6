package org.homeward.store;

import java.time.Instant;

/**
 * A what-if that was saved.
 *
 * @param catalogue hash of the version that answered
 * @param question and answer: JSON, as they were sent
 */
public record SavedScenario(
    String id, String name, Instant createdAt, String catalogue, String question, String answer) {}
