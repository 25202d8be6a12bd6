package org.homeward.returnfile;

import java.util.List;
import org.homeward.returns.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a file of a load turned out to be.
 *
 * @param name as its owner knows it
 * @param table null if it is no table of the return: it was left alone
 * @param years the returns that its rows are of, by the year in which each ends
 * @param yearFrom how the return was found out
 * @param authorities whose rows they are
 * @param rows how many were read
 * @param note what else there is to say; empty if nothing
 */
public record FileReport(
    String name,
    @Nullable Table table,
    List<Integer> years,
    YearFrom yearFrom,
    List<String> authorities,
    int rows,
    String note) {

  /** How the return of a file was found out. */
  public enum YearFrom {
    COLUMN("the column YEAR"),
    USER("what was said"),
    DATES("its dates"),
    NAMES("its name, by the way in which the others are named"),
    SIBLING("the episodes beside it"),
    NOT_NEEDED("");

    private final String words;

    YearFrom(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
