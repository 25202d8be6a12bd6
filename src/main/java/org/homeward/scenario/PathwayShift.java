package org.homeward.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.homeward.history.Event;
import org.homeward.history.Leg;
import org.homeward.pathway.Pathway;
import org.homeward.quantity.DateSpan;

/**
 * A pathway whose days are moved: a leg that lasts longer moves all that comes after it by as many
 * days, and what a shorter one cuts off falls on its end; what then lies behind the horizon is cut
 * off, and the last leg still lasts to it.
 */
final class PathwayShift {

  private final Pathway pathway;
  private final IntUnaryOperator moved;

  private PathwayShift(Pathway pathway, IntUnaryOperator moved) {
    this.pathway = pathway;
    this.moved = moved;
  }

  /** With leg {@code n}, from 0, lasting so many days. */
  static Pathway length(Pathway pathway, int n, int days) {
    DateSpan leg = pathway.trunk().legs().get(n).leg().span();
    int by = days - leg.days();
    int end = leg.toDay() + by;
    return new PathwayShift(
            pathway,
            day -> day >= leg.toDay() ? day + by : day > leg.fromDay() ? Math.min(day, end) : day)
        .shifted();
  }

  /**
   * With leg {@code n}, from 0, beginning so many days after the start; the leg before it lasts
   * until then, and nothing else moves.
   *
   * @throws IllegalArgumentException if that is not inside the two legs
   */
  static Pathway start(Pathway pathway, int n, int days) {
    List<Pathway.PathwayLeg> legs = new ArrayList<>(pathway.trunk().legs());
    Pathway.PathwayLeg before = legs.get(n - 1);
    Pathway.PathwayLeg leg = legs.get(n);
    int day = pathway.span().fromDay() + days;
    if (day <= before.leg().span().fromDay() || day >= leg.leg().span().toDay()) {
      throw new IllegalArgumentException(
          "The leg must begin after the one before it has begun, and before it ends itself.");
    }
    legs.set(n - 1, with(before, new DateSpan(before.leg().span().fromDay(), day)));
    legs.set(n, with(leg, new DateSpan(day, leg.leg().span().toDay())));
    Pathway.Strand trunk = pathway.trunk();
    return with(
        pathway,
        new Pathway.Strand(legs, trunk.events(), trunk.supports(), trunk.oneOffs()),
        pathway.branchDay(),
        pathway.branches());
  }

  static Pathway with(
      Pathway p, Pathway.Strand trunk, int branchDay, List<Pathway.Branch> branches) {
    return new Pathway(
        p.id(), p.name(), p.child(), p.span(), trunk, branchDay, branches, p.provenance());
  }

  private Pathway shifted() {
    int horizon = pathway.span().toDay();
    int branchDay =
        pathway.branches().isEmpty()
            ? horizon
            : Math.min(horizon, moved.applyAsInt(pathway.branchDay()));
    List<Pathway.Branch> branches = new ArrayList<>();
    if (branchDay < horizon) {
      for (Pathway.Branch b : pathway.branches()) {
        branches.add(
            new Pathway.Branch(
                b.id(), b.name(), b.probability(), strand(b.strand(), branchDay, horizon)));
      }
    }
    Pathway.Strand trunk = strand(pathway.trunk(), pathway.span().fromDay(), branchDay);
    return with(pathway, trunk, branchDay, branches);
  }

  private Pathway.Strand strand(Pathway.Strand strand, int from, int to) {
    DateSpan span = pathway.span();
    return new Pathway.Strand(
        legs(strand.legs(), from, to),
        strand.events().stream()
            .map(e -> new Event(e.type(), moved.applyAsInt(e.day())))
            .filter(e -> span.contains(e.day()))
            .toList(),
        strand.supports().stream().map(this::support).filter(s -> !s.span().isEmpty()).toList(),
        strand.oneOffs().stream()
            .map(
                o ->
                    new Pathway.OneOff(
                        o.item(), o.name(), moved.applyAsInt(o.day()), o.share(), o.amount()))
            .filter(o -> span.contains(o.day()))
            .toList());
  }

  /** The last leg lasts to the end of its strand, however the others move. */
  private List<Pathway.PathwayLeg> legs(List<Pathway.PathwayLeg> legs, int from, int to) {
    List<Pathway.PathwayLeg> shifted = new ArrayList<>();
    for (int i = 0; i < legs.size(); i++) {
      DateSpan span = legs.get(i).leg().span();
      int begins = Math.max(from, Math.min(to, moved.applyAsInt(span.fromDay())));
      int ends = i + 1 == legs.size() ? to : Math.min(to, moved.applyAsInt(span.toDay()));
      if (begins < ends) {
        shifted.add(with(legs.get(i), new DateSpan(begins, ends)));
      }
    }
    return shifted;
  }

  /** A support that lasts to the horizon still does. */
  private Pathway.Support support(Pathway.Support s) {
    int horizon = pathway.span().toDay();
    int from = Math.min(horizon, moved.applyAsInt(s.span().fromDay()));
    int to =
        s.span().toDay() == horizon
            ? horizon
            : Math.min(horizon, moved.applyAsInt(s.span().toDay()));
    return new Pathway.Support(
        s.item(),
        s.name(),
        new DateSpan(from, Math.max(from, to)),
        s.share(),
        s.fee(),
        s.meansTest());
  }

  private static Pathway.PathwayLeg with(Pathway.PathwayLeg leg, DateSpan days) {
    Leg of = leg.leg();
    return new Pathway.PathwayLeg(
        new Leg(days, of.type(), of.provider(), of.area(), of.legalStatus(), of.sameCarer()),
        leg.name(),
        leg.fee(),
        leg.providerName(),
        leg.extras());
  }
}
