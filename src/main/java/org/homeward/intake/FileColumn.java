package org.homeward.intake;

/** A column that a kind of file may have. */
interface FileColumn {

  /** What stands in the cells of a column; labels are for readers and not kept. */
  enum Kind {
    CODE,
    ID,
    NUMBER,
    DATE,
    LABEL
  }

  String title();

  Kind kind();
}
