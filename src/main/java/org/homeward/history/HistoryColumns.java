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
  private int[] from = new int[8];
  private int[] to = new int[8];
  private int[] kind = new int[8];

  /** What a leg is among the others: some of the bits below. */
  private int[] part = new int[8];

  private static final int LOOKED_AFTER = 1;
  private static final int STARTS_CARE = 2;
  private static final int ENDS_CARE = 4;
  private static final int STARTS_PLACEMENT = 8;

  private int events;
  private int[] eventDay = new int[8];
  private EventType[] eventType = new EventType[8];

  /** Bits of the types of event that there are. */
  private int eventTypes;

  private int recordsFrom = Integer.MIN_VALUE;
  private int recordsTo = Integer.MAX_VALUE;

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
    if (from >= to || (!first && from < this.to[legs - 1])) {
      throw misplaced(from, to);
    }
    if (legs == this.kind.length) {
      growLegs();
    }
    boolean lookedAfter = PlacementKind.isLookedAfter(kind);
    boolean adjoins = !first && from == this.to[legs - 1];
    boolean lookedAfterBefore = adjoins && (part[legs - 1] & LOOKED_AFTER) != 0;
    int here = lookedAfter ? LOOKED_AFTER | ENDS_CARE : 0;
    if (lookedAfter && lookedAfterBefore) {
      part[legs - 1] &= ~ENDS_CARE;
    } else if (lookedAfter) {
      here |= STARTS_CARE;
    }
    if (!adjoins || !sameCarer || lookedAfter != lookedAfterBefore) {
      here |= STARTS_PLACEMENT;
    }
    this.from[legs] = from;
    this.to[legs] = to;
    this.kind[legs] = kind;
    part[legs] = here;
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

  /** Takes over a history, in place of what was there. */
  public void set(CareHistory history) {
    Child child = history.child();
    begin(child.birthDay(), child.needs().isEmpty() ? 0 : bits(child.needs()));
    List<Leg> legs = history.legs();
    for (int i = 0; i < legs.size(); i++) {
      Leg leg = legs.get(i);
      int kind = PlacementKind.of(leg.type(), leg.provider(), leg.area(), leg.legalStatus());
      addLeg(leg.span().fromDay(), leg.span().toDay(), kind, leg.sameCarer());
    }
    List<Event> events = history.events();
    for (int i = 0; i < events.size(); i++) {
      addEvent(events.get(i).type(), events.get(i).day());
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
    return from[leg];
  }

  /** The first epoch day after a leg. */
  public int to(int leg) {
    return to[leg];
  }

  /** Its {@link PlacementKind}. */
  public int kind(int leg) {
    return kind[leg];
  }

  /** Whether the child is looked after in it. */
  public boolean lookedAfter(int leg) {
    return (part[leg] & LOOKED_AFTER) != 0;
  }

  /** Whether it begins a period of care. */
  public boolean startsCare(int leg) {
    return (part[leg] & STARTS_CARE) != 0;
  }

  /** Whether it ends a period of care. */
  public boolean endsCare(int leg) {
    return (part[leg] & ENDS_CARE) != 0;
  }

  /** Whether it is a new placement, and not the one before it under another status. */
  public boolean startsPlacement(int leg) {
    return (part[leg] & STARTS_PLACEMENT) != 0;
  }

  /** How many events there are. */
  public int events() {
    return events;
  }

  /** The epoch day of an event; the events are in order of days. */
  public int eventDay(int event) {
    return eventDay[event];
  }

  public EventType eventType(int event) {
    return eventType[event];
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
    if (events == eventDay.length) {
      eventDay = Arrays.copyOf(eventDay, 2 * events);
      eventType = Arrays.copyOf(eventType, 2 * events);
    }
    int place = events++;
    for (; place > 0 && eventDay[place - 1] > day; place--) {
      eventDay[place] = eventDay[place - 1];
      eventType[place] = eventType[place - 1];
    }
    eventDay[place] = day;
    eventType[place] = type;
    eventTypes |= 1 << type.ordinal();
  }

  private void growLegs() {
    int size = 2 * legs;
    from = Arrays.copyOf(from, size);
    to = Arrays.copyOf(to, size);
    kind = Arrays.copyOf(kind, size);
    part = Arrays.copyOf(part, size);
  }

  private IllegalArgumentException misplaced(int from, int to) {
    String before =
        legs == 0
            ? ""
            : ", and the leg before it ends on " + LocalDate.ofEpochDay(this.to[legs - 1]);
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
