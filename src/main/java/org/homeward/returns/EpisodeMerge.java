package org.homeward.returns;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes one list of episodes of what the yearly returns say of one child: the same episode of
 * several returns becomes one, of which the latest return is right.
 */
final class EpisodeMerge {

  /** An episode may start so many days before birth by mistake. */
  private static final int BEFORE_BIRTH = 30;

  private final MergeContext context;
  private final long[] recodes;

  /** The episodes of a child; objects are used again for the next. */
  Episode[] episodes = new Episode[32];

  int size;

  /** Days on which an episode started and ended: no nights, but a change of placement. */
  int[] dayless = new int[8];

  int daylessCount;

  EpisodeMerge(MergeContext context) {
    this.context = context;
    Arrays.setAll(episodes, i -> new Episode());
    CodeSet<PlaceCode> places = context.codes.places();
    recodes =
        new long[] {
          recode(places, "H5", "K3"),
          recode(places, "Z1", "Z11"),
          recode(places, "Z1", "Z12"),
          recode(places, "Z1", "Z13"),
          recode(places, "Z1", "Z14")
        };
  }

  private static long recode(CodeSet<PlaceCode> places, String from, String to) {
    return (long) places.placeOf(from) << Byte.SIZE | places.placeOf(to);
  }

  void clear() {
    size = 0;
    daylessCount = 0;
  }

  /** Takes a row as it was submitted. */
  void add(EpisodeRows table, int row, int year) {
    if (size == episodes.length) {
      episodes = Arrays.copyOf(episodes, 2 * size);
      for (int i = size; i < episodes.length; i++) {
        episodes[i] = new Episode();
      }
    }
    Episode episode = episodes[size++];
    episode.read(table, row, year);
    context.nights.claim(year, episode.claim);
    if (episode.from >= ReturnYears.end(year)) {
      context.find(Rule.DECOM_AFTER_YEAR, episode, episode.from, episode.to, 0);
    } else if (!episode.isOpen()
        && episode.to > ReturnYears.end(year)) { // one day late is accepted
      context.find(Rule.DEC_AFTER_YEAR, episode, episode.from, episode.to, 0);
    }
  }

  /** Merges what was added, in place. */
  void merge(ReturnYears years, int birth) {
    if (birth != TableRows.NO_DAY) {
      startAtBirth(birth);
    }
    sort();
    int kept = 0;
    int i = 0;
    while (i < size) {
      int end = i + 1;
      while (end < size && episodes[end].from == episodes[i].from) {
        end++;
      }
      Episode latest = end == i + 1 && !episodes[i].hasNoNights() ? episodes[i] : sameStart(i, end);
      if (latest != null) {
        swap(kept++, indexOf(latest, i, end));
      }
      i = end;
    }
    size = kept;
    matchMovedStarts(years);
    for (int e = 0; e < size; e++) {
      balance(episodes[e], years);
    }
  }

  private int indexOf(Episode episode, int from, int to) {
    for (int i = from; i < to; i++) {
      if (episodes[i] == episode) {
        return i;
      }
    }
    throw new IllegalStateException("The episode is one of these.");
  }

  private void swap(int a, int b) {
    Episode episode = episodes[a];
    episodes[a] = episodes[b];
    episodes[b] = episode;
  }

  /** Most children have a handful of rows, nearly in order; a file of one child must not hang. */
  private void sort() {
    if (size > 40) {
      Arrays.sort(episodes, 0, size, Episode.IN_ORDER);
      return;
    }
    for (int i = 1; i < size; i++) {
      Episode episode = episodes[i];
      int j = i - 1;
      while (j >= 0 && isAfter(episodes[j], episode)) {
        episodes[j + 1] = episodes[j];
        j--;
      }
      episodes[j + 1] = episode;
    }
  }

  private static boolean isAfter(Episode one, Episode other) {
    if (one.from != other.from) {
      return one.from > other.from;
    }
    return one.year != other.year
        ? one.year > other.year
        : Episode.IN_ORDER.compare(one, other) > 0;
  }

  /** Rule 302. */
  private void startAtBirth(int birth) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      Episode episode = episodes[i];
      int early = birth - episode.from;
      if (early > BEFORE_BIRTH) {
        context.find(Rule.LONG_BEFORE_BIRTH, episode, episode.from, episode.to, early);
        reject(episode, Rule.LONG_BEFORE_BIRTH);
        continue;
      }
      if (early > 0) {
        context.repair(Rule.BEFORE_BIRTH, episode, episode.from, episode.to, early);
        int before = episode.claim;
        episode.from = birth;
        episode.to = Math.max(episode.to, birth);
        episode.claim = episode.nightsIn(episode.year);
        context.nights.leaveOut(Rule.BEFORE_BIRTH, episode.year, before - episode.claim);
      }
      swap(kept++, i);
    }
    size = kept;
  }

  private void reject(Episode episode, Rule rule) {
    episode.rows.setFate(episode.row, RowFate.REJECTED);
    context.nights.leaveOut(rule, episode.year, episode.claim);
  }

  /**
   * Makes one episode of all that start on the same day.
   *
   * @return the latest return's, with the earlier ones behind it; null if none has a night
   */
  private @Nullable Episode sameStart(int begin, int end) {
    Episode latest = null;
    Episode latestDayless = null;
    for (int i = begin; i < end; i++) { // by return, then by end
      Episode episode = episodes[i];
      if (i > begin && episode.isCopyOf(episodes[i - 1])) {
        context.find(Rule.COPY, episode, episode.from, episode.to, 0);
        episode.rows.setFate(episode.row, RowFate.MERGED);
        context.nights.leaveOut(Rule.COPY, episode.year, episode.claim);
      } else if (episode.hasNoNights()) {
        if (latestDayless != null) {
          latestDayless.rows.setFate(latestDayless.row, RowFate.MERGED);
        }
        latestDayless = episode;
      } else if (latest == null) {
        latest = episode;
      } else {
        latest = later(latest, episode);
      }
    }
    if (latestDayless != null) {
      latest = dayless(latestDayless, latest);
    }
    return latest;
  }

  private Episode later(Episode before, Episode episode) {
    if (before.year == episode.year) { // ends later, since they are in order
      context.find(Rule.SAME_START, before, before.from, before.to, 0);
      reject(before, Rule.SAME_START);
      episode.earlier = before.earlier;
      episode.recodedFrom = before.recodedFrom;
      episode.recodedTo = before.recodedTo;
      return episode;
    }
    episode.earlier = before;
    boolean changed = compare(before, episode);
    before.rows.setFate(before.row, changed || before.repaired ? RowFate.REPAIRED : RowFate.MERGED);
    return episode;
  }

  /** Rules 355 and, where a later return ends an episode on the day of its start, 503. */
  private @Nullable Episode dayless(Episode episode, @Nullable Episode withNights) {
    context.find(Rule.NO_NIGHTS, episode, episode.from, episode.to, 0);
    episode.rows.setFate(episode.row, RowFate.REPAIRED);
    if (daylessCount == dayless.length) {
      dayless = Arrays.copyOf(dayless, 2 * daylessCount);
    }
    dayless[daylessCount++] = episode.from;
    if (withNights == null || withNights.year >= episode.year) {
      return withNights;
    }
    for (Episode e = withNights; e != null; e = e.earlier) {
      context.find(Rule.CHANGED_LATER, e, e.from, e.to, 0, CodeSet.key("DEC"));
      e.rows.setFate(e.row, RowFate.REPAIRED);
      context.nights.leaveOut(Rule.CHANGED_LATER, e.year, e.claim);
    }
    return null;
  }

  /** Rules 503 and 504: tells what a later return has otherwise, and whether anything. */
  private boolean compare(Episode before, Episode after) {
    boolean changed = comparePlaces(before, after);
    changed |= before.began != after.began && changed(before, "RNE");
    changed |= before.legalStatus != after.legalStatus && changed(before, "LS");
    changed |= before.provider != after.provider && changed(before, "PROVIDER");
    if (before.isOpen()) {
      changed |= after.to < ReturnYears.end(before.year) && changed(before, "DEC");
    } else {
      changed |= before.to != after.to && changed(before, "DEC");
      changed |= before.ended != after.ended && changed(before, "REC");
    }
    if (before.need != after.need) {
      context.find(Rule.NEED_CHANGED_LATER, before, before.from, before.to, 0);
      changed = true;
    }
    return changed;
  }

  private boolean comparePlaces(Episode before, Episode after) {
    byte latest = before.recodedFrom != 0 ? before.recodedTo : before.place;
    if (after.place == latest) {
      after.place = before.place;
      after.recodedFrom = before.recodedFrom;
      after.recodedTo = before.recodedTo;
      return false;
    }
    if (before.isOpen() && before.recodedFrom == 0 && isRecode(before.place, after.place)) {
      after.recodedFrom = after.year;
      after.recodedTo = after.place;
      after.place = before.place;
      return false;
    }
    return changed(before, "PLACE");
  }

  private boolean changed(Episode before, String column) {
    context.find(Rule.CHANGED_LATER, before, before.from, before.to, 0, CodeSet.key(column));
    return true;
  }

  /**
   * Rule 503D lets an open H5 become K3, and an open Z1 one of its parts, without a new episode.
   */
  private boolean isRecode(byte before, byte after) {
    long recode = (long) before << Byte.SIZE | after;
    for (long allowed : recodes) {
      if (recode == allowed) {
        return true;
      }
    }
    return false;
  }

  /**
   * Rule 502: an episode that is open at the end of a return, and is in the next with another start
   * but is otherwise the same, is one episode.
   */
  private void matchMovedStarts(ReturnYears years) {
    for (int i = 0; i < size; i++) {
      Episode episode = episodes[i];
      if (!episode.isOpen() || episode.year == years.last()) {
        continue;
      }
      int next = years.after(episode.year);
      int latestStart = ReturnYears.start(next) + context.smallGap;
      for (int j = Math.max(0, i - 1); j < Math.min(size, i + 2); j++) {
        Episode other = episodes[j];
        if (j != i
            && other.from <= latestStart
            && other.looksLike(episode)
            && other.firstYear() == next) {
          join(i, j);
          i--;
          break;
        }
      }
    }
  }

  private void join(int before, int after) {
    Episode early = episodes[before];
    Episode later = episodes[after];
    context.find(Rule.START_MOVED, early, early.from, early.to, later.from - early.from);
    early.rows.setFate(early.row, RowFate.REPAIRED);
    Episode first = later;
    while (first.earlier != null) {
      first = first.earlier;
    }
    first.earlier = early;
    later.movedIn = Math.max(later.movedIn, early.year);
    for (int i = before; i + 1 < size; i++) {
      swap(i, i + 1);
    }
    size--;
  }

  /**
   * Says where the nights of the rows went that the merged episode has not, and the other way
   * round.
   */
  private void balance(Episode episode, ReturnYears years) {
    if (isPlain(episode, years)) {
      return;
    }
    int end = Math.min(episode.knownEnd(), ReturnYears.end(years.last()));
    int lastYear = Math.max(episode.year, end > episode.from ? ReturnYears.of(end - 1) : 0);
    for (int year = years.first(); year <= Math.min(lastYear, years.last()); year++) {
      int nights =
          Math.max(
              0,
              Math.min(end, ReturnYears.end(year))
                  - Math.max(episode.from, ReturnYears.start(year)));
      int claims = 0;
      boolean there = false;
      for (Episode e = episode; e != null; e = e.earlier) {
        if (e.year == year) {
          claims += e.claim;
          there = true;
        }
      }
      if (nights > claims) {
        Rule reason = year <= episode.movedIn ? Rule.START_MOVED : reason(episode, year, there);
        context.nights.add(reason, year, nights - claims);
        if (reason == Rule.NOT_IN_A_RETURN && years.isHeld(year)) {
          context.find(Rule.NOT_IN_A_RETURN, episode, episode.from, episode.to, nights);
        }
      } else if (nights < claims) {
        context.nights.leaveOut(
            year <= episode.movedIn ? Rule.START_MOVED : Rule.CHANGED_LATER, year, claims - nights);
      }
    }
  }

  private static Rule reason(Episode episode, int year, boolean there) {
    if (there) {
      return Rule.CHANGED_LATER;
    }
    return year > episode.year ? Rule.DEC_AFTER_YEAR : Rule.NOT_IN_A_RETURN;
  }

  /**
   * Whether each return from the first to the last has it, open but in the last, with all nights.
   */
  private static boolean isPlain(Episode episode, ReturnYears years) {
    if (episode.movedIn != 0 || (!episode.isOpen() && !endsWithin(episode, episode.year))) {
      return false;
    }
    Episode e = episode;
    while (e.earlier != null) {
      if (e.earlier.year != e.year - 1 || !e.earlier.isOpen()) {
        return false;
      }
      e = e.earlier;
    }
    return e.year == years.first() || episode.from >= ReturnYears.start(e.year);
  }

  private static boolean endsWithin(Episode episode, int year) {
    return episode.to >= ReturnYears.start(year) && episode.to <= ReturnYears.end(year);
  }
}
