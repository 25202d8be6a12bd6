package org.homeward.costbook;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.homeward.placement.PriceRow;
import org.homeward.quantity.Coded;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.PriceIndex;

/**
 * By which index each kind of cost moves between price years: a general one, and others for kinds
 * whose prices are known to go their own way.
 *
 * @param general for every kind without an index of its own
 * @param own by kind
 */
public record PriceIndices(PriceIndex general, Map<Kind, PriceIndex> own) {

  /** What a price is paid for. */
  public enum Kind implements Coded {
    /** Pay and what comes with it: hourly costs, and stated unit costs of work. */
    STAFF("staff"),
    PLACEMENT("placement"),
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

    /** The kind of what is paid for an item. */
    public static Kind of(PriceRow.Kind kind) {
      return switch (kind) {
        case SUPPORT -> SUPPORT;
        case LEGAL -> LEGAL;
        case ONE_OFF -> ONE_OFF;
      };
    }
  }

  public PriceIndices {
    Map<Kind, PriceIndex> inOrder = new EnumMap<>(Kind.class);
    inOrder.putAll(own);
    own = Collections.unmodifiableMap(inOrder);
  }

  /** One index for everything. */
  public static PriceIndices all(PriceIndex general) {
    return new PriceIndices(general, Map.of());
  }

  public PriceIndex of(Kind kind) {
    return own.getOrDefault(kind, general);
  }

  /** An amount in prices of one year, in prices of another: exact. */
  public Money reprice(Kind kind, Money amount, FinancialYear from, FinancialYear to) {
    return of(kind).reprice(amount, from, to);
  }
}
