package org.homeward.timeuse;

import org.homeward.process.TimeCategory;
import org.jspecify.annotations.Nullable;

/**
 * What an answer or an estimate is about.
 *
 * @param variation null for the process without any variation
 * @param category {@link TimeCategory#UNDIVIDED} for an answer that stands for all categories
 */
public record TimeCell(
    String process, String task, String role, @Nullable String variation, TimeCategory category) {}
