package org.homeward.returns;

/**
 * What the steps of a merge share: the codes that they ask about, and where they write down what
 * they did.
 */
final class MergeContext {

  final ReturnCodes codes;
  final NightsLedger nights = new NightsLedger();
  final Findings findings = new Findings();

  /** A gap of so many days at most after X1 is taken as going on. */
  final int smallGap;

  final byte continues;
  final byte notRecorded;
  final byte residentialHome;
  final byte singleAccommodation;
  private final boolean[] starts;

  /** The number of the child whose episodes are merged. */
  long child;

  MergeContext(ReturnCodes codes, int smallGap) {
    this.codes = codes;
    this.smallGap = smallGap;
    continues = codes.ends().placeOf("X1");
    notRecorded = codes.ends().placeOf("E99");
    residentialHome = codes.places().placeOf("K2");
    singleAccommodation = codes.legalStatuses().placeOf("V2");
    starts = new boolean[codes.newEpisodes().size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = codes.newEpisodes().at(i).starts();
    }
  }

  /** Whether a period of care starts with it. */
  boolean startsCare(Episode episode) {
    return episode.began >= 0 && starts[episode.began];
  }

  void find(Rule rule, Episode episode, int day, int to, int count) {
    find(rule, episode, day, to, count, 0);
  }

  void find(Rule rule, Episode episode, int day, int to, int count, long code) {
    findings.add(
        rule, episode.rows.file(), episode.rows.line(episode.row), child, day, to, count, code);
  }

  /** Writes down a repair of an episode that stays in use. */
  void repair(Rule rule, Episode episode, int day, int to, int count) {
    episode.repaired = true;
    find(rule, episode, day, to, count);
  }
}
