package org.homeward.returns;

import java.util.Locale;

/**
 * What can be wrong with a row, or with a row beside others, and what is done about it. The numbers
 * are those of the DfE's validation rules, which keep them for life; a rule without a number is not
 * theirs.
 */
public enum Rule {
  // While a row is read
  CHILD_MISSING(
      "", Outcome.REJECTED, "There is no child number, so the row belongs to nobody. Left out."),
  CELLS_MISSING("", Outcome.REJECTED, "The line has fewer cells than the header needs. Left out."),
  YEAR_UNREADABLE("", Outcome.REJECTED, "The cell YEAR holds no year. Left out."),
  DECOM_NOT_A_DATE("141", Outcome.REJECTED, "DECOM is no date in the form 31/03/2024. Left out."),
  DEC_NOT_A_DATE("147", Outcome.REJECTED, "DEC is no date in the form 31/03/2024. Left out."),
  DOB_NOT_A_DATE(
      "102",
      Outcome.REPAIRED,
      "DOB is no date in the form 31/03/2024. Age taken from another return, or not known."),
  SEX_NOT_A_CODE(
      "101",
      Outcome.REPAIRED,
      "SEX is not a code of this return. Taken from another return, or not known."),
  EVENT_NOT_A_DATE(
      "", Outcome.REJECTED, "The date is missing or not in the form 31/03/2024. Left out."),
  ISO_DATE("141", Outcome.REPAIRED, "A date was in the form 2024-03-31. Read as that day."),
  RNE_TIDIED("143", Outcome.REPAIRED, "RNE had spaces or small letters. Read as {code}."),
  LS_TIDIED("144", Outcome.REPAIRED, "LS had spaces or small letters. Read as {code}."),
  CIN_TIDIED("145", Outcome.REPAIRED, "CIN had spaces or small letters. Read as {code}."),
  PLACE_TIDIED("146", Outcome.REPAIRED, "PLACE had spaces or small letters. Read as {code}."),
  PROVIDER_TIDIED(
      "178", Outcome.REPAIRED, "PLACE_PROVIDER had spaces or small letters. Read as {code}."),
  REC_TIDIED("149", Outcome.REPAIRED, "REC had spaces or small letters. Read as {code}."),
  MOVE_TIDIED(
      "1009", Outcome.REPAIRED, "REASON_PLACE_CHANGE had spaces or small letters. Read as {code}."),
  RNE_UNKNOWN(
      "143",
      Outcome.REPAIRED,
      "RNE is not a code ({code}). Read as a new placement with a new carer."),
  LS_UNKNOWN("144", Outcome.REPAIRED, "LS is not a code ({code}). The legal status is not known."),
  CIN_UNKNOWN("145", Outcome.REPAIRED, "CIN is not a code ({code}). The need is not known."),
  PLACE_UNKNOWN(
      "146", Outcome.REJECTED, "PLACE is not a code ({code}), so there is no fee. Left out."),
  PROVIDER_UNKNOWN(
      "178",
      Outcome.REPAIRED,
      "PLACE_PROVIDER is not a code ({code}). The average fee of the placement is used."),
  REC_UNKNOWN(
      "149", Outcome.REPAIRED, "REC is not a code ({code}). Why the episode ceased is not known."),
  MOVE_UNKNOWN(
      "1009",
      Outcome.REPAIRED,
      "REASON_PLACE_CHANGE is not a code ({code}). Why the placement changed is not known."),
  DEC_BEFORE_DECOM(
      "356", Outcome.REJECTED, "The episode ends on {to}, before it starts on {day}. Left out."),
  REC_WITHOUT_DEC(
      "148",
      Outcome.REPAIRED,
      "There is a reason for ceasing but no date. The date decides: still open."),
  DEC_WITHOUT_REC(
      "148",
      Outcome.REPAIRED,
      "The episode ends on {to} without a reason. The date decides; the reason is not known."),
  SEX_NOT_OF_THE_YEAR("101", Outcome.WARNED, "SEX {code} is not in use in this return. Used."),
  RNE_NOT_OF_THE_YEAR("143", Outcome.WARNED, "RNE {code} is not in use in this return. Used."),
  LS_NOT_OF_THE_YEAR("144", Outcome.WARNED, "LS {code} is not in use in this return. Used."),
  PLACE_NOT_OF_THE_YEAR("146", Outcome.WARNED, "PLACE {code} is not in use in this return. Used."),
  REC_NOT_OF_THE_YEAR("149", Outcome.WARNED, "REC {code} is not in use in this return. Used."),
  MOVE_NOT_OF_THE_YEAR(
      "1009", Outcome.WARNED, "REASON_PLACE_CHANGE {code} is not in use in this return. Used."),
  PROVIDER_MISSING(
      "213",
      Outcome.REPAIRED,
      "PLACE_PROVIDER is blank for {code}. The average fee of the placement is used."),
  PROVIDER_IMPOSSIBLE(
      "526 to 531, 550",
      Outcome.REPAIRED,
      "PLACE_PROVIDER cannot be right for {code}. Read as PR0 for P1, otherwise the average fee of the placement is used."),
  DECOM_AFTER_YEAR(
      "354", Outcome.WARNED, "The episode starts on {day}, after the return ends. Used."),
  DEC_AFTER_YEAR("385", Outcome.WARNED, "The episode ends on {to}, after the return ends. Used."),

  // Within one child's history
  COPY("INT32", Outcome.MERGED, "An exact copy of another row of this return. Counted once."),
  SAME_START(
      "503",
      Outcome.REJECTED,
      "Two episodes of one return start on {day}; the one that lasts longer is used. Left out."),
  BEFORE_BIRTH(
      "302",
      Outcome.REPAIRED,
      "The episode starts {nights} days before the child is born. Started on the day of birth."),
  LONG_BEFORE_BIRTH(
      "302",
      Outcome.REJECTED,
      "The episode starts more than 30 days before the child is born. Left out."),
  NO_NIGHTS(
      "355",
      Outcome.REPAIRED,
      "The episode starts and ends on {day}. No nights; the change of placement is kept."),
  CHANGED_LATER(
      "503",
      Outcome.REPAIRED,
      "A later return has the episode that starts on {day} otherwise ({code}). The later return is used."),
  NEED_CHANGED_LATER(
      "504",
      Outcome.REPAIRED,
      "A later return has another category of need for the episode that starts on {day}. The later return is used."),
  START_MOVED(
      "502",
      Outcome.REPAIRED,
      "A later return has the episode that starts on {day} with another start. The later start is used."),
  NOT_IN_A_RETURN(
      "562",
      Outcome.WARNED,
      "The episode that starts on {day} is missing from a return in between. Taken as going on."),
  OPEN_BEFORE_NEXT(
      "142", Outcome.REPAIRED, "The episode has no end, and another starts on {to}. Ended there."),
  OPEN_BEFORE_RESTART(
      "142",
      Outcome.REPAIRED,
      "The episode has no end, and care starts again later. Ended on {to}; no nights in between."),
  VANISHED(
      "NoE, 1010",
      Outcome.REPAIRED,
      "The episode was open at the end of a return, and no later return has it. Ended with that return; the reason is not known."),
  OVERLAP(
      "501",
      Outcome.REPAIRED,
      "The episode ends after the next one starts on {to}. Ended there: {nights} nights fewer."),
  SMALL_GAP(
      "433",
      Outcome.REPAIRED,
      "Care goes on (X1), but the next episode starts {nights} days later. Taken as going on until then."),
  GAP(
      "433",
      Outcome.WARNED,
      "Care goes on (X1), but the next episode starts {nights} days later. No nights in between."),
  NOTHING_FOLLOWS(
      "388",
      Outcome.WARNED,
      "Care goes on (X1) on {to}, but no episode follows. Why care ended is not known."),
  AFTER_18(
      "359, 352, 460",
      Outcome.REPAIRED,
      "The episode lasts until after the 18th birthday. Ended on it: {nights} nights fewer."),
  ALL_AFTER_18(
      "359, 352, 460",
      Outcome.REJECTED,
      "The episode starts on or after the 18th birthday. Left out."),
  AGREEMENT_ONLY(
      "398, 420",
      Outcome.WARNED,
      "V4 is an agreement to short breaks, not a stay. A package, no nights."),
  LONG_SHORT_BREAK(
      "365", Outcome.WARNED, "A short break (V3) lasts {nights} nights; it may last 17. Used."),
  LONG_TEMPORARY(
      "375 to 377, 379",
      Outcome.WARNED,
      "A temporary placement ({code}) lasts {nights} nights, more than it may. Used."),
  NO_WAY_BACK(
      "383",
      Outcome.WARNED,
      "After a temporary placement the child does not go back to the usual one. A new placement starts on {day}."),
  LEGAL_CHANGE_WITH_MOVE(
      "434",
      Outcome.WARNED,
      "RNE L is for legal status only, but the placement differs from the one before. Taken as the same carer."),
  BIRTH_CHANGED("203", Outcome.REPAIRED, "The returns differ in DOB. The latest is used."),
  SEX_CHANGED("202", Outcome.REPAIRED, "The returns differ in SEX. The latest is used."),
  NO_HEADER(
      "INT03",
      Outcome.WARNED,
      "The child is in episodes but not in header. Costed; age and sex are not known."),
  ADOPTED_WITHOUT_AD1(
      "602",
      Outcome.WARNED,
      "The child was adopted, but table AD1 has no row. Decision and match are not known."),
  AD1_WITHOUT_ADOPTION(
      "601",
      Outcome.WARNED,
      "Table AD1 has the child, but no episode ends with an adoption. Used for its dates only."),
  MISSING_OUTSIDE_CARE(
      "574 to 581",
      Outcome.WARNED,
      "The child was missing on {day} outside any episode. An event, no nights.");

  /** What a finding comes to. */
  public enum Outcome {
    /** Used as it is, and said. */
    WARNED,
    REPAIRED,
    MERGED,
    REJECTED
  }

  private final String number;
  private final Outcome outcome;
  private final String sentence;

  Rule(String number, Outcome outcome, String sentence) {
    this.number = number;
    this.outcome = outcome;
    this.sentence = sentence;
  }

  /** The number or numbers of the DfE; empty if it is not theirs. */
  public String number() {
    return number;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** As it is written in files and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is wrong and what is done, without days and numbers. */
  public String inGeneral() {
    return sentence
        .replace("Read as {code}", "Read as the code that is meant")
        .replace(" ({code})", "")
        .replace(" {code}", "")
        .replace("on {day}", "on a day")
        .replace("on {to}", "on a day")
        .replace("of {day}", "of a day")
        .replace("{nights}", "some");
  }

  /** What is wrong and what was done, in words. */
  String sentence() {
    return sentence;
  }
}
