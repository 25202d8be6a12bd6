/**
 * What the care of many children cost: every history walked as any pathway is, its lines added up
 * by any of financial year, placement, provider, need, legal status, age, sex, area, route (method,
 * section 8). Amounts are whole pence and their sums do not depend on threads, order or batches.
 */
@NullMarked
package org.homeward.cohort;

import org.jspecify.annotations.NullMarked;
