package org.homeward.pathway;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.homeward.allowance.MeansTest;
import org.homeward.history.CareHistory;
import org.homeward.history.Child;
import org.homeward.history.Event;
import org.homeward.history.Leg;
import org.homeward.problem.Problems;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one child, in days: the trunk, and where it may branch, its alternatives.
 *
 * @param span from the start to, not with, the horizon
 * @param trunk where it branches, its legs end at the branching day
 * @param branchDay the epoch day from which the branches tell how it goes on; the horizon where
 *     there are none
 * @param branches probabilities add up to one
 */
public record Pathway(
    String id,
    String name,
    Child child,
    DateSpan span,
    Strand trunk,
    int branchDay,
    List<Branch> branches,
    Provenance provenance) {

  /**
   * @throws org.homeward.problem.InputException if legs overlap, or probabilities do not add up to
   *     one
   */
  public Pathway {
    branches = List.copyOf(branches);
    Problems problems = new Problems();
    if (!branches.isEmpty()) {
      BigDecimal sum =
          branches.stream().map(Branch::probability).reduce(BigDecimal.ZERO, BigDecimal::add);
      if (sum.compareTo(BigDecimal.ONE) != 0) {
        problems.add(
            "branches",
            sum.toPlainString(),
            "The probabilities of the branches must add up to 1.",
            "Add the missing branch, or mend a probability.");
      }
    }
    problems.throwIfAny();
    history(child, trunk, null);
    branches.forEach(b -> history(child, trunk, b.strand()));
  }

  /** Legs, events, supports and one-off costs of the trunk or of one branch. */
  public record Strand(
      List<PathwayLeg> legs, List<Event> events, List<Support> supports, List<OneOff> oneOffs) {
    public Strand {
      legs = List.copyOf(legs);
      events = List.copyOf(events);
      supports = List.copyOf(supports);
      oneOffs = List.copyOf(oneOffs);
    }
  }

  /**
   * A leg, with its fee where it is stated rather than looked up.
   *
   * @param name for showing, or empty
   * @param fee that wins over the table, its extras included
   * @param providerName whose own fees are looked up first, or null
   * @param extras what is bought on top for this child
   */
  public record PathwayLeg(
      Leg leg,
      String name,
      @Nullable StatedFee fee,
      @Nullable String providerName,
      List<LegExtra> extras) {
    public PathwayLeg {
      extras = List.copyOf(extras);
    }

    /** With nothing bought on top. */
    public PathwayLeg(Leg leg, String name, @Nullable StatedFee fee) {
      this(leg, name, fee, null, List.of());
    }
  }

  /**
   * Something bought on top of a placement, for instance twenty hours of one-to-one care a week.
   *
   * @param quantity how many of it: its price is multiplied by this
   * @param fee null where the fee table has a price of it
   */
  public record LegExtra(String id, BigDecimal quantity, @Nullable StatedFee fee) {

    /**
     * @throws IllegalArgumentException if the quantity is not above 0
     */
    public LegExtra {
      if (quantity.signum() <= 0) {
        throw new IllegalArgumentException(
            "The quantity of "
                + id
                + " must be above 0, but was "
                + quantity.toPlainString()
                + ".");
      }
    }
  }

  /**
   * A support package laid over the legs.
   *
   * @param share of families who receive it, 0 to 1: its cost is an expected value
   * @param fee null where the price list has the item
   * @param meansTest by which the family's contribution is taken off, or null
   */
  public record Support(
      String item,
      String name,
      DateSpan span,
      BigDecimal share,
      @Nullable StatedFee fee,
      @Nullable MeansTest meansTest) {
    public Support {
      checkShare(item, share);
    }

    public Support withShare(BigDecimal other) {
      return new Support(item, name, span, other, fee, meansTest);
    }

    public Support withMeansTest(@Nullable MeansTest other) {
      return new Support(item, name, span, share, fee, other);
    }
  }

  /**
   * A cost that falls on one day.
   *
   * @param amount null where the price list has the item
   */
  public record OneOff(
      String item, String name, int day, BigDecimal share, @Nullable StatedFee amount) {
    public OneOff {
      checkShare(item, share);
    }
  }

  /** One way in which it may go on from the branching day. */
  public record Branch(String id, String name, BigDecimal probability, Strand strand) {
    public Branch {
      checkShare(id, probability);
    }
  }

  /** The plain facts of the trunk, or of the trunk and a branch after it. */
  public CareHistory history(@Nullable Branch branch) {
    return history(child, trunk, branch == null ? null : branch.strand());
  }

  private static CareHistory history(Child child, Strand trunk, @Nullable Strand branch) {
    List<Leg> legs = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    trunk.legs().forEach(l -> legs.add(l.leg()));
    events.addAll(trunk.events());
    if (branch != null) {
      branch.legs().forEach(l -> legs.add(l.leg()));
      events.addAll(branch.events());
    }
    return new CareHistory(child, legs, events);
  }

  private static void checkShare(String what, BigDecimal share) {
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          "The share or probability of "
              + what
              + " must be between 0 and 1, but was "
              + share.toPlainString()
              + ".");
    }
  }
}
