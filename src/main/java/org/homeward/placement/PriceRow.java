package org.homeward.placement;

import java.time.LocalDate;
import java.util.List;
import org.homeward.history.Payer;
import org.homeward.process.IntRange;
import org.homeward.quantity.Coded;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/**
 * The price of a support, an allowance or a one-off cost from a day until the next row of the same
 * item and ages.
 *
 * @param per null for a price that is paid once
 * @param includes what the price already pays for
 */
public record PriceRow(
    String item,
    String name,
    Kind kind,
    IntRange age,
    LocalDate from,
    Money amount,
    Rate.@Nullable Per per,
    FinancialYear priceYear,
    List<Inclusion> includes,
    Payer payer,
    Provenance provenance) {

  /** The component of cost that an item belongs to. */
  public enum Kind implements Coded {
    SUPPORT("support"),
    LEGAL("legal"),
    ONE_OFF("one-off");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * A process that the price pays for.
   *
   * @param months for so many months from the day of the payment; 0 for the whole pathway
   */
  public record Inclusion(String process, int months) {}

  /**
   * @throws IllegalArgumentException if the amount is negative
   */
  public PriceRow {
    includes = List.copyOf(includes);
    if (amount.isNegative()) {
      throw new IllegalArgumentException("A price must be zero or more, but was " + amount + ".");
    }
  }

  /** Whether nobody could say which of the two is meant, for some child on some day. */
  boolean clashesWith(PriceRow other) {
    return item.equals(other.item) && from.equals(other.from) && age.intersects(other.age);
  }

  /** The same at another amount. */
  public PriceRow withAmount(Money other) {
    return new PriceRow(
        item, name, kind, age, from, other, per, priceYear, includes, payer, provenance);
  }

  /** The same under another name. */
  public PriceRow withName(String other) {
    return new PriceRow(
        item, other, kind, age, from, amount, per, priceYear, includes, payer, provenance);
  }

  /** The same as another component of cost. */
  public PriceRow withKind(Kind other) {
    return new PriceRow(
        item, name, other, age, from, amount, per, priceYear, includes, payer, provenance);
  }

  /** The same paying for other processes. */
  public PriceRow withIncludes(List<Inclusion> other) {
    return new PriceRow(
        item, name, kind, age, from, amount, per, priceYear, other, payer, provenance);
  }

  /** The same paid by another. */
  public PriceRow withPayer(Payer other) {
    return new PriceRow(
        item, name, kind, age, from, amount, per, priceYear, includes, other, provenance);
  }

  /** For instance {@code adoption-allowance from 2025-04-01}. */
  public String label() {
    String ages = age.equals(IntRange.ANY) ? "" : "/age " + age.from() + " to " + (age.below() - 1);
    return item + ages + " from " + from;
  }
}
