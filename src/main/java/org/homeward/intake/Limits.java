package org.homeward.intake;

/**
 * How large a file may be: everything that is held in memory is bounded by these, so that whatever
 * is sent is read or refused in a heap of 256 MB.
 */
public final class Limits {

  /** Bytes of a CSV file. */
  public static final long CSV_BYTES = 200L << 20;

  /** Bytes of an XLSX file, packed. */
  public static final long XLSX_BYTES = 20L << 20;

  /** Bytes of all parts of an XLSX file, unpacked. */
  public static final long XLSX_UNPACKED_BYTES = 160L << 20;

  /** Bytes of one part that is no sheet, such as the shared texts, unpacked: it may be held. */
  public static final long XLSX_HELD_BYTES = 24L << 20;

  /** Elements inside each other in an XLSX file. */
  public static final int XLSX_DEPTH = 100;

  /** Different names of elements and attributes in an XLSX file. */
  public static final int XLSX_NAMES = 5_000;

  /** Parts of an XLSX file. */
  public static final int XLSX_PARTS = 500;

  /** Bytes of one text or tag inside an XLSX file. */
  public static final int XLSX_RUN_BYTES = 1 << 20;

  /** Formulas of an XLSX sheet that stand for a range of cells. */
  public static final int XLSX_SPREAD_FORMULAS = 10_000;

  /** Rows of an XLSX sheet; a CSV may have more. */
  public static final int XLSX_ROWS = 100_000;

  /** Rows of a CSV file. */
  public static final int CSV_ROWS = 1_000_000;

  public static final int COLUMNS = 200;

  /** Characters of one cell. */
  public static final int CELL = 2_000;

  /** Problems that are told one by one; more are counted. */
  public static final int PROBLEMS = 1_000;

  private Limits() {}
}
