/**
 * The complete, immutable inputs of a calculation, and the same compiled: every unit cost, fee and
 * trigger looked up and priced once, so that walking a history only adds whole pence.
 */
@NullMarked
package org.homeward.costbook;

import org.jspecify.annotations.NullMarked;
