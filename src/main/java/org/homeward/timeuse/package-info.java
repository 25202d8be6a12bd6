/**
 * Time-use data: what respondents answered, and the estimate of minutes that costing uses (method,
 * section 5).
 *
 * <p>Every answer is first normalised to minutes per process occurrence in all: minutes × share ×
 * times. The estimate is the weighted arithmetic mean; a focus-group answer weighs as its
 * participants, any other as one.
 */
@NullMarked
package org.homeward.timeuse;

import org.jspecify.annotations.NullMarked;
