package org.homeward.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.comparison.Comparison;
import org.homeward.costbook.CostBook;
import org.homeward.pathway.LedgerLine;
import org.homeward.pathway.LineSource;
import org.homeward.quantity.Pence;

/** A comparison in sentences: the answer, what it takes for granted, what in it is illustrative. */
final class ComparisonWords {

  private final Question question;
  private final CostBook book;
  private final Comparison comparison;
  private final List<Comparison.CostedPathway> pathways;

  ComparisonWords(Question question, CostBook book, Comparison comparison) {
    this.question = question;
    this.book = book;
    this.comparison = comparison;
    this.pathways = comparison.pathways();
  }

  /** What was asked, in words. */
  String asked() {
    var first = pathways.get(0).pathway();
    int age = first.child().ageOn(first.span().fromDay());
    return "A child of "
        + age
        + (first.child().needs().isEmpty()
            ? ""
            : " with "
                + String.join(
                    ", ", first.child().needs().stream().map(n -> Format.words(n.code())).toList()))
        + ", from "
        + Format.date(first.span().from())
        + "; costs added up to "
        + until()
        + (pathways.size() == 1 ? "." : "; compared with " + Format.within(first.name()) + ".");
  }

  /** One for each pathway but the baseline; one that states the total where there is no other. */
  List<String> sentences() {
    Comparison.CostedPathway baseline = pathways.get(0);
    if (pathways.size() == 1) {
      return List.of(
          baseline.pathway().name()
              + " costs "
              + Format.wholePounds(baseline.ledger().total())
              + " to "
              + until()
              + ".");
    }
    return pathways.subList(1, pathways.size()).stream()
        .map(other -> sentence(baseline, other))
        .toList();
  }

  private String sentence(Comparison.CostedPathway baseline, Comparison.CostedPathway other) {
    long difference = other.difference().value();
    String compared =
        difference == 0
            ? " costs the same as "
            : " costs "
                + Format.wholePounds(Pence.of(Math.abs(difference)))
                + (difference < 0 ? " less than " : " more than ");
    return other.pathway().name()
        + compared
        + Format.within(baseline.pathway().name())
        + " to "
        + until()
        + settles(baseline, other);
  }

  /** From when on which of the two is the cheaper. */
  private String settles(Comparison.CostedPathway baseline, Comparison.CostedPathway other) {
    for (Comparison.BreakEven even : comparison.breakEvens()) {
      if (even.first().equals(baseline.pathway().id())
          && even.second().equals(other.pathway().id())) {
        if (even.cheaper() == null) {
          return "; neither stays the cheaper.";
        }
        String cheaper =
            even.cheaper().equals(other.pathway().id())
                ? "it"
                : Format.within(baseline.pathway().name());
        return "; "
            + cheaper
            + " is the cheaper "
            + (even.month() == 1
                ? "from the first month on."
                : "from month " + even.month() + " on.");
      }
    }
    return ".";
  }

  private String until() {
    String horizon = question.horizon();
    if (horizon.startsWith("age-")) {
      return "the " + horizon.substring(4) + (horizon.endsWith("21") ? "st" : "th") + " birthday";
    }
    return horizon.endsWith("-months")
        ? "the end of month " + horizon.replace("-months", "")
        : horizon;
  }

  List<String> assumptions() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "All amounts are in "
            + book.priceYear()
            + " prices ("
            + book.index().name()
            + ") unless it is said otherwise. Placement fees and allowances are kept apart from case management, which is staff time at what an hour costs.");
    notes.add(
        "Totals are expected values: where a route branches, or only some families receive a support, each part counts with its chance.");
    notes.add(
        "Discounted totals follow the Green Book ("
            + book.discounts().name()
            + "); money of each year uses the index and, after its last forecast, its last growth.");
    var first = pathways.get(0).pathway();
    if (first.span().toDay() <= first.child().reaches(18)) {
      notes.add(
          "The comparison stops at or before the 18th birthday: leaving care, Staying Put and setting-up costs are left out.");
    }
    for (Comparison.CostedPathway pathway : pathways) {
      String note = pathway.pathway().provenance().note();
      if (!note.isEmpty()) {
        notes.add(pathway.pathway().name() + ": " + note);
      }
    }
    notes.addAll(book.warnings());
    return notes;
  }

  /** Which routes, minutes, fees and prices were chosen to be plausible. */
  List<String> illustrative() {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    for (Comparison.CostedPathway pathway : pathways) {
      if (pathway.pathway().provenance().illustrative()) {
        add(found, "The timings of the routes", Format.within(pathway.pathway().name()));
      }
      for (LedgerLine line : pathway.ledger().lines()) {
        if (line.source().illustrative()) {
          add(found, kind(line.source()), Format.within(name(line)));
        }
      }
    }
    List<String> said = new ArrayList<>();
    found.forEach((kind, names) -> said.add(kind + ": " + String.join("; ", names) + "."));
    return said;
  }

  private static String kind(LineSource source) {
    return source instanceof LineSource.OfProcess
        ? "The minutes or the costs of an hour of these processes"
        : source instanceof LineSource.OfFee
            ? "These placement fees"
            : "These allowances, supports and single costs";
  }

  private static String name(LedgerLine line) {
    return line.source() instanceof LineSource.OfProcess p
        ? p.process().graph().name()
        : line.name();
  }

  private static void add(Map<String, Set<String>> found, String kind, String name) {
    found.computeIfAbsent(kind, k -> new TreeSet<>()).add(name);
  }
}
