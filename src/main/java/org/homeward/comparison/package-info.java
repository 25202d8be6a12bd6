/**
 * Pathways side by side for the same child, start, horizon and cost book, and actual histories
 * against anticipated ones (method, section 7).
 */
@NullMarked
package org.homeward.comparison;

import org.jspecify.annotations.NullMarked;
