package org.homeward.returns;

import java.util.List;
import org.homeward.quantity.DateSpan;

/** Merges one child after another into a block of histories. Made once for each thread. */
final class ChildMerge {

  private final ReadTables tables;
  final MergeContext context;
  private final boolean ad1Held;
  private final boolean headerHeld;
  private final List<DateSpan> reviewed;
  private final Person person;
  private final EpisodeMerge merge;
  private final EpisodeSequence sequence;
  private final ChildEvents events;
  private final StayChain chain;

  /** How many children had a history, by whether they had episodes at all. */
  long withHistory;

  long withoutEpisodes;
  long allRejected;

  ChildMerge(ReadTables tables, ReturnCodes codes, int smallGap, List<DateSpan> reviewed) {
    this.tables = tables;
    context = new MergeContext(codes, smallGap);
    ad1Held = tables.holds(Table.AD1);
    headerHeld = tables.holds(Table.HEADER);
    this.reviewed = reviewed;
    person = new Person(context);
    merge = new EpisodeMerge(context);
    sequence = new EpisodeSequence(context);
    events = new ChildEvents(context);
    chain = new StayChain(context);
  }

  /**
   * Merges the rows of a child.
   *
   * @param runs where its rows are, as {@link ChildGroups} has them
   * @param into takes its history, if it has one
   */
  void merge(
      int authority, long pseudonym, long[] runs, int firstRun, int endRun, HistoryBlock into) {
    context.child = pseudonym;
    person.clear();
    merge.clear();
    events.clear();
    boolean episodes = false;
    for (int r = firstRun; r < endRun; r++) {
      TableRows table = tables.tables().get(ChildGroups.tableOf(runs[r]));
      int run = ChildGroups.runOf(runs[r]);
      if (table instanceof EpisodeRows rows) {
        episodes = true;
        addEpisodes(rows, run);
      } else if (table instanceof PersonRows rows) {
        int year = rows.yearOfRun(run);
        for (int row = rows.firstOfRun(run); row < rows.endOfRun(run); row++) {
          if (!rows.isRejected(row)) {
            person.add(rows, row, year);
          }
        }
      } else if (table instanceof DatedRows rows) {
        events.add(rows, run);
      }
    }
    person.finish();
    if (!episodes) {
      withoutEpisodes++;
      events.leave();
      if (person.hasHeader) {
        person.notInCare();
      }
      return;
    }
    ReturnYears years = tables.years().get(authority);
    merge.merge(years, person.birth);
    Episode[] merged = merge.episodes;
    sequence.arrange(merged, merge.size, years);
    if (person.birth != TableRows.NO_DAY) {
      sequence.endAt18(merged, merge.size, years, person.birth);
    }
    int before = into.stays;
    chain.write(merged, merge.size, years, tables.homeDistricts().get(authority), into);
    if (into.stays == before && into.agreements == into.firstAgreement[into.children]) {
      allRejected++;
      events.leave();
      return;
    }
    if (!person.hasHeader && headerHeld && merge.size > 0) {
      context.find(Rule.NO_HEADER, merged[0], TableRows.NO_DAY, TableRows.NO_DAY, 0);
    }
    Route route = events.write(into, before, person, merge, ad1Held, reviewed.get(authority));
    if (events.withoutAd1) {
      Episode last = merged[merge.size - 1];
      context.find(Rule.ADOPTED_WITHOUT_AD1, last, last.from, last.to, 0);
    }
    into.endChild(authority, pseudonym, person.sex, person.birth, person.unaccompanied, route);
    withHistory++;
  }

  private void addEpisodes(EpisodeRows rows, int run) {
    int year = rows.yearOfRun(run);
    for (int row = rows.firstOfRun(run); row < rows.endOfRun(run); row++) {
      if (!rows.isRejected(row)) {
        merge.add(rows, row, year);
      } else if (rows.from[row] != TableRows.NO_DAY && rows.to[row] != TableRows.NO_DAY) {
        int until = Math.min(rows.to[row], ReturnYears.end(year));
        int nights = Math.max(0, until - Math.max(rows.from[row], ReturnYears.start(year)));
        context.nights.claim(year, nights);
        context.nights.leaveOut(Rule.PLACE_UNKNOWN, year, nights);
      }
    }
  }
}
