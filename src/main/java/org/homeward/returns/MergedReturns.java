package org.homeward.returns;

import java.util.List;

/**
 * A load, merged.
 *
 * @param files names by the numbers of the findings
 */
public record MergedReturns(
    ChildHistories histories,
    Reconciliation reconciliation,
    FindingList findings,
    List<String> files) {}
