package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.homeward.history.Area;
import org.homeward.history.Provider;
import org.homeward.placement.Block;
import org.homeward.placement.FeeRow;
import org.homeward.placement.PriceRow;
import org.homeward.process.IntRange;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/** How fees and prices look when they travel. Amounts are pounds with two decimals, exact. */
final class FeeResponses {

  private FeeResponses() {}

  /** Once, or the stretch of time that an amount is for. */
  static String paid(Rate.@Nullable Per per) {
    return per == null ? "once" : per.code();
  }

  /**
   * A placement fee or extra as stated, in its own price year; ages and needs are from, up to not
   * with; a used placement costs amount + retainer ÷ occupancy.
   */
  @Serdeable
  record FeeResponse(
      String label,
      String placement,
      @Nullable String provider,
      @Nullable String providerName,
      @Nullable String area,
      @Nullable Integer ageFrom,
      @Nullable Integer ageBelow,
      @Nullable Integer needsFrom,
      @Nullable Integer needsBelow,
      @Nullable String extra,
      @Nullable Boolean extraAlways,
      String from,
      @Nullable String to,
      BigDecimal amount,
      String per,
      @Nullable BigDecimal retainer,
      @Nullable BigDecimal occupancy,
      BigDecimal costOfUsed,
      String priceYear,
      List<String> includes,
      String payer,
      boolean illustrative,
      String source,
      String note) {

    static FeeResponse of(FeeRow r) {
      boolean anyAge = r.age().equals(IntRange.ANY);
      IntRange needs = r.kind().needs();
      FeeRow.Extra extra = r.kind().extra();
      Block block = r.block();
      LocalDate to = r.to();
      Provider provider = r.provider();
      Area area = r.area();
      return new FeeResponse(
          r.label(),
          r.type().code(),
          provider == null ? null : provider.code(),
          r.kind().providerName(),
          area == null ? null : area.code(),
          anyAge ? null : r.age().from(),
          anyAge ? null : r.age().below(),
          needs.equals(IntRange.ANY) ? null : needs.from(),
          needs.below() == Integer.MAX_VALUE ? null : needs.below(),
          extra == null ? null : extra.id(),
          extra == null ? null : extra.always(),
          r.from().toString(),
          to == null ? null : to.toString(),
          r.amount().rounded(2),
          paid(r.per()),
          block == null ? null : block.retainer().rounded(2),
          block == null ? null : block.occupancy(),
          r.cost().rounded(2),
          r.priceYear().toString(),
          r.includes().stream().sorted().toList(),
          r.payer().code(),
          r.provenance().illustrative(),
          r.provenance().source(),
          r.provenance().note());
    }
  }

  /** A price as stated, in its own price year; per is once, or a stretch of time. */
  @Serdeable
  record PriceResponse(
      String label,
      String item,
      String name,
      String component,
      @Nullable Integer ageFrom,
      @Nullable Integer ageBelow,
      String from,
      BigDecimal amount,
      String per,
      String priceYear,
      List<String> includes,
      String payer,
      boolean illustrative,
      String source,
      String note) {

    static PriceResponse of(PriceRow r) {
      boolean anyAge = r.age().equals(IntRange.ANY);
      return new PriceResponse(
          r.label(),
          r.item(),
          r.name(),
          r.kind().code(),
          anyAge ? null : r.age().from(),
          anyAge ? null : r.age().below(),
          r.from().toString(),
          r.amount().rounded(2),
          paid(r.per()),
          r.priceYear().toString(),
          r.includes().stream()
              .map(
                  i ->
                      i.months() == 0
                          ? i.process()
                          : i.process() + " for " + i.months() + " months")
              .toList(),
          r.payer().code(),
          r.provenance().illustrative(),
          r.provenance().source(),
          r.provenance().note());
    }
  }
}
