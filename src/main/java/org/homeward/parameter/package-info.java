/**
 * Every number of a cost book by a stable, readable path, and changes to numbers by their paths.
 */
@NullMarked
package org.homeward.parameter;

import org.jspecify.annotations.NullMarked;
