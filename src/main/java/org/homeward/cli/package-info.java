/**
 * Commands for those who work without a browser. A command that changes something goes through the
 * running service if there is one, and opens the store itself if there is none: the store is one
 * process's at a time.
 */
@NullMarked
package org.homeward.cli;

import org.jspecify.annotations.NullMarked;
