package org.homeward.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.homeward.history.Area;
import org.homeward.history.LegalStatus;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.quantity.CalendarDays;
import org.homeward.quantity.Coded;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.FinancialYear;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.CodeSet;
import org.homeward.returns.Route;
import org.homeward.returns.Sex;

/** The values that each dimension can have in a cohort. */
final class CohortAxes {

  /** Nobody is in care for longer. */
  private static final int CHILDHOOD = 18;

  private CohortAxes() {}

  static Grouping grouping(ChildHistories histories, CostQuestion question) {
    List<Axis> axes =
        question.by().stream()
            .map(dimension -> new Axis(dimension, values(dimension, histories, question)))
            .toList();
    return new Grouping(question.window(), question.ages(), axes);
  }

  /** The first year of entry that has a value of its own. */
  static int firstEntryYear(DateSpan window) {
    return FinancialYear.of(window.from()).startYear() - CHILDHOOD;
  }

  private static List<String> values(
      Dimension dimension, ChildHistories histories, CostQuestion question) {
    return switch (dimension) {
      case YEAR -> Grouping.years(question.window()).stream().map(Object::toString).toList();
      case AGE -> orNotKnown(question.ages().names());
      case CALENDAR_MONTH ->
          Grouping.calendarMonths(question.window()).stream().map(Object::toString).toList();
      case MONTH -> orNotKnown(months(question.window()));
      case PLACEMENT -> codes(PlacementType.values());
      case PLACE_CODE -> codes(histories.codes().places());
      case PROVIDER -> codes(Provider.values());
      case AREA -> orNotKnown(codes(Area.values()));
      case LEGAL_STATUS -> codes(LegalStatus.values());
      case NEED -> orNotKnown(codes(histories.codes().needs()));
      case SEX -> codes(Sex.values());
      case ROUTE -> codes(Route.values());
      case AUTHORITY -> histories.authorities();
      case ENTRY_YEAR -> orNotKnown(entryYears(question.window()));
    };
  }

  private static List<String> months(DateSpan window) {
    int most = CalendarDays.monthsBetween(window.fromDay(), window.toDay()) + 12 * CHILDHOOD + 1;
    return IntStream.range(0, most).mapToObj(Integer::toString).toList();
  }

  private static List<String> entryYears(DateSpan window) {
    int last = FinancialYear.of(window.to()).startYear();
    return IntStream.rangeClosed(firstEntryYear(window), last)
        .mapToObj(year -> new FinancialYear(year).toString())
        .toList();
  }

  private static List<String> codes(Coded[] kinds) {
    return Arrays.stream(kinds).map(Coded::code).toList();
  }

  private static List<String> codes(CodeSet<?> set) {
    return IntStream.range(0, set.size()).mapToObj(set::text).toList();
  }

  private static List<String> orNotKnown(List<String> values) {
    List<String> all = new ArrayList<>(values);
    all.add(Axis.NOT_KNOWN);
    return all;
  }
}
