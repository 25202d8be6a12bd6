package org.homeward.returns;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The authorities' own numbers of children while a load is read, each as one long: up to ten
 * letters and digits are packed into it, others are kept in a list. Gone when the load is merged.
 */
public final class ChildIds {

  /** For a row without a number. */
  public static final long NONE = 0;

  private static final int BITS = 6;
  private static final int LONGEST = 10;
  private static final long LISTED = 1L << 62;

  /** What each byte packs to, small letters as large ones; 0 for what does not pack. */
  private static final byte[] PACKED = new byte[256];

  private static final char[] UNPACKED = new char[1 << BITS];

  static {
    String packs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_/.";
    for (int i = 0; i < packs.length(); i++) {
      PACKED[packs.charAt(i)] = (byte) (i + 1);
      PACKED[Character.toLowerCase(packs.charAt(i))] = (byte) (i + 1);
      UNPACKED[i + 1] = packs.charAt(i);
    }
  }

  private final Map<String, Long> listed = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  /**
   * The number that stands in these bytes, without the spaces around it; {@link #NONE} for none.
   */
  public long of(byte[] bytes, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && bytes[start] <= ' ' && bytes[start] >= 0) {
      start++;
    }
    while (end > start && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
      end--;
    }
    if (end - start > LONGEST) {
      return list(bytes, start, end);
    }
    long packed = 0;
    for (int i = start; i < end; i++) {
      int letter = PACKED[bytes[i] & 0xFF];
      if (letter == 0) {
        return list(bytes, start, end);
      }
      packed = packed << BITS | letter;
    }
    return packed;
  }

  private synchronized long list(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    Long known =
        listed.computeIfAbsent(
            text.toUpperCase(Locale.ROOT),
            t -> {
              texts.add(t);
              return LISTED | texts.size();
            });
    return known;
  }

  /** The letters of a number, as the pseudonym is made of them. */
  byte[] bytes(long child) {
    if ((child & LISTED) != 0) {
      synchronized (this) {
        return texts.get((int) (child & ~LISTED) - 1).getBytes(StandardCharsets.UTF_8);
      }
    }
    byte[] letters = new byte[(Long.SIZE - Long.numberOfLeadingZeros(child) + BITS - 1) / BITS];
    long rest = child;
    for (int i = letters.length - 1; i >= 0; i--) {
      letters[i] = (byte) UNPACKED[(int) rest & (UNPACKED.length - 1)];
      rest >>>= BITS;
    }
    return letters;
  }
}
