package org.homeward.loader;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Ids that other files may name. Where the file or row of an id has a fault of its own, naming the
 * id is none: hundreds of answers about a process that has one bad share would hide the one cause.
 *
 * @param read ids of what was read
 * @param unread ids of what is there, but could not be read
 */
record KnownIds(Set<String> read, Set<String> unread) {

  KnownIds(List<String> read, Set<String> unread) {
    this(new TreeSet<>(read), unread);
  }

  boolean lacks(String id) {
    return !read.contains(id) && !unread.contains(id);
  }

  /** A remedy for an id that is not there. */
  String remedy() {
    return "Use one of " + String.join(", ", read) + ".";
  }
}
