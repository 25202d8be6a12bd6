package org.homeward.intake;

/** How large a file may be: everything that is held in memory is bounded by these. */
public final class Limits {

  /** Bytes of a CSV file. */
  public static final long CSV_BYTES = 200L << 20;

  /** Bytes of an XLSX file, packed. */
  public static final long XLSX_BYTES = 20L << 20;

  /** Bytes of all parts of an XLSX file, unpacked. */
  public static final long XLSX_UNPACKED_BYTES = 160L << 20;

  /** Bytes of the shared texts of an XLSX file, unpacked: these are held in memory. */
  public static final long XLSX_TEXT_BYTES = 24L << 20;

  /** Parts of an XLSX file. */
  public static final int XLSX_PARTS = 500;

  /** Bytes of one text or tag inside an XLSX file. */
  public static final int XLSX_RUN_BYTES = 1 << 20;

  /** Rows of an XLSX sheet; a CSV may have more. */
  public static final int XLSX_ROWS = 100_000;

  /** Rows of a CSV file. */
  public static final int CSV_ROWS = 2_000_000;

  public static final int COLUMNS = 200;

  /** Characters of one cell. */
  public static final int CELL = 2_000;

  /** Problems that are told one by one; more are counted. */
  public static final int PROBLEMS = 1_000;

  private Limits() {}
}
