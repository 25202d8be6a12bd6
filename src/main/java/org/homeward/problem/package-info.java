/** Bad input, told so that its owner can mend it: where, what value, why, and the way out. */
@NullMarked
package org.homeward.problem;

import org.jspecify.annotations.NullMarked;
