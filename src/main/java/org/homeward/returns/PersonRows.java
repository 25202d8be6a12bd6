package org.homeward.returns;

import java.util.Arrays;

/** Rows of the tables header and uasc: who a child is, by one return. */
public final class PersonRows extends TableRows {

  byte[] sex;

  /** Its place in the code set, or {@link CodeSet#NONE}. */
  byte[] sexCode;

  int[] birth;

  public PersonRows(Table table, int file, int expected) {
    super(table, file, expected);
    sex = new byte[Math.max(16, expected)];
    sexCode = new byte[Math.max(16, expected)];
    birth = new int[Math.max(16, expected)];
  }

  @Override
  void grow(int capacity) {
    sex = Arrays.copyOf(sex, capacity);
    sexCode = Arrays.copyOf(sexCode, capacity);
    birth = Arrays.copyOf(birth, capacity);
  }

  /**
   * Adds a row that is read.
   *
   * @param code the place of its code for SEX
   * @param birthDay or {@link #NO_DAY}
   */
  public int add(int line, long child, int authority, int year, Sex of, byte code, int birthDay) {
    int row = addRow(line, child, authority, year);
    sex[row] = (byte) of.ordinal();
    sexCode[row] = code;
    birth[row] = birthDay;
    return row;
  }

  /** Says that the row cannot be used. */
  public void reject(int row) {
    setFate(row, RowFate.REJECTED);
  }
}
