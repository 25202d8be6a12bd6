package org.homeward.problem;

import java.util.regex.Pattern;

/**
 * What may be shown of a cell in a row about a child. A cell that is not what its column says may
 * hold anything, as where a comma is missing: a day of birth, a postcode, a number of the child. So
 * only words, short codes and small numbers are shown.
 */
public final class Discretion {

  /** In place of a text that is not shown. */
  public static final String WITHHELD = "WITHHELD";

  private static final Pattern HARMLESS =
      Pattern.compile("\\D*|\\p{Alpha}\\p{Alnum}{0,3}|-?\\d{1,4}([.,]\\d{1,2})?");

  private Discretion() {}

  /** The text, or that it is withheld. */
  public static String shown(String cell) {
    return HARMLESS.matcher(cell).matches() ? cell : WITHHELD;
  }

  /** The problem, without its value where that may be personal, in the reason as well. */
  public static Problem about(Problem problem) {
    String value = problem.value();
    if (value == null || shown(value).equals(value)) {
      return problem;
    }
    return new Problem(
        problem.where(),
        WITHHELD,
        problem.reason().replace(value, WITHHELD),
        problem.remedy().replace(value, WITHHELD));
  }
}
