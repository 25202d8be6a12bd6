/**
 * What users bring: survey files in CSV or XLSX, read row by row within bounds, checked whole,
 * converted visibly, then kept or refused whole; and the templates and marked-up copies they take
 * away.
 */
@NullMarked
package org.homeward.intake;

import org.jspecify.annotations.NullMarked;
