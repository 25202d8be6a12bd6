package org.homeward.intake;

import org.homeward.problem.Problem;

/**
 * A problem of a file, with its cell.
 *
 * @param line of the file, from 1; 0 if it is about the whole file
 * @param column from 0; -1 if it is about the whole line
 */
public record Finding(long line, int column, Problem problem) {}
