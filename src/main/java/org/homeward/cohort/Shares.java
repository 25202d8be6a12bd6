package org.homeward.cohort;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledProcess;
import org.homeward.quantity.Accrual;

/**
 * The shares in which a child is walked: whole, or a part that stays as it was and a part that
 * lives elsewhere. A line of a share is {@code round(share × exact amount)}, as in the branches of
 * a pathway.
 */
final class Shares {

  static final int WHOLE = 0;
  static final int KEPT = 1;
  static final int MOVED = 2;

  private final CompiledBook book;
  private final List<BigFraction> shares;
  private final List<Map<Accrual, Accrual>> scaled;

  private Shares(CompiledBook book, List<BigFraction> shares) {
    this.book = book;
    this.shares = shares;
    scaled = shares.stream().<Map<Accrual, Accrual>>map(s -> new IdentityHashMap<>()).toList();
  }

  static Shares whole(CompiledBook book) {
    return new Shares(book, List.of(BigFraction.ONE));
  }

  static Shares moving(CompiledBook book, BigFraction moved) {
    return new Shares(book, List.of(BigFraction.ONE, BigFraction.ONE.subtract(moved), moved));
  }

  int count() {
    return shares.size();
  }

  BigFraction at(int share) {
    return shares.get(share);
  }

  Accrual of(int share, Accrual full) {
    return share == WHOLE
        ? full
        : scaled.get(share).computeIfAbsent(full, a -> book.scaled(a, shares.get(share)));
  }

  long pence(int share, CompiledProcess process, int variant) {
    return share == WHOLE
        ? process.pence(variant)
        : process.unitCost(variant).exact().times(shares.get(share)).toPence().value();
  }
}
