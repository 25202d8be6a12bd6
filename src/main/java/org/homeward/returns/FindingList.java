package org.homeward.returns;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every finding of a load, in order of files and lines. */
public final class FindingList {

  private final List<Findings> parts;

  /** Part and place of each, in order. */
  private final long[] order;

  /** By part, whether a finding's child is known: those of rows that tell no child are not. */
  private final long noChild;

  FindingList(List<Findings> parts, long noChild) {
    this.parts = List.copyOf(parts);
    this.noChild = noChild;
    int total = parts.stream().mapToInt(Findings::size).sum();
    long[] keys = new long[total];
    int next = 0;
    for (int p = 0; p < parts.size(); p++) {
      for (int i = 0; i < parts.get(p).size(); i++) {
        keys[next++] = (long) p << Integer.SIZE | i;
      }
    }
    order = Arrays.stream(keys).boxed().sorted(this::compare).mapToLong(Long::longValue).toArray();
  }

  /** By file, line, rule, day and code: independent of the order in which rows were looked at. */
  private int compare(long a, long b) {
    return parts
        .get((int) (a >>> Integer.SIZE))
        .compare((int) a, parts.get((int) (b >>> Integer.SIZE)), (int) b);
  }

  private Finding at(long key) {
    Findings part = parts.get((int) (key >>> Integer.SIZE));
    int i = (int) key;
    return part.at(i, part.child(i) != noChild);
  }

  public int size() {
    return order.length;
  }

  public Stream<Finding> stream() {
    return Arrays.stream(order).mapToObj(this::at);
  }

  /** How many there are by each rule. */
  public Map<Rule, Long> counts() {
    Map<Rule, Long> counts = new EnumMap<>(Rule.class);
    for (Findings part : parts) {
      for (int i = 0; i < part.size(); i++) {
        counts.merge(part.rule(i), 1L, Long::sum);
      }
    }
    return counts;
  }
}
