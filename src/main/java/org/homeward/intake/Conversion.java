package org.homeward.intake;

/**
 * A kind of change that reading made, and how often.
 *
 * @param from the unit or form that was given
 * @param to the one that is kept
 * @param factor by which numbers were multiplied, in words; empty if it is a form, not a unit
 */
public record Conversion(String column, String from, String to, String factor, long cells) {}
