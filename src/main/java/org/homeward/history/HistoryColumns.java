package org.homeward.history;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The facts of one child's time as columns of numbers, to be filled again and again: a cohort of
 * hundreds of thousands of children is walked without an object for any leg or event. The same
 * facts as {@link CareHistory}, by the same rules. For one thread at a time.
 */
public final class HistoryColumns {

  private int birthDay;
  private int needs;

  private int legs;

  /** Leg after leg: its first day, the first day after it, its kind, and its part. */
  private int[] leg;

  private static final int LEG = 4;
  private static final int TO = 1;
  private static final int KIND = 2;

  /** What a leg is among the others: some of the bits below. */
  private static final int PART = 3;

  private static final int LOOKED_AFTER = 1;
  private static final int STARTS_CARE = 2;
  private static final int ENDS_CARE = 4;
  private static final int STARTS_PLACEMENT = 8;

  private int events;

  /** Event after event: its day and its type. */
  private int[] event;

  private static final int EVENT = 2;
  private static final int TYPE = 1;
  private static final EventType[] TYPES = EventType.values();

  /** Bits of the types of event that there are. */
  private int eventTypes;

  private int recordsFrom = Integer.MIN_VALUE;
  private int recordsTo = Integer.MAX_VALUE;

  public HistoryColumns() {
    this(8, 8);
  }

  /** With room for so many legs and events before it has to grow. */
  HistoryColumns(int legs, int events) {
    leg = new int[LEG * legs];
    event = new int[EVENT * events];
  }

  /** The facts of a history that is told in full. */
  static HistoryColumns of(Child child, List<Leg> legs, List<Event> events) {
    HistoryColumns columns = new HistoryColumns(legs.size(), events.size());
    columns.begin(child.birthDay(), bits(child.needs()));
    for (Leg leg : legs) {
      int kind = PlacementKind.of(leg.type(), leg.provider(), leg.area(), leg.legalStatus());
      columns.addLeg(leg.span().fromDay(), leg.span().toDay(), kind, leg.sameCarer());
    }
    events.forEach(e -> columns.addEvent(e.type(), e.day()));
    return columns;
  }

  /**
   * Begins a child: what was there is forgotten.
   *
   * @param birthDay as an epoch day
   * @param needs bits, as {@link #bits}
   */
  public void begin(int birthDay, int needs) {
    this.birthDay = birthDay;
    this.needs = needs;
    legs = 0;
    events = 0;
    eventTypes = 0;
    recordsFrom = Integer.MIN_VALUE;
    recordsTo = Integer.MAX_VALUE;
  }

  /** Needs as bits by their place. */
  public static int bits(Collection<Need> needs) {
    int bits = 0;
    for (Need need : needs) {
      bits |= 1 << need.ordinal();
    }
    return bits;
  }

  /**
   * Adds a leg from an epoch day to, not with, another, after those that are there.
   *
   * @param kind as {@link PlacementKind#of}
   * @param sameCarer as {@link Leg#sameCarer}
   * @throws IllegalArgumentException if it has no days or starts before the leg before it ends
   */
  public void addLeg(int from, int to, int kind, boolean sameCarer) {
    boolean first = legs == 0;
    int here = LEG * legs;
    int before = here - LEG;
    if (from >= to || (!first && from < leg[before + TO])) {
      throw misplaced(from, to);
    }
    if (here == leg.length) {
      leg = Arrays.copyOf(leg, 2 * here + LEG);
    }
    boolean lookedAfter = PlacementKind.isLookedAfter(kind);
    boolean adjoins = !first && from == leg[before + TO];
    boolean lookedAfterBefore = adjoins && (leg[before + PART] & LOOKED_AFTER) != 0;
    int part = lookedAfter ? LOOKED_AFTER | ENDS_CARE : 0;
    if (lookedAfter && lookedAfterBefore) {
      leg[before + PART] &= ~ENDS_CARE;
    } else if (lookedAfter) {
      part |= STARTS_CARE;
    }
    if (!adjoins || !sameCarer || lookedAfter != lookedAfterBefore) {
      part |= STARTS_PLACEMENT;
    }
    leg[here] = from;
    leg[here + TO] = to;
    leg[here + KIND] = kind;
    leg[here + PART] = part;
    legs++;
  }

  /** Adds an event; it takes its place by day, after others of the same day. */
  public void addEvent(EventType type, int day) {
    switch (type) {
      case RECORDS_START -> recordsFrom = day;
      case RECORDS_END -> recordsTo = day;
      default -> insert(type, day);
    }
  }

  /** Birth as an epoch day. */
  public int birthDay() {
    return birthDay;
  }

  /** Needs as bits by their place. */
  public int needs() {
    return needs;
  }

  /** How many legs there are. */
  public int legs() {
    return legs;
  }

  /** The epoch day on which a leg starts. */
  public int from(int leg) {
    return this.leg[LEG * leg];
  }

  /** The first epoch day after a leg. */
  public int to(int leg) {
    return this.leg[LEG * leg + TO];
  }

  /** Its {@link PlacementKind}. */
  public int kind(int leg) {
    return this.leg[LEG * leg + KIND];
  }

  /** Whether the child is looked after in it. */
  public boolean lookedAfter(int leg) {
    return (this.leg[LEG * leg + PART] & LOOKED_AFTER) != 0;
  }

  /** Whether it begins a period of care. */
  public boolean startsCare(int leg) {
    return (this.leg[LEG * leg + PART] & STARTS_CARE) != 0;
  }

  /** Whether it ends a period of care. */
  public boolean endsCare(int leg) {
    return (this.leg[LEG * leg + PART] & ENDS_CARE) != 0;
  }

  /** Whether it is a new placement, and not the one before it under another status. */
  public boolean startsPlacement(int leg) {
    return (this.leg[LEG * leg + PART] & STARTS_PLACEMENT) != 0;
  }

  /** How many events there are. */
  public int events() {
    return events;
  }

  /** The epoch day of an event; the events are in order of days. */
  public int eventDay(int event) {
    return this.event[EVENT * event];
  }

  public EventType eventType(int event) {
    return TYPES[this.event[EVENT * event + TYPE]];
  }

  /** Whether anything of this type happened. */
  public boolean has(EventType type) {
    return (eventTypes & 1 << type.ordinal()) != 0;
  }

  /**
   * The epoch day from which recorded dates are complete; the earliest there is if none is said.
   */
  public int recordsFrom() {
    return recordsFrom;
  }

  /** The first epoch day after that; the latest there is if none is said. */
  public int recordsTo() {
    return recordsTo;
  }

  private void insert(EventType type, int day) {
    int place = EVENT * events++;
    if (place == event.length) {
      event = Arrays.copyOf(event, 2 * place + EVENT);
    }
    for (; place > 0 && event[place - EVENT] > day; place -= EVENT) {
      System.arraycopy(event, place - EVENT, event, place, EVENT);
    }
    event[place] = day;
    event[place + TYPE] = type.ordinal();
    eventTypes |= 1 << type.ordinal();
  }

  private IllegalArgumentException misplaced(int from, int to) {
    String before =
        legs == 0 ? "" : ", and the leg before it ends on " + LocalDate.ofEpochDay(to(legs - 1));
    return new IllegalArgumentException(
        "A leg must have days and start on or after the day on which the one before it ends, but"
            + " was "
            + LocalDate.ofEpochDay(from)
            + " to "
            + LocalDate.ofEpochDay(to)
            + before
            + ".");
  }
}
