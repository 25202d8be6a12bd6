package org.homeward.cohort;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.PlacementType;
import org.homeward.pathway.PathwayWalk;
import org.homeward.pathway.PenceTotal;
import org.homeward.problem.InputException;
import org.homeward.quantity.CalendarDays;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.ChildView;
import org.jspecify.annotations.Nullable;

/**
 * Compares what two roads cost on the real children who took them: the cost of the same number of
 * months from entry, of children who are alike when care begins ({@link RoadMatching}).
 */
public final class RoadComparisonCalculator {

  private static final double DAYS_OF_YEAR = 365.25;
  private static final int EARLY_MONTHS = 6;

  private static final List<String> LIMITS =
      List.of(
          "Children take a road for reasons that no return tells: health, the wishes of families"
              + " and children, what carers there are. The difference is between children, and not"
              + " what a child would have cost on the other road.",
          "Only children are compared whose entry is in the returns and who are seen for all the"
              + " months; those of later years, and those still on their way, are not in it.",
          "The road is known only at its end. Who is counted in foster care had not left it when"
              + " the returns end, and may yet.",
          "Costs end with care: allowances, support and services after an order are not in a"
              + " return.",
          "Likeness is by age band at entry, category of need, first placement and the number of"
              + " placements in the first six months; children without a like on the other road are"
              + " left out.");

  private final CompiledBook book;

  public RoadComparisonCalculator(CompiledBook book) {
    this.book = book;
  }

  /**
   * @param fees of single children; they win over the book's
   */
  public RoadComparison calculate(ChildHistories histories, ChildFees fees, RoadQuestion question) {
    Grouping none = new Grouping(histories.observed(), AgeBands.NATIONAL, List.of());
    CohortReader reader =
        new CohortReader(histories, fees, new FeeTerms(book), none, null, PlacementMoves.NONE);
    PathwayWalk walk = new PathwayWalk(book);
    Map<Road, List<EntryFacts>> children = new EnumMap<>(Road.class);
    for (int child = 0; child < histories.size(); child++) {
      reader.moveTo(child);
      Road road = roadOf(reader.view(), histories);
      if (road == question.first() || road == question.second()) {
        EntryFacts facts = facts(reader, histories, walk, question.months());
        if (facts != null) {
          children.computeIfAbsent(road, r -> new ArrayList<>()).add(facts);
        }
      }
    }
    return new RoadMatching(
            question,
            children.getOrDefault(question.first(), List.of()),
            children.getOrDefault(question.second(), List.of()))
        .compare(LIMITS);
  }

  private static @Nullable Road roadOf(ChildView view, ChildHistories histories) {
    return switch (view.route()) {
      case ADOPTED -> Road.ADOPTION;
      case SPECIAL_GUARDIANSHIP -> Road.SPECIAL_GUARDIANSHIP;
      case HOME -> Road.RETURN_HOME;
      case STILL_IN_CARE, AGED_OUT -> mostlyFostered(view, histories) ? Road.FOSTER_CARE : null;
      default -> null;
    };
  }

  private static boolean mostlyFostered(ChildView view, ChildHistories histories) {
    long fostered = 0;
    long nights = 0;
    for (int stay = 0; stay < view.stays(); stay++) {
      int here = view.to(stay) - view.from(stay);
      PlacementType type = histories.codes().places().at(view.usualPlace(stay)).type();
      nights += here;
      if (type == PlacementType.FOSTER || type == PlacementType.KINSHIP_FOSTER) {
        fostered += here;
      }
    }
    return 2 * fostered > nights;
  }

  /**
   * Null for a child who is not seen from entry for all the months, of no known birth, or with
   * nights without a fee.
   */
  private static @Nullable EntryFacts facts(
      CohortReader reader, ChildHistories histories, PathwayWalk walk, int months) {
    ChildView view = reader.view();
    int entry = reader.facts().entryDay();
    if (entry == ChildFacts.NO_DAY
        || !view.hasBirth()
        || entry < histories.observed(view.authority()).fromDay()) {
      return null;
    }
    int end = CalendarDays.plusMonths(entry, months);
    if (end > histories.observed(view.authority()).toDay()) {
      return null;
    }
    Total total = new Total();
    walk.walk(reader.history(), reader.statedFees(), entry, end, total);
    if (total.unpriced) {
      return null;
    }
    int first = firstStay(view, entry);
    return new EntryFacts(
        (entry - view.birthDay()) / DAYS_OF_YEAR,
        histories.codes().needs().text(view.need(first)),
        histories.codes().places().at(view.usualPlace(first)).type(),
        placements(reader, entry),
        total.take());
  }

  private static int firstStay(ChildView view, int entry) {
    int stay = 0;
    while (view.from(stay) < entry) {
      stay++;
    }
    return stay;
  }

  private static int placements(CohortReader reader, int entry) {
    int early = CalendarDays.plusMonths(entry, EARLY_MONTHS);
    int count = 0;
    for (int leg = 0; leg < reader.history().legs(); leg++) {
      int from = reader.history().from(leg);
      if (from >= entry
          && from < early
          && reader.history().lookedAfter(leg)
          && reader.history().startsPlacement(leg)) {
        count++;
      }
    }
    return count;
  }

  /** Adds up whole pence; days without a fee leave the child out. */
  private static final class Total extends PenceTotal {

    private boolean unpriced;

    @Override
    public void unpriced(int kind, int from, int to, Supplier<InputException> why) {
      unpriced = true;
    }
  }
}
