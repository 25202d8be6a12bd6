/**
 * Reports that a committee can read: a comparison or a journey as HTML for print, as a Word
 * document, and as a workbook whose formulas go on calculating. The texts come from {@link
 * org.homeward.comparison.ComparisonWords}, the formulas from {@code explanation}.
 */
@NullMarked
package org.homeward.report;

import org.jspecify.annotations.NullMarked;
