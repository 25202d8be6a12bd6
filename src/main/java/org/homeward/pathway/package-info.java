/**
 * What happens to one child from day to day, and what each day costs: a pathway is walked once and
 * gives a ledger of exact pence; a trajectory is that ledger by month (method, section 6).
 */
@NullMarked
package org.homeward.pathway;

import org.jspecify.annotations.NullMarked;
