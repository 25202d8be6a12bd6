package org.homeward.cohort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.problem.Problems;
import org.homeward.quantity.DateSpan;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.ChildView;
import org.homeward.returns.Pseudonym;

/** The fees of single children, by child and in order of days. */
public final class ChildFees {

  public static final ChildFees NONE = new ChildFees(Map.of());

  private final Map<Pseudonym, List<ChildFee>> byChild;

  private ChildFees(Map<Pseudonym, List<ChildFee>> byChild) {
    this.byChild = byChild;
  }

  /**
   * @throws org.homeward.problem.InputException naming every fee without days and every two fees of
   *     one child that overlap
   */
  public static ChildFees of(List<ChildFee> fees) {
    Map<Pseudonym, List<ChildFee>> byChild = new HashMap<>();
    Problems problems = new Problems();
    for (ChildFee fee : fees) {
      if (fee.span().isEmpty()) {
        problems.add(
            "line " + fee.line(),
            fee.span(),
            "The fee has no days.",
            "Give it a later end, or leave it out.");
      }
      byChild.computeIfAbsent(fee.child(), child -> new ArrayList<>()).add(fee);
    }
    byChild.values().forEach(of -> order(of, problems));
    problems.throwIfAny();
    return new ChildFees(byChild);
  }

  private static void order(List<ChildFee> fees, Problems problems) {
    fees.sort(Comparator.comparingInt((ChildFee f) -> f.span().fromDay()));
    for (int i = 1; i < fees.size(); i++) {
      ChildFee before = fees.get(i - 1);
      ChildFee fee = fees.get(i);
      if (fee.span().fromDay() < before.span().toDay()) {
        problems.add(
            "line " + fee.line(),
            fee.span(),
            "The fee starts before the one of line "
                + before.line()
                + " of the same child ends ("
                + before.span().to()
                + "), so a night would be paid twice.",
            "Let the earlier fee end on the day on which the later one starts.");
      }
    }
  }

  public boolean isEmpty() {
    return byChild.isEmpty();
  }

  /** The children who have a fee of their own. */
  public Set<Pseudonym> children() {
    return byChild.keySet();
  }

  /** The fees of one child, in order of days; none for most. */
  List<ChildFee> of(Pseudonym child) {
    return byChild.getOrDefault(child, List.of());
  }

  /**
   * Days of a child who has fees of its own, in a placement but with none of them: the table's
   * hold.
   */
  public record Gap(Pseudonym child, DateSpan span) {}

  /** The gaps of every child who has fees, in the order of the histories. */
  public List<Gap> gaps(ChildHistories histories) {
    List<Gap> gaps = new ArrayList<>();
    FeesOfChild fees = new FeesOfChild();
    ChildView view = histories.view();
    for (int child = 0; child < histories.size(); child++) {
      view.moveTo(child);
      fees.begin(of(view.pseudonym()));
      for (int stay = 0; !fees.isEmpty() && stay < view.stays(); stay++) {
        addGaps(gaps, view, stay, fees);
      }
    }
    return gaps;
  }

  private static void addGaps(List<Gap> gaps, ChildView view, int stay, FeesOfChild fees) {
    int day = view.from(stay);
    while (day < view.to(stay)) {
      int until = Math.min(view.to(stay), fees.until(day));
      if (fees.on(day) == null) {
        add(gaps, new Gap(view.pseudonym(), new DateSpan(day, until)));
      }
      day = until;
    }
  }

  /** A gap that goes on from one stay to the next is one. */
  private static void add(List<Gap> gaps, Gap gap) {
    Gap last = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
    if (last != null
        && last.child().equals(gap.child())
        && last.span().toDay() == gap.span().fromDay()) {
      gaps.remove(gaps.size() - 1);
      gaps.add(new Gap(gap.child(), new DateSpan(last.span().fromDay(), gap.span().toDay())));
    } else {
      gaps.add(gap);
    }
  }

  /** Children who have fees but no history: a number that is mistyped, perhaps. */
  public Set<Pseudonym> withoutHistory(ChildHistories histories) {
    Set<Pseudonym> unknown = new TreeSet<>(byChild.keySet());
    ChildView view = histories.view();
    for (int child = 0; child < histories.size(); child++) {
      view.moveTo(child);
      unknown.remove(view.pseudonym());
    }
    return unknown;
  }
}
