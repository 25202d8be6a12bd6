package org.homeward.returns;

import java.util.List;

/** Finds codes that were not in use in the return in which they stand. */
public final class YearCheck {

  private final ReturnCodes codes;
  private final CodeSet<SexCode> sexes;
  private final Findings findings = new Findings();

  // For the year that was checked last, by the place of a code.
  private int checked = -1;
  private boolean[] began = {};
  private boolean[] legalStatus = {};
  private boolean[] place = {};
  private boolean[] ended = {};
  private boolean[] moved = {};
  private int sexesChecked = -1;
  private boolean[] sex = {};

  private YearCheck(ReturnCodes codes, CodeSet<SexCode> sexes) {
    this.codes = codes;
    this.sexes = sexes;
  }

  /** Checks every row that can be used; once it is known which return it is of. */
  public static Findings check(List<TableRows> tables, ReturnCodes codes, CodeSet<SexCode> sexes) {
    YearCheck check = new YearCheck(codes, sexes);
    for (TableRows table : tables) {
      for (int run = 0; run < table.runs(); run++) {
        if (table instanceof EpisodeRows episodes) {
          check.episodes(episodes, run);
        } else if (table instanceof PersonRows persons && table.table() == Table.HEADER) {
          check.persons(persons, run);
        }
      }
    }
    return check.findings;
  }

  private void episodes(EpisodeRows rows, int run) {
    int year = rows.yearOfRun(run);
    if (year != checked) {
      checked = year;
      began = codes.newEpisodes().validIn(year);
      legalStatus = codes.legalStatuses().validIn(year);
      place = codes.places().validIn(year);
      ended = codes.ends().validIn(year);
      moved = codes.moves().validIn(year);
    }
    for (int row = rows.firstOfRun(run); row < rows.endOfRun(run); row++) {
      if (!rows.isRejected(row)) {
        check(
            began, codes.newEpisodes(), rows.began[row], Rule.RNE_NOT_OF_THE_YEAR, rows, run, row);
        check(
            legalStatus,
            codes.legalStatuses(),
            rows.legalStatus[row],
            Rule.LS_NOT_OF_THE_YEAR,
            rows,
            run,
            row);
        check(place, codes.places(), rows.place[row], Rule.PLACE_NOT_OF_THE_YEAR, rows, run, row);
        check(ended, codes.ends(), rows.ended[row], Rule.REC_NOT_OF_THE_YEAR, rows, run, row);
        check(moved, codes.moves(), rows.moved[row], Rule.MOVE_NOT_OF_THE_YEAR, rows, run, row);
      }
    }
  }

  private void persons(PersonRows rows, int run) {
    int year = rows.yearOfRun(run);
    if (year != sexesChecked) {
      sexesChecked = year;
      sex = sexes.validIn(year);
    }
    for (int row = rows.firstOfRun(run); row < rows.endOfRun(run); row++) {
      check(sex, sexes, rows.sexCode[row], Rule.SEX_NOT_OF_THE_YEAR, rows, run, row);
    }
  }

  private <C extends ReturnCode> void check(
      boolean[] valid, CodeSet<C> set, byte code, Rule rule, TableRows rows, int run, int row) {
    if (code >= 0 && !valid[code]) {
      findings.add(
          rule,
          rows.file(),
          rows.line(row),
          rows.childOfRun(run),
          TableRows.NO_DAY,
          TableRows.NO_DAY,
          0,
          CodeSet.key(set.text(code)));
      findings.setAuthority(rows.authorityOfRun(run));
    }
  }
}
