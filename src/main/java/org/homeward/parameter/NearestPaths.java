package org.homeward.parameter;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.homeward.problem.Problem;

/** What to say of a path that is not known: how far it is, and what goes on from there. */
public final class NearestPaths {

  private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(null);
  private static final int MOST_NAMED = 8;
  private static final int LONGEST_WORD = 120;

  private NearestPaths() {}

  public static Problem problem(String where, String path, Collection<String> known) {
    List<String[]> fitting = known.stream().map(k -> k.split("/", -1)).toList();
    String[] words = path.split("/", -1);
    int depth = 0;
    while (depth < words.length) {
      List<String[]> next = further(fitting, words[depth], depth);
      if (next.isEmpty()) {
        break;
      }
      fitting = next;
      depth++;
    }
    String reached = String.join("/", Arrays.copyOf(words, depth));
    int at = depth;
    Set<String> going = new TreeSet<>();
    fitting.stream().filter(f -> f.length > at).forEach(f -> going.add(f[at]));
    String missing = depth < words.length ? words[depth] : "";
    return Problem.of(
        where,
        path,
        depth == 0
            ? "No number of the book has this path."
            : "No number of the book has this path: it is known up to " + reached + ".",
        going.isEmpty()
            ? "Leave the rest of it out."
            : "After "
                + (depth == 0 ? "the start" : reached)
                + " comes "
                + String.join(", ", nearest(missing, going))
                + (going.size() > MOST_NAMED ? " and others" : "")
                + ".");
  }

  private static List<String[]> further(List<String[]> paths, String word, int depth) {
    return paths.stream()
        .filter(p -> p.length > depth && (word.equals("*") || p[depth].equals(word)))
        .toList();
  }

  private static List<String> nearest(String word, Set<String> known) {
    String asked = word.substring(0, Math.min(LONGEST_WORD, word.length()));
    return known.stream()
        .sorted(
            Comparator.comparingInt((String k) -> DISTANCE.apply(asked, k)).thenComparing(k -> k))
        .limit(MOST_NAMED)
        .toList();
  }
}
