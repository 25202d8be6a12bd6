package org.homeward.cohort;

import org.homeward.quantity.Coded;

/** By what costs of a cohort are grouped. */
public enum Dimension implements Coded {
  /** The financial year in which a cost falls. */
  YEAR("year"),
  /** The child's age on the day on which a cost falls, in bands. */
  AGE("age"),
  /** The calendar month in which a cost falls, as 2023-04. */
  CALENDAR_MONTH("calendar-month"),
  /** Whole months since the child entered care, from 0. */
  MONTH("month"),
  /** Where the child lives, as fees know it. */
  PLACEMENT("placement"),
  /** The code of the placement in the return. */
  PLACE_CODE("place-code"),
  PROVIDER("provider"),
  AREA("area"),
  LEGAL_STATUS("legal-status"),
  /** The category of need in the return. */
  NEED("need"),
  SEX("sex"),
  /** The road on which the child left care. */
  ROUTE("route"),
  AUTHORITY("authority"),
  /** The financial year in which the child entered care. */
  ENTRY_YEAR("entry-year");

  private final String code;

  Dimension(String code) {
    this.code = code;
  }

  /** As it is written in files, requests and answers. */
  @Override
  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException naming every known code, if this is none
   */
  public static Dimension of(String code) {
    return Coded.of(Dimension.class, code);
  }
}
