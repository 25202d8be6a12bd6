/** Cost books on their way: begun as copies, edited, compared, published. */
@NullMarked
package org.homeward.drafting;

import org.jspecify.annotations.NullMarked;
