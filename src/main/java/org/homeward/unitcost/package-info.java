/**
 * What one occurrence, or a month, of a process costs: Σ over tasks and roles of share × times ×
 * minutes ÷ 60 × hourly cost (method, section 4).
 */
@NullMarked
package org.homeward.unitcost;

import org.jspecify.annotations.NullMarked;
