/**
 * Reads the files of the children looked-after return (SSDA903) as they were submitted: finds out
 * which table, year and authority a file is, and puts its rows into columns.
 */
@NullMarked
package org.homeward.returnfile;

import org.jspecify.annotations.NullMarked;
