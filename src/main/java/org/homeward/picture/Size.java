package org.homeward.picture;

/** How wide a chart is drawn: for a desk or a sheet of paper, or for a telephone. */
public enum Size {
  WIDE(1060, 15, 8),
  NARROW(344, 13, 4);

  private final int width;
  private final int type;
  private final int marks;

  Size(int width, int type, int marks) {
    this.width = width;
    this.type = type;
    this.marks = marks;
  }

  int width() {
    return width;
  }

  /** The size of its type, in pixels. */
  int type() {
    return type;
  }

  /** How many marks a time axis has at most, without the first. */
  int marks() {
    return marks;
  }

  boolean narrow() {
    return this == NARROW;
  }
}
