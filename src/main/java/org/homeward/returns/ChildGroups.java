package org.homeward.returns;

import java.util.Arrays;
import java.util.List;

/** Which runs of rows are of which child: children are told apart by authority and number. */
final class ChildGroups {

  private int size;
  private long[] child = new long[1 << 12];
  private short[] authority = new short[1 << 12];

  /** Open addressing: child + 1, or 0. */
  private int[] slots = new int[1 << 13];

  /** Where the runs of each child begin among all. */
  private final int[] firstRun;

  private final long[] runs;

  ChildGroups(List<TableRows> tables) {
    int[][] childOfRun = new int[tables.size()][];
    int[] counts = new int[1 << 12];
    int total = 0;
    for (int t = 0; t < tables.size(); t++) {
      TableRows table = tables.get(t);
      if (table instanceof CountedRows) {
        continue;
      }
      int[] children = new int[table.runs()];
      for (int r = 0; r < children.length; r++) {
        long number = table.childOfRun(r);
        int c = number == ChildIds.NONE ? -1 : indexOf(number, table.authorityOfRun(r));
        children[r] = c;
        if (c >= 0) {
          if (c >= counts.length) {
            counts = Arrays.copyOf(counts, child.length);
          }
          counts[c]++;
          total++;
        }
      }
      childOfRun[t] = children;
    }
    firstRun = new int[size + 1];
    for (int c = 0; c < size; c++) {
      firstRun[c + 1] = firstRun[c] + counts[c];
    }
    runs = new long[total];
    int[] next = Arrays.copyOf(firstRun, size);
    for (int t = 0; t < childOfRun.length; t++) {
      int[] children = childOfRun[t] == null ? new int[0] : childOfRun[t];
      for (int r = 0; r < children.length; r++) {
        if (children[r] >= 0) {
          runs[next[children[r]]++] = (long) t << Integer.SIZE | r;
        }
      }
    }
  }

  private int indexOf(long number, int ofAuthority) {
    int known = find(number, ofAuthority);
    if (known >= 0) {
      return known;
    }
    if (size == child.length) {
      grow();
    }
    int slot = slot(number, ofAuthority);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    child[size] = number;
    authority[size] = (short) ofAuthority;
    slots[slot] = ++size;
    return size - 1;
  }

  private int slot(long number, int ofAuthority) {
    long hash = (number + ofAuthority * 0xD6E8FEB86659FD93L) * 0x9E3779B97F4A7C15L;
    return (int) ((hash ^ hash >>> Integer.SIZE) & (slots.length - 1));
  }

  private void grow() {
    child = Arrays.copyOf(child, 2 * size);
    authority = Arrays.copyOf(authority, 2 * size);
    slots = new int[4 * size];
    for (int c = 0; c < size; c++) {
      int slot = slot(child[c], authority[c]);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = c + 1;
    }
  }

  /** The child of a number, or -1. */
  int find(long number, int ofAuthority) {
    int slot = slot(number, ofAuthority);
    while (slots[slot] != 0) {
      int c = slots[slot] - 1;
      if (child[c] == number && authority[c] == ofAuthority) {
        return c;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  int size() {
    return size;
  }

  long child(int index) {
    return child[index];
  }

  int authority(int index) {
    return authority[index];
  }

  int firstRun(int index) {
    return firstRun[index];
  }

  int endRun(int index) {
    return firstRun[index + 1];
  }

  long[] runs() {
    return runs;
  }

  static int tableOf(long run) {
    return (int) (run >>> Integer.SIZE);
  }

  static int runOf(long run) {
    return (int) run;
  }
}
