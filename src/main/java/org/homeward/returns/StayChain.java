package org.homeward.returns;

import org.homeward.history.Area;

/**
 * Writes the arranged episodes of a child as stays: which of them are new placements, where the fee
 * runs during a stay away, and which lie outside the area.
 */
final class StayChain {

  private static final int LONGEST_SHORT_BREAK = 17;

  private final MergeContext context;
  private final CodeSet<PlaceCode> places;
  private final boolean[] temporary;
  private final boolean[] newCarer;
  private final boolean[] legalOnly;
  private final boolean[] noMove;
  private final boolean[] shortBreak;
  private final boolean[] agreement;

  StayChain(MergeContext context) {
    this.context = context;
    places = context.codes.places();
    temporary = new boolean[places.size()];
    for (int i = 0; i < temporary.length; i++) {
      temporary[i] = places.at(i).isTemporary();
    }
    CodeSet<NewEpisodeCode> began = context.codes.newEpisodes();
    newCarer = new boolean[began.size()];
    legalOnly = new boolean[began.size()];
    for (int i = 0; i < newCarer.length; i++) {
      newCarer[i] = began.at(i).carer();
      legalOnly[i] = !began.at(i).placement();
    }
    CodeSet<MoveCode> moves = context.codes.moves();
    noMove = new boolean[moves.size()];
    for (int i = 0; i < noMove.length; i++) {
      noMove[i] = moves.at(i).kind() == MoveCode.Kind.NO_MOVE;
    }
    CodeSet<LegalStatusCode> statuses = context.codes.legalStatuses();
    shortBreak = new boolean[statuses.size()];
    agreement = new boolean[statuses.size()];
    for (int i = 0; i < shortBreak.length; i++) {
      shortBreak[i] = statuses.at(i).shortBreak() == LegalStatusCode.ShortBreak.EACH_BREAK;
      agreement[i] = statuses.at(i).shortBreak() == LegalStatusCode.ShortBreak.AGREEMENT;
    }
  }

  void write(Episode[] episodes, int size, ReturnYears years, Districts home, HistoryBlock into) {
    int first = into.stays;
    int windowEnd = ReturnYears.end(years.last());
    for (int i = 0; i < size; i++) {
      Episode episode = episodes[i];
      if (episode.rows.isUndecided(episode.row)) {
        episode.rows.setFate(episode.row, episode.repaired ? RowFate.REPAIRED : RowFate.USED);
      }
      boolean open = episode.isOpen();
      int to = Math.min(episode.to, windowEnd);
      if (episode.from >= to) {
        continue;
      }
      if (episode.legalStatus >= 0 && agreement[episode.legalStatus]) {
        context.find(Rule.AGREEMENT_ONLY, episode, episode.from, to, to - episode.from);
        context.nights.leaveOut(Rule.AGREEMENT_ONLY, years, episode.from, to);
        into.addAgreement(episode.from, to);
        continue;
      }
      context.nights.cost(years, episode.from, to);
      int recoded = episode.recodedFrom == 0 ? to : ReturnYears.start(episode.recodedFrom);
      if (episode.from < recoded && recoded < to) {
        add(episode, episode.from, recoded, first, home, into);
        into.ended[into.stays - 1] = context.continues;
        into.moved[into.stays - 1] = CodeSet.NONE;
        addRecoded(episode, recoded, to, into);
      } else {
        add(episode, episode.from, to, first, home, into);
      }
      if (open) {
        into.ended[into.stays - 1] = CodeSet.NONE;
        into.flags[into.stays - 1] |= HistoryBlock.OPEN;
      }
    }
  }

  private void addRecoded(Episode episode, int from, int to, HistoryBlock into) {
    int before = into.stays - 1;
    into.addStay(
        from,
        to,
        episode.recodedTo,
        episode.provider,
        episode.legalStatus,
        episode.need,
        CodeSet.NONE,
        episode.ended,
        episode.moved);
    into.flags[before + 1] =
        (byte)
            (HistoryBlock.SAME_CARER
                | (into.flags[before] & (HistoryBlock.IN_AREA | HistoryBlock.OUT_OF_AREA)));
  }

  private void add(
      Episode episode, int from, int to, int first, Districts home, HistoryBlock into) {
    into.addStay(
        from,
        to,
        episode.place,
        episode.provider,
        episode.legalStatus,
        episode.need,
        episode.began,
        episode.ended,
        episode.moved);
    int stay = into.stays - 1;
    int before = stay - 1;
    boolean goesOn = before >= first && into.to[before] == from;
    int flags = area(episode, home);
    if (temporary[episode.place]) {
      checkLength(episode, to - from);
      if (goesOn) {
        into.usualPlace[stay] = into.usualPlace[before];
        into.usualProvider[stay] = into.usualProvider[before];
        flags =
            HistoryBlock.SAME_CARER
                | (into.flags[before] & (HistoryBlock.IN_AREA | HistoryBlock.OUT_OF_AREA));
      }
    } else if (goesOn && isSameCarer(episode, before, into)) {
      flags |= HistoryBlock.SAME_CARER;
    }
    into.flags[stay] = (byte) flags;
    if (episode.legalStatus >= 0
        && shortBreak[episode.legalStatus]
        && to - from > LONGEST_SHORT_BREAK) {
      context.find(Rule.LONG_SHORT_BREAK, episode, from, to, to - from);
    }
  }

  private boolean isSameCarer(Episode episode, int before, HistoryBlock into) {
    boolean samePlace =
        into.usualPlace[before] == episode.place && into.usualProvider[before] == episode.provider;
    if (temporary[into.place[before]] && !temporary[into.usualPlace[before]]) {
      if (!samePlace && newCarer(episode)) {
        context.find(Rule.NO_WAY_BACK, episode, episode.from, episode.to, 0);
      }
      return samePlace || !newCarer(episode);
    }
    if (episode.began >= 0 && legalOnly[episode.began]) {
      if (into.place[before] != episode.place) {
        context.find(Rule.LEGAL_CHANGE_WITH_MOVE, episode, episode.from, episode.to, 0);
      }
      return true;
    }
    return !newCarer(episode) || (into.moved[before] >= 0 && noMove[into.moved[before]]);
  }

  /** An unknown reason for a new episode is read as a new carer. */
  private boolean newCarer(Episode episode) {
    return episode.began < 0 || newCarer[episode.began];
  }

  /**
   * Rules 375, 376, 377 and 379: hospital six weeks, a carer's holiday three, others seven days.
   */
  private void checkLength(Episode episode, int nights) {
    String code = places.at(episode.place).code();
    int longest =
        switch (code) {
          case "T1" -> 42;
          case "T3" -> 21;
          case "T4" -> 7;
          default -> Integer.MAX_VALUE;
        };
    if (nights > longest) {
      context.find(
          Rule.LONG_TEMPORARY, episode, episode.from, episode.to, nights, CodeSet.key(code));
    }
  }

  private static int area(Episode episode, Districts home) {
    if (episode.area != 0) {
      return episode.area - 1 == Area.OUT_OF_AREA.ordinal()
          ? HistoryBlock.OUT_OF_AREA
          : HistoryBlock.IN_AREA;
    }
    if (episode.district == 0 || home.isEmpty()) {
      return 0;
    }
    return home.contains(episode.district) ? HistoryBlock.IN_AREA : HistoryBlock.OUT_OF_AREA;
  }
}
