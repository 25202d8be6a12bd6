package org.homeward.cohort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which figures of a cohort are not to be shown: groups of 1 to {@value #MOST} children, and so
 * many more that none of those can be worked out from the totals that are shown, nor any sum of
 * such groups alone.
 *
 * <p>Shown are all groups, for each dimension the total of each of its values, and everything
 * together. Each total is the sum of its groups, everything is the sum of the totals of a
 * dimension: equations in what is not shown. As long as one of the hidden figures follows from
 * them, or an equation hides small groups only, the figure of the fewest children that stands in
 * the same equation is hidden as well.
 */
public final class Suppression {

  /** Up to so many children a group is small. */
  public static final int MOST = 5;

  private final List<GroupCosts> figures;
  private final List<int[]> equations = new ArrayList<>();
  private final boolean[] hidden;
  private final int groups;

  private Suppression(CohortCosts costs) {
    List<GroupCosts> shown = shown(costs);
    figures = shown;
    groups = costs.groups().size();
    hidden = new boolean[shown.size()];
    if (costs.question().by().size() > 1) {
      equations(costs);
    } else if (costs.question().by().size() == 1) {
      equations.add(range(0, groups, groups));
    }
  }

  /** The figures that are shown of a cohort, in order: groups, totals, everything. */
  public static List<GroupCosts> shown(CohortCosts costs) {
    List<GroupCosts> all = new ArrayList<>();
    int dimensions = costs.question().by().size();
    if (dimensions > 0) {
      all.addAll(costs.groups());
    }
    if (dimensions > 1) {
      all.addAll(costs.totals());
    }
    all.add(costs.all());
    return all;
  }

  /** By figure of {@link #shown}, whether it is hidden. */
  public static boolean[] of(CohortCosts costs) {
    Suppression suppression = new Suppression(costs);
    suppression.hide();
    return suppression.hidden;
  }

  /** Each the places of figures of which the last is the sum of the others. */
  private void equations(CohortCosts costs) {
    Map<List<@Nullable String>, List<Integer>> parts = new HashMap<>();
    int dimensions = costs.question().by().size();
    for (int g = 0; g < groups; g++) {
      for (int d = 0; d < dimensions; d++) {
        List<@Nullable String> key = only(d, dimensions, costs.groups().get(g).values().get(d));
        parts.computeIfAbsent(key, k -> new ArrayList<>()).add(g);
      }
    }
    int all = figures.size() - 1;
    for (int d = 0; d < dimensions; d++) {
      List<Integer> totals = new ArrayList<>();
      for (int t = groups; t < all; t++) {
        if (figures.get(t).values().get(d) != null) {
          totals.add(t);
          List<Integer> of =
              new ArrayList<>(parts.getOrDefault(figures.get(t).values(), List.of()));
          of.add(t);
          equations.add(array(of));
        }
      }
      totals.add(all);
      equations.add(array(totals));
    }
  }

  private static List<@Nullable String> only(int d, int dimensions, @Nullable String value) {
    List<@Nullable String> values = new ArrayList<>();
    for (int i = 0; i < dimensions; i++) {
      values.add(i == d ? value : null);
    }
    return values;
  }

  private static int[] array(List<Integer> places) {
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] range(int from, int to, int last) {
    int[] places = new int[to - from + 1];
    for (int i = from; i < to; i++) {
      places[i - from] = i;
    }
    places[to - from] = last;
    return places;
  }

  private void hide() {
    for (int f = 0; f < figures.size(); f++) {
      hidden[f] = isSmall(f);
    }
    boolean[] follows = following();
    while (hideMore(follows)) {
      follows = following();
    }
  }

  private boolean isSmall(int figure) {
    return figures.get(figure).children().count() <= MOST;
  }

  /** Hides what protects the figures that follow; false if nothing has to be or can be. */
  private boolean hideMore(boolean[] follows) {
    boolean more = false;
    boolean told = false;
    for (int[] equation : equations) {
      if (isTold(equation, follows)) {
        told = true;
        more |= hideOneOf(equation);
      }
    }
    for (int e = 0; told && !more && e < equations.size(); e++) {
      more = isHidden(equations.get(e)) && hideOneOf(equations.get(e));
    }
    return more;
  }

  private boolean isHidden(int[] equation) {
    for (int figure : equation) {
      if (hidden[figure]) {
        return true;
      }
    }
    return false;
  }

  /** Whether an equation has a hidden figure that follows, or hides nothing but small groups. */
  private boolean isTold(int[] equation, boolean[] follows) {
    boolean onlySmall = true;
    boolean any = false;
    for (int figure : equation) {
      if (hidden[figure]) {
        if (follows[figure]) {
          return true;
        }
        any = true;
        onlySmall &= isSmall(figure);
      }
    }
    return any && onlySmall;
  }

  private boolean hideOneOf(int[] equation) {
    int fewest = -1;
    for (int figure : equation) {
      boolean fewer = fewest < 0 || ORDER_OF_HIDING.compare(of(figure), of(fewest)) < 0;
      if (!hidden[figure] && fewer) {
        fewest = figure;
      }
    }
    if (fewest < 0) {
      return false;
    }
    hidden[fewest] = true;
    return true;
  }

  private record Candidate(boolean total, int children, int place) {}

  private static final Comparator<Candidate> ORDER_OF_HIDING =
      Comparator.comparing(Candidate::total)
          .thenComparingInt(Candidate::children)
          .thenComparingInt(Candidate::place);

  private Candidate of(int figure) {
    return new Candidate(figure >= groups, figures.get(figure).children().count(), figure);
  }

  /** By figure, whether it is hidden but follows from what is shown. */
  private boolean[] following() {
    List<List<Integer>> in = new ArrayList<>();
    figures.forEach(f -> in.add(new ArrayList<>()));
    for (int e = 0; e < equations.size(); e++) {
      for (int figure : equations.get(e)) {
        in.get(figure).add(e);
      }
    }
    Derivation derivation = new Derivation(equations.size());
    List<Integer> unknowns = new ArrayList<>();
    for (int f = 0; f < hidden.length; f++) {
      if (hidden[f]) {
        int figure = f;
        int[] of = array(in.get(f));
        int[] signs =
            in.get(f).stream()
                .mapToInt(e -> equations.get(e)[equations.get(e).length - 1] == figure ? -1 : 1)
                .toArray();
        derivation.add(of, signs);
        unknowns.add(f);
      }
    }
    boolean[] follows = new boolean[hidden.length];
    boolean[] told = derivation.following();
    for (int u = 0; u < told.length; u++) {
      follows[unknowns.get(u)] = told[u];
    }
    return follows;
  }
}
