package org.homeward.pathway;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.homeward.history.Area;
import org.homeward.history.Child;
import org.homeward.history.Event;
import org.homeward.history.EventType;
import org.homeward.history.Leg;
import org.homeward.history.LegalStatus;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * A typical route to a permanent home, with its times counted from the start. Given a child, a
 * start and a horizon it becomes a {@link Pathway}.
 *
 * @param branchAt where it branches; null where it does not
 * @param sources what its shape and timings rest on
 */
public record PathwayTemplate(
    String id,
    String name,
    String description,
    Part trunk,
    @Nullable TimePoint branchAt,
    List<Option> options,
    Provenance provenance,
    List<String> sources) {

  public PathwayTemplate {
    options = List.copyOf(options);
    sources = List.copyOf(sources);
  }

  /** Legs, events, supports and one-off costs of the trunk or of one branch. */
  public record Part(
      List<TemplateLeg> legs,
      List<TemplateEvent> events,
      List<TemplateSupport> supports,
      List<TemplateOneOff> oneOffs) {
    public Part {
      legs = List.copyOf(legs);
      events = List.copyOf(events);
      supports = List.copyOf(supports);
      oneOffs = List.copyOf(oneOffs);
    }
  }

  /** A leg that lasts until the next begins; the last to the horizon. */
  public record TemplateLeg(
      TimePoint from,
      PlacementType type,
      Provider provider,
      Area area,
      LegalStatus legalStatus,
      boolean sameCarer) {}

  public record TemplateEvent(TimePoint at, EventType type) {}

  public record TemplateSupport(String item, TimePoint from, TimePoint to, BigDecimal share) {}

  public record TemplateOneOff(String item, TimePoint at, BigDecimal share) {}

  /** A branch. */
  public record Option(String id, String name, BigDecimal probability, Part part) {}

  /**
   * The pathway of one child: what lies outside {@code [start, horizon)} is cut off; a point given
   * as an age that the child has already reached is at the start.
   *
   * @param area in which placements are, or null to leave the template's
   */
  public Pathway forChild(Child child, int start, int horizon, @Nullable Area area) {
    DateSpan span = new DateSpan(start, horizon);
    TimePoint branching = branchAt;
    int branchDay = branching == null ? horizon : clamp(branching.day(child, start, horizon), span);
    boolean branches = branching != null && branchDay < horizon;
    Resolver resolver = new Resolver(child, span, area);
    List<Pathway.Branch> resolved = new ArrayList<>();
    Pathway.Strand own = resolver.strand(trunk, start, branchDay, null);
    if (branches) {
      Leg last = own.legs().isEmpty() ? null : own.legs().get(own.legs().size() - 1).leg();
      for (Option option : options) {
        resolved.add(
            new Pathway.Branch(
                option.id(),
                option.name(),
                option.probability(),
                resolver.strand(option.part(), branchDay, horizon, last)));
      }
    }
    return new Pathway(id, name, child, span, own, branchDay, resolved, provenance);
  }

  private static int clamp(int day, DateSpan span) {
    return Math.max(span.fromDay(), Math.min(span.toDay(), day));
  }

  /** Turns points in time into days. */
  private record Resolver(Child child, DateSpan span, @Nullable Area area) {

    Pathway.Strand strand(Part part, int from, int to, @Nullable Leg before) {
      return new Pathway.Strand(
          legs(part.legs(), from, to, before),
          events(part.events()),
          supports(part.supports()),
          oneOffs(part.oneOffs()));
    }

    private int day(TimePoint point) {
      return point.day(child, span.fromDay(), span.toDay());
    }

    /**
     * An age point may come before a month point that stands earlier in the list: then the leg it
     * cuts off is left out.
     */
    private List<Pathway.PathwayLeg> legs(
        List<TemplateLeg> legs, int from, int to, @Nullable Leg before) {
      List<Pathway.PathwayLeg> resolved = new ArrayList<>();
      for (int i = 0; i < legs.size(); i++) {
        TemplateLeg leg = legs.get(i);
        int begins = Math.max(from, Math.min(to, day(leg.from())));
        int ends = to;
        for (TemplateLeg later : legs.subList(i + 1, legs.size())) {
          ends = Math.min(ends, Math.max(from, day(later.from())));
        }
        if (begins < ends) {
          Leg days = leg(leg, new DateSpan(begins, ends), resolved.isEmpty() ? before : null);
          resolved.add(new Pathway.PathwayLeg(days, "", null));
        }
      }
      return resolved;
    }

    /** A branch may begin by going on with the trunk's last placement: then it is no new one. */
    private Leg leg(TemplateLeg leg, DateSpan days, @Nullable Leg trunkEnd) {
      Area where = area == null || !leg.type().isLookedAfter() ? leg.area() : area;
      boolean goesOn =
          trunkEnd != null
              && trunkEnd.type() == leg.type()
              && trunkEnd.provider() == leg.provider()
              && trunkEnd.area() == where;
      return new Leg(
          days, leg.type(), leg.provider(), where, leg.legalStatus(), leg.sameCarer() || goesOn);
    }

    private List<Event> events(List<TemplateEvent> events) {
      return events.stream()
          .map(e -> new Event(e.type(), day(e.at())))
          .filter(e -> span.contains(e.day()))
          .sorted(Comparator.comparingInt(Event::day))
          .toList();
    }

    private List<Pathway.Support> supports(List<TemplateSupport> supports) {
      List<Pathway.Support> resolved = new ArrayList<>();
      for (TemplateSupport support : supports) {
        int from = clamp(day(support.from()), span);
        int to = clamp(day(support.to()), span);
        if (from < to) {
          resolved.add(
              new Pathway.Support(
                  support.item(), "", new DateSpan(from, to), support.share(), null, null));
        }
      }
      return resolved;
    }

    private List<Pathway.OneOff> oneOffs(List<TemplateOneOff> oneOffs) {
      return oneOffs.stream()
          .map(o -> new Pathway.OneOff(o.item(), "", day(o.at()), o.share(), null))
          .filter(o -> span.contains(o.day()))
          .toList();
    }
  }
}
