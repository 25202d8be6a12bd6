package org.homeward.returns;

import org.homeward.quantity.CalendarDays;
import org.jspecify.annotations.Nullable;

/**
 * Brings the merged episodes of a child into one sequence without overlaps and loose ends: rules
 * 142, 501, 433, 388, and an end on the 18th birthday.
 */
final class EpisodeSequence {

  private final MergeContext context;

  EpisodeSequence(MergeContext context) {
    this.context = context;
  }

  /** Ends every episode that needs it; those that last still end with the last return. */
  void arrange(Episode[] episodes, int size, ReturnYears years) {
    for (int i = 0; i < size; i++) {
      Episode episode = episodes[i];
      Episode next = i + 1 < size ? episodes[i + 1] : null;
      if (episode.isOpen()) {
        if (next != null) {
          endBefore(episode, next, years);
        } else if (episode.year < years.last()) {
          end(episode, ReturnYears.end(episode.year), years, Rule.VANISHED);
          context.repair(Rule.VANISHED, episode, episode.from, episode.to, 0);
          episode.ended = context.notRecorded;
        }
      } else if (next != null && episode.to > next.from) {
        context.repair(Rule.OVERLAP, episode, episode.from, next.from, episode.to - next.from);
        end(episode, next.from, years, Rule.OVERLAP);
        episode.ended = context.continues;
      } else if (episode.ended == context.continues) {
        continueAfter(episode, next, years);
      }
    }
  }

  /** Rule 142. */
  private void endBefore(Episode episode, Episode next, ReturnYears years) {
    boolean bothOpen = next.isOpen() && next.year == episode.year;
    if (context.startsCare(next) && !bothOpen) {
      int end = Math.min(ReturnYears.end(episode.year), next.from - 1);
      end(episode, Math.max(episode.from, end), years, Rule.OPEN_BEFORE_RESTART);
      context.repair(Rule.OPEN_BEFORE_RESTART, episode, episode.from, episode.to, 0);
      episode.ended = context.notRecorded;
    } else {
      end(episode, next.from, years, Rule.OPEN_BEFORE_NEXT);
      context.repair(Rule.OPEN_BEFORE_NEXT, episode, episode.from, next.from, 0);
      episode.ended = context.continues;
    }
  }

  /** Rules 433 and 388. */
  private void continueAfter(Episode episode, @Nullable Episode next, ReturnYears years) {
    if (next == null) {
      if (episode.to < ReturnYears.end(years.last())) {
        context.find(Rule.NOTHING_FOLLOWS, episode, episode.from, episode.to, 0);
      }
      return;
    }
    int gap = next.from - episode.to;
    if (gap > 0 && gap <= context.smallGap) {
      context.repair(Rule.SMALL_GAP, episode, episode.from, next.from, gap);
      end(episode, next.from, years, Rule.SMALL_GAP);
    } else if (gap > 0) {
      context.find(Rule.GAP, episode, episode.from, next.from, gap);
    }
  }

  /**
   * Rules 359, 352 and 460: nobody is looked after at 18, but a V2 in a children's home (K2) may
   * be.
   */
  void endAt18(Episode[] episodes, int size, ReturnYears years, int birth) {
    int birthday = CalendarDays.birthday(birth, 18);
    for (int i = size - 1; i >= 0; i--) {
      Episode episode = episodes[i];
      int end = episode.isOpen() ? ReturnYears.end(years.last()) : episode.to;
      if (end <= birthday) {
        continue;
      }
      if (episode.place == context.residentialHome
          && episode.legalStatus == context.singleAccommodation) {
        continue;
      }
      int nights = end - Math.max(birthday, episode.from);
      if (episode.from >= birthday) {
        context.find(Rule.ALL_AFTER_18, episode, episode.from, end, nights);
        context.nights.leaveOut(Rule.ALL_AFTER_18, years, episode.from, end);
        episode.rows.setFate(episode.row, RowFate.REJECTED);
        episode.to = episode.from;
      } else {
        context.repair(Rule.AFTER_18, episode, episode.from, end, nights);
        end(episode, birthday, years, Rule.AFTER_18);
        episode.ended = context.notRecorded;
      }
    }
  }

  private void end(Episode episode, int day, ReturnYears years, Rule rule) {
    int before =
        episode.isOpen() && episode.year == years.last()
            ? ReturnYears.end(years.last())
            : episode.knownEnd();
    if (day < before) {
      context.nights.leaveOut(rule, years, Math.max(episode.from, day), before);
    } else {
      context.nights.add(rule, years, Math.max(episode.from, before), day);
    }
    episode.to = day;
  }
}
