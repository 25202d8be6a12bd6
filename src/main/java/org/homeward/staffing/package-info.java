/** What an hour of a role costs: annual cost ÷ hours worked (method, section 3). */
@NullMarked
package org.homeward.staffing;

import org.jspecify.annotations.NullMarked;
