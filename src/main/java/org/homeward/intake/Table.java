package org.homeward.intake;

import java.util.List;

/** The rows of a file, whatever its format; they can be gone through more than once. */
interface Table {

  /**
   * Goes through all rows from the top, header included, blank rows left out; holds one at a time.
   *
   * @throws org.homeward.problem.InputException if the file cannot be read on
   */
  void forEach(Sink sink);

  /** What was done in reading that a user should know: charset, sheet, formulas. */
  List<String> notes();

  boolean isWorkbook();

  /** Takes rows. */
  interface Sink {
    /**
     * @param line of the file, from 1
     * @param cells without blanks around them
     * @param share of the file that has been read, 0 to 1
     */
    void row(long line, List<String> cells, double share);
  }
}
