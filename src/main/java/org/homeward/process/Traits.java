package org.homeward.process;

import java.util.Collection;
import org.homeward.history.Area;
import org.homeward.history.LegalStatus;
import org.homeward.history.Need;
import org.homeward.history.PlacementKind;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;

/**
 * The facts of a case that are one of few kinds – placement type, provider, area, legal status,
 * needs – as bits of a long, so that a condition is two bit operations and not a search: a nation's
 * histories ask it many millions of times.
 */
public final class Traits {

  private static final int PROVIDER = PlacementType.values().length;
  private static final int AREA = PROVIDER + Provider.values().length;
  private static final int LEGAL = AREA + Area.values().length;
  private static final int NEED = LEGAL + LegalStatus.values().length;

  /** Every bit. */
  public static final long ALL = -1L;

  private Traits() {}

  public static long of(PlacementType type) {
    return 1L << type.ordinal();
  }

  public static long of(Provider provider) {
    return 1L << (PROVIDER + provider.ordinal());
  }

  public static long of(Area area) {
    return 1L << (AREA + area.ordinal());
  }

  public static long of(LegalStatus status) {
    return 1L << (LEGAL + status.ordinal());
  }

  public static long of(Need need) {
    return 1L << (NEED + need.ordinal());
  }

  public static long of(Collection<Need> needs) {
    long bits = 0;
    for (Need need : needs) {
      bits |= of(need);
    }
    return bits;
  }

  public static long of(PlacementType type, Provider provider, Area area, LegalStatus status) {
    return of(type) | of(provider) | of(area) | of(status);
  }

  /**
   * @param placement a {@link PlacementKind}
   * @param needs bits of needs by their place
   */
  public static long of(int placement, int needs) {
    return of(PlacementKind.type(placement))
        | of(PlacementKind.provider(placement))
        | of(PlacementKind.area(placement))
        | of(PlacementKind.legalStatus(placement))
        | (long) needs << NEED;
  }

  /**
   * All but the other kinds of the same question: what is permitted when only these placement types
   * are.
   */
  static long only(long bits, int from, int count) {
    long field = ((1L << count) - 1) << from;
    return ~field | bits;
  }

  static long onlyTypes(long bits) {
    return only(bits, 0, PROVIDER);
  }

  static long onlyProviders(long bits) {
    return only(bits, PROVIDER, AREA - PROVIDER);
  }

  static long onlyAreas(long bits) {
    return only(bits, AREA, LEGAL - AREA);
  }

  static long onlyLegal(long bits) {
    return only(bits, LEGAL, NEED - LEGAL);
  }
}
