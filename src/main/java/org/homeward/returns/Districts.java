package org.homeward.returns;

/**
 * How often each postcode district – the outward half, never the whole postcode – stands in a
 * column. The return does not say which district is whose, so an authority's own are taken to be
 * those in which its children's homes are: those with at least one home address in two hundred, or
 * with ten.
 */
public final class Districts {

  private static final int ENOUGH = 10;
  private static final int SHARE = 200;

  private int size;
  private long total;
  private int[] district = new int[64];
  private int[] count = new int[64];

  /** Counts a district, written as up to four letters and digits in the bytes of an int. */
  public void count(int code) {
    count(code, 1);
  }

  private void count(int code, int times) {
    if (code == 0) {
      return;
    }
    int slot = slot(code);
    if (district[slot] == 0) {
      district[slot] = code;
      size++;
    }
    count[slot] += times;
    total += times;
    if (2 * size > district.length) {
      grow();
    }
  }

  private int slot(int code) {
    int slot = (code * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(district.length) + 1);
    while (district[slot] != 0 && district[slot] != code) {
      slot = (slot + 1) & (district.length - 1);
    }
    return slot;
  }

  private void grow() {
    int[] districts = district;
    int[] counts = count;
    district = new int[2 * districts.length];
    count = new int[district.length];
    for (int i = 0; i < districts.length; i++) {
      if (districts[i] != 0) {
        int slot = slot(districts[i]);
        district[slot] = districts[i];
        count[slot] = counts[i];
      }
    }
  }

  public void addAll(Districts other) {
    for (int i = 0; i < other.district.length; i++) {
      count(other.district[i], other.count[i]);
    }
  }

  boolean isEmpty() {
    return total == 0;
  }

  /** Whether it is one of the authority's own. */
  boolean contains(int code) {
    int times = count[slot(code)];
    return times >= ENOUGH || (times > 0 && (long) times * SHARE >= total);
  }
}
