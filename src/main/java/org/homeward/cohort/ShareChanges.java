package org.homeward.cohort;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.parameter.Change;
import org.homeward.problem.InputException;
import org.homeward.problem.Problems;
import org.homeward.quantity.Coded;
import org.jspecify.annotations.Nullable;

/**
 * Changes to shares of the placements of a cohort, among others. The path {@code
 * cohort/placements/foster/agency/in-house/share} names the share of agency foster placements that
 * move in-house: 0 before any change.
 */
public final class ShareChanges {

  private static final Pattern PATH =
      Pattern.compile("cohort/placements/([a-z-]+)/([a-z-]+)/([a-z-]+)/share");

  private ShareChanges() {}

  /**
   * What the changes among these make, in the order in which the shares are first named.
   *
   * @throws InputException naming by its place each change whose path is unknown, or whose share is
   *     not from 0 to 1
   */
  public static PlacementMoves of(List<Change> changes) {
    Problems problems = new Problems();
    Map<String, PlacementMove> moves = new LinkedHashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      if (change.isOfCohort()) {
        PlacementMove before = moves.get(change.path());
        PlacementMove after = moved(change, before, "changes[" + i + "]", problems);
        if (after != null) {
          moves.put(change.path(), after);
        }
      }
    }
    problems.throwIfAny();
    return new PlacementMoves(new ArrayList<>(moves.values()));
  }

  private static @Nullable PlacementMove moved(
      Change change, @Nullable PlacementMove before, String where, Problems problems) {
    Matcher path = PATH.matcher(change.path());
    if (!path.matches()) {
      problems.add(
          where + ".path",
          change.path(),
          "No share of a cohort has this path.",
          "Write cohort/placements/TYPE/PROVIDER/PROVIDER/share, for instance"
              + " cohort/placements/foster/agency/in-house/share.");
      return null;
    }
    return problems.attempt(
        where,
        change.path(),
        "Name a known type of placement and two providers, and a share from 0 to 1.",
        () -> {
          return new PlacementMove(
              Coded.of(PlacementType.class, path.group(1)),
              Coded.of(Provider.class, path.group(2)),
              Coded.of(Provider.class, path.group(3)),
              change.of(before == null ? BigDecimal.ZERO : before.share()),
              before == null ? change.reason() : before.reason() + "; " + change.reason());
        });
  }
}
