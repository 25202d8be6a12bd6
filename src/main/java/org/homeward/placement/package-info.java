/**
 * What living somewhere costs, apart from the work of staff: placement fees by date, allowances and
 * other supports, one-off costs, and which processes a fee already pays for (method, section 6).
 */
@NullMarked
package org.homeward.placement;

import org.jspecify.annotations.NullMarked;
