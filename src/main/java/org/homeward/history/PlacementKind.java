package org.homeward.history;

import java.util.Arrays;

/**
 * Placement type, provider, area and legal status as one small number, so that what is known about
 * a kind of placement is found in an array and not by searching.
 */
public final class PlacementKind {

  private static final PlacementType[] TYPES = PlacementType.values();
  private static final Provider[] PROVIDERS = Provider.values();
  private static final Area[] AREAS = Area.values();
  private static final LegalStatus[] STATUSES = LegalStatus.values();

  private static final int PROVIDER = bits(TYPES.length);
  private static final int AREA = PROVIDER + bits(PROVIDERS.length);
  private static final int STATUS = AREA + bits(AREAS.length);

  /** The types from here on are homes after care. */
  private static final int NOT_LOOKED_AFTER =
      (int) Arrays.stream(TYPES).filter(PlacementType::isLookedAfter).count();

  /** Every kind is from 0 and below this; not every such number is a kind. */
  public static final int BOUND = 1 << (STATUS + bits(STATUSES.length));

  private PlacementKind() {}

  public static int of(PlacementType type, Provider provider, Area area, LegalStatus status) {
    return type.ordinal()
        | provider.ordinal() << PROVIDER
        | area.ordinal() << AREA
        | status.ordinal() << STATUS;
  }

  public static PlacementType type(int kind) {
    return TYPES[field(kind, 0, PROVIDER)];
  }

  public static Provider provider(int kind) {
    return PROVIDERS[field(kind, PROVIDER, AREA)];
  }

  public static Area area(int kind) {
    return AREAS[field(kind, AREA, STATUS)];
  }

  public static LegalStatus legalStatus(int kind) {
    return STATUSES[kind >>> STATUS];
  }

  /** As {@link PlacementType#isLookedAfter}. */
  public static boolean isLookedAfter(int kind) {
    return field(kind, 0, PROVIDER) < NOT_LOOKED_AFTER;
  }

  private static int field(int kind, int from, int to) {
    return (kind >>> from) & ((1 << (to - from)) - 1);
  }

  /** The bits that hold as many values. */
  private static int bits(int values) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(values - 1);
  }
}
