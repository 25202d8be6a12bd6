package org.homeward.returns;

import java.util.Arrays;

/**
 * Findings in columns, some 40 bytes each, so that the list is whole even where every row of a
 * nation has one.
 */
public final class Findings {

  private static final Rule[] RULES = Rule.values();

  private int size;
  private short[] file = new short[16];
  private int[] line = new int[16];
  private long[] child = new long[16];
  private byte[] rule = new byte[16];
  private int[] day = new int[16];
  private int[] to = new int[16];
  private int[] nights = new int[16];
  private long[] code = new long[16];
  private short[] authority = new short[16];

  /**
   * Adds one.
   *
   * @param who a pseudonym's bits, or a {@link ChildIds number} until it is replaced by one
   * @param letters of a code, as {@link CodeSet#key} packs them, or 0
   */
  public void add(
      Rule found,
      int inFile,
      int atLine,
      long who,
      int firstDay,
      int secondDay,
      int count,
      long letters) {
    if (size == line.length) {
      grow(size + (size >> 1));
    }
    file[size] = (short) inFile;
    line[size] = atLine;
    child[size] = who;
    rule[size] = (byte) found.ordinal();
    day[size] = firstDay;
    to[size] = secondDay;
    nights[size] = count;
    code[size++] = letters;
  }

  private void grow(int capacity) {
    file = Arrays.copyOf(file, capacity);
    line = Arrays.copyOf(line, capacity);
    child = Arrays.copyOf(child, capacity);
    rule = Arrays.copyOf(rule, capacity);
    day = Arrays.copyOf(day, capacity);
    to = Arrays.copyOf(to, capacity);
    nights = Arrays.copyOf(nights, capacity);
    code = Arrays.copyOf(code, capacity);
    authority = Arrays.copyOf(authority, capacity);
  }

  /** Says whose number the child of the last one is, where it is not yet a pseudonym. */
  public void setAuthority(int number) {
    authority[size - 1] = (short) number;
  }

  /** Says whose numbers all children are. */
  public void setAuthorities(int number) {
    Arrays.fill(authority, 0, size, (short) number);
  }

  int authority(int i) {
    return authority[i];
  }

  public int size() {
    return size;
  }

  int file(int i) {
    return file[i];
  }

  int line(int i) {
    return line[i];
  }

  long child(int i) {
    return child[i];
  }

  void setChild(int i, long bits) {
    child[i] = bits;
  }

  public Rule rule(int i) {
    return RULES[rule[i]];
  }

  /** In the order of a list: by file, line, rule, day and code. */
  int compare(int i, Findings others, int j) {
    if (file[i] != others.file[j]) {
      return Integer.compare(file[i], others.file[j]);
    }
    if (line[i] != others.line[j]) {
      return Integer.compare(line[i], others.line[j]);
    }
    if (rule[i] != others.rule[j]) {
      return Integer.compare(rule[i], others.rule[j]);
    }
    return day[i] != others.day[j]
        ? Integer.compare(day[i], others.day[j])
        : Long.compare(code[i], others.code[j]);
  }

  /** With what was known of the child when it was added, as a pseudonym. */
  Finding at(int i, boolean hasChild) {
    return new Finding(
        file[i],
        line[i],
        hasChild ? new Pseudonym(child[i]) : null,
        RULES[rule[i]],
        day[i],
        to[i],
        nights[i],
        letters(code[i]));
  }

  private static String letters(long key) {
    StringBuilder text = new StringBuilder();
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      char letter = (char) (key >>> shift & 0xFF);
      if (letter != 0) {
        text.append(letter > ' ' && letter < 127 ? letter : '?');
      }
    }
    return text.toString();
  }
}
