package org.homeward.returns;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.homeward.history.EventType;
import org.homeward.history.LegalStatus;
import org.homeward.history.PlacementType;
import org.homeward.quantity.CalendarDays;
import org.homeward.quantity.DateSpan;

/**
 * Infers what happened to a child and can start a process: from the dated tables, from changes of
 * legal status and from the ends of periods of care. Starts and ends of care and of placements are
 * in the stays already. What began before the returns that are held, on a day that they do not
 * tell, is not guessed.
 */
final class ChildEvents {

  /** From so many rows of one child on they are sorted in another way. */
  private static final int MANY = 64;

  private final MergeContext context;
  private final LegalStatus[] statuses;
  private final PlacementType[] types;
  private final byte otherReason;

  /** What was read: rows by table, each with its day. */
  private DatedRows[] rows = new DatedRows[32];

  private int[] row = new int[32];
  private int size;

  /** Day and type in one, to be sorted. */
  private long[] found = new long[64];

  private int foundCount;

  /** Whether the child was adopted, table AD1 is held, and does not have the child (rule 602). */
  boolean withoutAd1;

  ChildEvents(MergeContext context) {
    this.context = context;
    statuses =
        context.codes.legalStatuses().codes().stream()
            .map(LegalStatusCode::status)
            .toArray(LegalStatus[]::new);
    types =
        context.codes.places().codes().stream().map(PlaceCode::type).toArray(PlacementType[]::new);
    otherReason = context.codes.ends().placeOf("E8");
  }

  void clear() {
    size = 0;
    foundCount = 0;
    withoutAd1 = false;
  }

  void add(DatedRows table, int run) {
    for (int r = table.firstOfRun(run); r < table.endOfRun(run); r++) {
      if (table.isUndecided(r)) {
        if (size == row.length) {
          rows = Arrays.copyOf(rows, 2 * size);
          row = Arrays.copyOf(row, 2 * size);
        }
        rows[size] = table;
        row[size++] = r;
      }
    }
  }

  /** The child has no history: its rows are not needed. */
  void leave() {
    for (int i = 0; i < size; i++) {
      rows[i].setFate(row[i], RowFate.NOT_NEEDED);
    }
  }

  /**
   * Writes the events of the child whose stays were written last.
   *
   * @param reviewed in which span every review that was held is among the rows
   * @return how the last period of care ended
   */
  Route write(
      HistoryBlock block,
      int firstStay,
      Person person,
      EpisodeMerge merge,
      boolean ad1Held,
      DateSpan reviewed) {
    if (!reviewed.isEmpty()) {
      found(EventType.RECORDS_START, reviewed.fromDay());
      found(EventType.RECORDS_END, reviewed.toDay());
    }
    boolean adopted = fromStays(block, firstStay);
    for (int i = 0; i < merge.daylessCount; i++) {
      found(EventType.PLACEMENT_START, merge.dayless[i]);
    }
    fromTables(block, firstStay, adopted, ad1Held);
    Route route = route(block, firstStay, person);
    if (route == Route.AGED_OUT) {
      found(EventType.LEAVING_CARE_START, block.to[block.stays - 1]);
    }
    Arrays.sort(found, 0, foundCount);
    EventType[] all = EventType.values();
    for (int i = 0; i < foundCount; i++) {
      block.addEvent(all[(int) (found[i] & 0xFF)], (int) (found[i] >> Byte.SIZE));
    }
    return route;
  }

  private void found(EventType type, int day) {
    if (foundCount == found.length) {
      found = Arrays.copyOf(found, 2 * foundCount);
    }
    found[foundCount++] = (long) day << Byte.SIZE | type.ordinal();
  }

  // From the stays

  private boolean fromStays(HistoryBlock block, int first) {
    boolean wasInCare = false;
    boolean underOrder = false;
    boolean adopted = false;
    for (int i = first; i < block.stays; i++) {
      LegalStatus status = statusOf(block, i);
      if (status == LegalStatus.SHORT_BREAK) {
        continue;
      }
      boolean goesOn = i > first && block.to[i - 1] == block.from[i];
      LegalStatus before = goesOn ? statusOf(block, i - 1) : LegalStatus.NONE;
      NewEpisodeCode began =
          block.began[i] < 0 ? null : context.codes.newEpisodes().at(block.began[i]);
      boolean starts = began != null && began.starts();
      if (starts && wasInCare) {
        found(EventType.RE_ENTRY, block.from[i]);
      }
      underOrder &= goesOn;
      if (status != before && (goesOn || (began != null && began.legalStatus()))) {
        legalChange(status, block.from[i], !underOrder && (starts || goesOn));
      }
      underOrder |= isCourtOrder(status);
      boolean forAdoption = isForAdoption(block, i);
      if (forAdoption
          && !(goesOn && isForAdoption(block, i - 1))
          && (began == null || began.placement())) {
        found(EventType.ADOPTION_PLACEMENT, block.from[i]);
      }
      adopted |= end(block, i);
      wasInCare = true;
    }
    return adopted;
  }

  private LegalStatus statusOf(HistoryBlock block, int i) {
    return block.legalStatus[i] < 0 ? LegalStatus.NONE : statuses[block.legalStatus[i]];
  }

  private boolean isForAdoption(HistoryBlock block, int i) {
    return types[block.place[i]] == PlacementType.PLACED_FOR_ADOPTION;
  }

  private static boolean isCourtOrder(LegalStatus status) {
    return status == LegalStatus.INTERIM_CARE_ORDER
        || status == LegalStatus.CARE_ORDER
        || status == LegalStatus.PLACEMENT_ORDER;
  }

  private void legalChange(LegalStatus status, int day, boolean firstOrder) {
    if (isCourtOrder(status) && firstOrder) {
      found(EventType.LEGAL_APPLICATION, day);
    }
    if (status == LegalStatus.CARE_ORDER) {
      found(EventType.CARE_ORDER, day);
    } else if (status == LegalStatus.PLACEMENT_ORDER) {
      found(EventType.PLACEMENT_ORDER, day);
    }
  }

  private boolean end(HistoryBlock block, int i) {
    Route route = block.ended[i] < 0 ? null : context.codes.ends().at(block.ended[i]).route();
    if (route == null) {
      return false;
    }
    int day = block.to[i];
    switch (route) {
      case ADOPTED -> found(EventType.ADOPTION_ORDER, day);
      case SPECIAL_GUARDIANSHIP -> found(EventType.SGO_ORDER, day);
      case CHILD_ARRANGEMENTS -> found(EventType.CHILD_ARRANGEMENTS_ORDER, day);
      case HOME -> found(EventType.RETURN_HOME, day);
      default -> {}
    }
    return route == Route.ADOPTED;
  }

  // From the dated tables

  private void fromTables(HistoryBlock block, int firstStay, boolean adopted, boolean ad1Held) {
    sortRows();
    boolean decided = false;
    boolean ad1 = false;
    int socialWorkers = 0;
    for (int i = 0; i < size; i++) {
      DatedRows table = rows[i];
      int r = row[i];
      if (i > 0 && rows[i - 1].table() == table.table() && day(i - 1) == day(i)) {
        table.setFate(r, RowFate.MERGED);
        continue;
      }
      table.setFate(r, RowFate.USED);
      switch (table.table()) {
        case REVIEWS -> found(EventType.REVIEW_HELD, day(i));
        case MISSING -> missing(table, r, block, firstStay);
        case PLACED_FOR_ADOPTION -> {
          found(EventType.ADOPTION_DECISION, day(i));
          decided = true;
        }
        case AD1 -> ad1 = true;
        case SW_EPISODES -> {
          if (socialWorkers++ > 0) {
            found(EventType.SOCIAL_WORKER_CHANGE, day(i));
          }
        }
        default -> throw new IllegalStateException("Not a table of dates: " + table.table());
      }
    }
    adoption(decided, adopted, ad1, ad1Held);
  }

  private int day(int i) {
    return rows[i].first[row[i]];
  }

  /**
   * By table and day, then as the later return has it; so the order of the rows does not matter.
   */
  private void sortRows() {
    if (size > MANY) {
      sortMany();
      return;
    }
    for (int i = 1; i < size; i++) {
      DatedRows table = rows[i];
      int r = row[i];
      int j = i - 1;
      while (j >= 0 && isAfter(rows[j], row[j], table, r)) {
        rows[j + 1] = rows[j];
        row[j + 1] = row[j];
        j--;
      }
      rows[j + 1] = table;
      row[j + 1] = r;
    }
  }

  /** A file of one child only must not hang. */
  private void sortMany() {
    DatedRows[] tables = Arrays.copyOf(rows, size);
    int[] numbers = Arrays.copyOf(row, size);
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted((a, b) -> compare(tables[a], numbers[a], tables[b], numbers[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < size; i++) {
      rows[i] = tables[order[i]];
      row[i] = numbers[order[i]];
    }
  }

  private static boolean isAfter(DatedRows one, int a, DatedRows other, int b) {
    return compare(one, a, other, b) > 0;
  }

  private static int compare(DatedRows one, int a, DatedRows other, int b) {
    int tables = one.table().compareTo(other.table());
    if (tables != 0) {
      return tables;
    }
    return one.first[a] != other.first[b]
        ? Integer.compare(one.first[a], other.first[b])
        : Integer.compare(other.second[b], one.second[a]);
  }

  private void missing(DatedRows table, int r, HistoryBlock block, int firstStay) {
    int start = table.first[r];
    found(EventType.MISSING_START, start);
    if (table.second[r] != TableRows.NO_DAY) {
      found(EventType.MISSING_END, table.second[r]);
    }
    for (int i = firstStay; i < block.stays; i++) {
      if (block.from[i] <= start && start < block.to[i]) {
        return;
      }
    }
    context.findings.add(
        Rule.MISSING_OUTSIDE_CARE,
        table.file(),
        table.line(r),
        context.child,
        start,
        table.second[r],
        0,
        0);
  }

  /** Decision and match: the decision by table AD1 only where PlacedAdoption has none. */
  private void adoption(boolean decided, boolean adopted, boolean ad1, boolean ad1Held) {
    for (int i = 0; i < size; i++) {
      if (rows[i].table() != Table.AD1) {
        continue;
      }
      int match = rows[i].second[row[i]];
      if (!decided) {
        found(EventType.ADOPTION_DECISION, day(i));
      }
      if (match != TableRows.NO_DAY) {
        found(EventType.ADOPTION_MATCH, match);
      }
      if (!adopted) {
        context.findings.add(
            Rule.AD1_WITHOUT_ADOPTION,
            rows[i].file(),
            rows[i].line(row[i]),
            context.child,
            day(i),
            match,
            0,
            0);
      }
    }
    withoutAd1 = adopted && !ad1 && ad1Held;
  }

  // The route

  private Route route(HistoryBlock block, int firstStay, Person person) {
    int last = block.stays - 1;
    while (last >= firstStay && statusOf(block, last) == LegalStatus.SHORT_BREAK) {
      last--;
    }
    if (last < firstStay) {
      return Route.SHORT_BREAKS;
    }
    if ((block.flags[last] & HistoryBlock.OPEN) != 0) {
      return Route.STILL_IN_CARE;
    }
    byte code = block.ended[last];
    Route route = code < 0 ? null : context.codes.ends().at(code).route();
    boolean at18 =
        person.birth != TableRows.NO_DAY
            && block.to[last] >= CalendarDays.birthday(person.birth, 18) - 1;
    if (at18 && (code == otherReason || code == context.notRecorded || route == null)) {
      return Route.AGED_OUT;
    }
    return route == null ? Route.NOT_RECORDED : route;
  }
}
