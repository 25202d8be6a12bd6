/**
 * The children looked-after return (SSDA903) as history: its codes by year, what is wrong with rows
 * and how that is mended, and the yearly returns merged into one history a child. Kept in columns
 * of primitives, since a nation is a million and a half episodes.
 */
@NullMarked
package org.homeward.returns;

import org.jspecify.annotations.NullMarked;
