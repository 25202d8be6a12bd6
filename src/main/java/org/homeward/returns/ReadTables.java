package org.homeward.returns;

import java.util.List;
import java.util.stream.IntStream;
import org.homeward.quantity.DateSpan;

/**
 * Everything that was read of a load.
 *
 * @param files names by number, as findings name them
 * @param authorities names by number
 * @param homeDistricts by authority: the postcode districts of the children's homes
 * @param findings from reading, with {@link ChildIds numbers} of children
 */
public record ReadTables(
    List<String> files,
    List<TableRows> tables,
    List<String> authorities,
    List<Districts> homeDistricts,
    ChildIds ids,
    List<Findings> findings,
    List<ReturnYears> years) {

  /** Finds out which returns of each authority are held: those with an episodes table. */
  public static ReadTables of(
      List<String> files,
      List<TableRows> tables,
      List<String> authorities,
      List<Districts> homeDistricts,
      ChildIds ids,
      List<Findings> findings) {
    List<ReturnYears> years = authorities.stream().map(a -> new ReturnYears()).toList();
    for (TableRows table : tables) {
      if (table instanceof EpisodeRows) {
        for (int run = 0; run < table.runs(); run++) {
          if (table.yearOfRun(run) > 0) {
            years.get(table.authorityOfRun(run)).add(table.yearOfRun(run));
          }
        }
      }
    }
    return new ReadTables(files, tables, authorities, homeDistricts, ids, findings, years);
  }

  /**
   * For each authority the latest years, one after another, whose reviews are held: in them no
   * review was held that is not among the rows. Empty where there are none.
   */
  List<DateSpan> reviewed() {
    List<ReturnYears> reviews = authorities.stream().map(a -> new ReturnYears()).toList();
    for (TableRows table : tables) {
      if (table.table() == Table.REVIEWS) {
        for (int run = 0; run < table.runs(); run++) {
          reviews.get(table.authorityOfRun(run)).add(table.yearOfRun(run));
        }
      }
    }
    return IntStream.range(0, reviews.size())
        .mapToObj(a -> reviews.get(a).latestRunWithin(years.get(a)))
        .toList();
  }

  /** Whether there is a table of this kind. */
  boolean holds(Table kind) {
    return tables.stream().anyMatch(t -> t.table() == kind && t.size() > 0);
  }
}
