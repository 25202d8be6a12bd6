/**
 * Why a figure is what it is: a tree from any figure down to its inputs, in which the parts make
 * the whole to the last fraction, and the same in plain English.
 */
@NullMarked
package org.homeward.explanation;

import org.jspecify.annotations.NullMarked;
