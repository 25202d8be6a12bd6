/** Costs of a cohort as files: its tables as CSV, workbook and Parquet. */
@NullMarked
package org.homeward.costfile;

import org.jspecify.annotations.NullMarked;
