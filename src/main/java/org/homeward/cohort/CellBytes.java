package org.homeward.cohort;

/** Reads numbers as {@link CellLog} writes them. */
final class CellBytes {

  private final byte[] bytes;
  private int at;

  CellBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean hasMore() {
    return at < bytes.length;
  }

  long read() {
    long value = 0;
    int shift = 0;
    byte next = bytes[at++];
    while (next < 0) {
      value |= (next & 0x7FL) << shift;
      shift += 7;
      next = bytes[at++];
    }
    return value | ((long) next << shift);
  }

  long readSigned() {
    long value = read();
    return (value >>> 1) ^ -(value & 1);
  }
}
