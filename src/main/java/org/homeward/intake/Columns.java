package org.homeward.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The columns of a kind of file, found whatever their case, blanks and underscores. */
final class Columns<C extends FileColumn> {

  private final List<C> all;
  private final Map<String, C> byName = new HashMap<>();

  /**
   * @param others what else a column may be called, in lower case without blanks
   */
  Columns(List<C> all, Function<C, List<String>> others) {
    this.all = List.copyOf(all);
    for (C column : all) {
      byName.put(Cells.plain(column.title()), column);
      others.apply(column).forEach(o -> byName.put(o, column));
    }
  }

  /** The column that a header cell names; a marked-up copy has texts after a label, too. */
  Optional<C> find(String header) {
    int colon = header.indexOf(": ");
    C label = colon < 0 ? null : byName.get(Cells.plain(header.substring(0, colon)));
    return label != null && label.kind() == FileColumn.Kind.LABEL
        ? Optional.of(label)
        : Optional.ofNullable(byName.get(Cells.plain(header)));
  }

  List<String> titles() {
    return all.stream().map(C::title).toList();
  }
}
