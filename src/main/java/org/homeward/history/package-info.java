/** The plain facts of one child's time in and after care. */
@NullMarked
package org.homeward.history;

import org.jspecify.annotations.NullMarked;
