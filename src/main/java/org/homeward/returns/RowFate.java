package org.homeward.returns;

import org.homeward.quantity.Coded;

/** What became of a row. Every row that was read has one fate. */
public enum RowFate implements Coded {
  USED("used"),
  /** It says again what another row says: the same episode in a later return, or an exact copy. */
  MERGED("merged"),
  REPAIRED("repaired"),
  REJECTED("rejected"),
  /** Costs do not rest on it: a table that they do not need, or a child who was not in care. */
  NOT_NEEDED("not-needed");

  private final String code;

  RowFate(String code) {
    this.code = code;
  }

  /** As it is written in files, requests and answers. */
  @Override
  public String code() {
    return code;
  }
}
