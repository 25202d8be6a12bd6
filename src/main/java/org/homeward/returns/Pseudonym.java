package org.homeward.returns;

import java.util.Locale;

/**
 * What stands for a child: 64 bits made with a key that only the user has, written as thirteen
 * letters and digits. The same key gives the same child the same pseudonym in every load.
 */
public record Pseudonym(long bits) implements Comparable<Pseudonym> {

  /** Without letters that are taken for digits or for one another. */
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final int LENGTH = 13;
  private static final int BITS = 5;

  /**
   * @throws IllegalArgumentException if the text is no pseudonym
   */
  public static Pseudonym parse(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    long bits = 0;
    boolean good = plain.length() == LENGTH && ALPHABET.indexOf(plain.charAt(0)) < 16;
    for (int i = 0; good && i < LENGTH; i++) {
      int digit = ALPHABET.indexOf(plain.charAt(i));
      good = digit >= 0;
      bits = bits << BITS | digit;
    }
    if (!good) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a pseudonym of thirteen letters and digits.");
    }
    return new Pseudonym(bits);
  }

  @Override
  public int compareTo(Pseudonym other) {
    return Long.compareUnsigned(bits, other.bits);
  }

  @Override
  public String toString() {
    char[] text = new char[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      text[LENGTH - 1 - i] = ALPHABET.charAt((int) (bits >>> (BITS * i)) & (ALPHABET.length() - 1));
    }
    return new String(text);
  }
}
