/**
 * What-if: changes to numbers of a cost book and of pathways, each with a reason, and what they do
 * to what routes cost; and which value of a number makes two routes cost the same (method, section
 * 7). The base is never changed.
 */
@NullMarked
package org.homeward.scenario;

import org.jspecify.annotations.NullMarked;
