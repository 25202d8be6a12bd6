package org.homeward.returns;

import java.util.List;

/** Finds codes that were not in use in the return in which they stand. */
public final class YearCheck {

  private final ReturnCodes codes;
  private final CodeSet<SexCode> sexes;
  private final Findings findings = new Findings();

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
    for (int row = rows.firstOfRun(run); row < rows.endOfRun(run); row++) {
      if (!rows.isRejected(row)) {
        check(codes.newEpisodes(), rows.began[row], Rule.RNE_NOT_OF_THE_YEAR, rows, run, row);
        check(
            codes.legalStatuses(), rows.legalStatus[row], Rule.LS_NOT_OF_THE_YEAR, rows, run, row);
        check(codes.places(), rows.place[row], Rule.PLACE_NOT_OF_THE_YEAR, rows, run, row);
        check(codes.ends(), rows.ended[row], Rule.REC_NOT_OF_THE_YEAR, rows, run, row);
        check(codes.moves(), rows.moved[row], Rule.MOVE_NOT_OF_THE_YEAR, rows, run, row);
      }
    }
  }

  private void persons(PersonRows rows, int run) {
    for (int row = rows.firstOfRun(run); row < rows.endOfRun(run); row++) {
      check(sexes, rows.sexCode[row], Rule.SEX_NOT_OF_THE_YEAR, rows, run, row);
    }
  }

  private <C extends ReturnCode> void check(
      CodeSet<C> set, byte place, Rule rule, TableRows rows, int run, int row) {
    if (place >= 0 && !set.isValid(place, rows.yearOfRun(run))) {
      findings.add(
          rule,
          rows.file(),
          rows.line(row),
          rows.childOfRun(run),
          TableRows.NO_DAY,
          TableRows.NO_DAY,
          0,
          CodeSet.key(set.text(place)));
      findings.setAuthority(rows.authorityOfRun(run));
    }
  }
}
