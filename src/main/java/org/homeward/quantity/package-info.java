/**
 * Values that know their unit: exact money, whole pence, minutes, rates, years, indices (method,
 * section 2).
 */
@NullMarked
package org.homeward.quantity;

import org.jspecify.annotations.NullMarked;
