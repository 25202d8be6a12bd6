/** The service: what each road to a permanent home for a child in care costs, and why. */
@NullMarked
package org.homeward;

import org.jspecify.annotations.NullMarked;
