package org.homeward.returnfile;

import org.homeward.returns.Districts;
import org.homeward.returns.Findings;
import org.homeward.returns.TableRows;

/**
 * One table that was read.
 *
 * @param yearByRow whether rows tell their year
 * @param authorityByRow whether they tell their authority
 * @param homes the districts of homes, where rows do not tell their authority
 */
record ReadFile(
    ReturnSource source,
    TableRows rows,
    Findings findings,
    boolean yearByRow,
    boolean authorityByRow,
    Districts homes) {}
