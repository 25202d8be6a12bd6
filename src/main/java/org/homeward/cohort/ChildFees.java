package org.homeward.cohort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.problem.Problems;
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
  public java.util.Set<Pseudonym> children() {
    return byChild.keySet();
  }

  /** The fees of one child, in order of days; none for most. */
  List<ChildFee> of(Pseudonym child) {
    return byChild.getOrDefault(child, List.of());
  }
}
