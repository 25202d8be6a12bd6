package org.homeward.store;

import java.util.Iterator;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What is kept of a finished cohort; the iterators are read once, in this order.
 *
 * @param fingerprint of the histories and fees, made with the user's key
 * @param report what was read, merged, repaired and rejected, as JSON
 * @param costs answers by question
 * @param children contents by pseudonym
 * @param findings parts of the list
 * @param cells parts of the costs by cell
 * @param cellsHead what those parts hold, as JSON; asked after the last
 */
public record CohortResult(
    String fingerprint,
    String report,
    Map<String, String> costs,
    Iterator<Map.Entry<String, String>> children,
    Iterator<String> findings,
    Iterator<byte[]> cells,
    Supplier<String> cellsHead) {}
