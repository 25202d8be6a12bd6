/**
 * Rows and repositories. Every version of the catalogue is kept, its files whole and its tables as
 * rows, so that an old answer can be made again.
 */
@NullMarked
package org.homeward.store;

import org.jspecify.annotations.NullMarked;
