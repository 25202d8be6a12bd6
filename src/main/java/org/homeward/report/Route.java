package org.homeward.report;

import org.homeward.comparison.Comparison;

/**
 * A route of a workbook: a pathway as it was costed, and where the figures that it rests on stand.
 */
record Route(String name, Comparison.CostedPathway costed, FigureSheets figures) {}
