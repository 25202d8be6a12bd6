package org.homeward.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Remembers keys of rows by the first 128 bits of their SHA-256, with the line where each was seen
 * first: 20 bytes a slot, so that a million rows fit a small heap.
 */
final class SeenRows {

  private final MessageDigest digest = sha256();
  private long[] high = new long[1 << 12];
  private long[] low = new long[1 << 12];
  private int[] line = new int[1 << 12];
  private int size;

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  /** The line where the key was seen before, or 0 if this is the first time. */
  int put(String key, long at) {
    ByteBuffer hash = ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    if (size * 10 > line.length * 6) {
      grow();
    }
    int before = put(hash.getLong(), hash.getLong(), (int) Math.min(at, Integer.MAX_VALUE));
    size += before == 0 ? 1 : 0;
    return before;
  }

  int size() {
    return size;
  }

  private int put(long h, long l, int at) {
    int slot = (int) h & (line.length - 1);
    while (line[slot] != 0) {
      if (high[slot] == h && low[slot] == l) {
        return line[slot];
      }
      slot = (slot + 1) & (line.length - 1);
    }
    high[slot] = h;
    low[slot] = l;
    line[slot] = at;
    return 0;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    int[] oldLine = line;
    high = new long[oldLine.length * 2];
    low = new long[oldLine.length * 2];
    line = new int[oldLine.length * 2];
    for (int i = 0; i < oldLine.length; i++) {
      if (oldLine[i] != 0) {
        put(oldHigh[i], oldLow[i], oldLine[i]);
      }
    }
  }
}
