package org.homeward.returns;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The codes of one column over all years. A code is known by its place in the set, which fits a
 * byte; {@link #NONE} stands for an empty cell and {@link #UNKNOWN} for what is no code.
 */
public final class CodeSet<C extends ReturnCode> {

  public static final byte NONE = -1;
  public static final byte UNKNOWN = -2;

  /** Letters and digits of a code, eight bytes at most, first letter in the highest of them. */
  private static final int LONGEST = Long.BYTES;

  private final List<C> codes;
  private final long[] keys;
  private final byte[] places;
  private final int shift;
  private final Map<Integer, boolean[]> valid = new ConcurrentHashMap<>();

  /**
   * @throws IllegalArgumentException if a code stands twice, is empty or longer than eight letters,
   *     or there are more than a byte can tell apart
   */
  public CodeSet(List<C> codes) {
    this.codes = List.copyOf(codes);
    if (codes.size() > Byte.MAX_VALUE) {
      throw new IllegalArgumentException(
          "A set holds " + Byte.MAX_VALUE + " codes at most, but was given " + codes.size() + ".");
    }
    Set<String> seen = new HashSet<>();
    int bits = Math.max(4, 34 - Integer.numberOfLeadingZeros(codes.size()));
    keys = new long[1 << bits];
    places = new byte[1 << bits];
    Arrays.fill(places, UNKNOWN);
    shift = Long.SIZE - bits;
    for (int i = 0; i < codes.size(); i++) {
      String code = codes.get(i).code();
      if (code.isEmpty() || code.length() > LONGEST || !seen.add(code)) {
        throw new IllegalArgumentException(
            "A code has one to eight letters and stands once, but \"" + code + "\" does not.");
      }
      long key = key(code);
      int slot = slot(key);
      while (keys[slot] != 0) {
        slot = (slot + 1) & (keys.length - 1);
      }
      keys[slot] = key;
      places[slot] = (byte) i;
    }
  }

  /** The letters of a code as one number, as a reader of bytes makes it. */
  public static long key(String code) {
    long key = 0;
    for (int i = 0; i < code.length(); i++) {
      key = key << Byte.SIZE | (code.charAt(i) & 0xFF);
    }
    return key;
  }

  private int slot(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
  }

  /** The place of a code by its letters as a number; {@link #NONE} for 0. */
  public byte placeOf(long key) {
    if (key == 0) {
      return NONE;
    }
    int slot = slot(key);
    while (keys[slot] != key) {
      if (keys[slot] == 0) {
        return UNKNOWN;
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return places[slot];
  }

  public byte placeOf(String code) {
    return code.length() > LONGEST ? UNKNOWN : placeOf(key(code));
  }

  /**
   * @throws IndexOutOfBoundsException if it is the place of no code, as for an empty cell
   */
  public C at(int place) {
    return codes.get(place);
  }

  /** By the place of each code, whether it may stand in a return. */
  boolean[] validIn(int returnYear) {
    return valid.computeIfAbsent(returnYear, this::validity);
  }

  private boolean[] validity(int returnYear) {
    boolean[] in = new boolean[codes.size()];
    for (int i = 0; i < in.length; i++) {
      in[i] = codes.get(i).validity().in(returnYear);
    }
    return in;
  }

  /** As it is written; empty for {@link #NONE}, a question mark for {@link #UNKNOWN}. */
  public String text(int place) {
    return place >= 0 ? codes.get(place).code() : place == NONE ? "" : "?";
  }

  public List<C> codes() {
    return codes;
  }

  public int size() {
    return codes.size();
  }
}
