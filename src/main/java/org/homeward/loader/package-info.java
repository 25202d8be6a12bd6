/**
 * Readers of the catalogue's files. Each tells every problem of its file by line and column, and
 * keeps nothing of a file that has one.
 */
@NullMarked
package org.homeward.loader;

import org.jspecify.annotations.NullMarked;
