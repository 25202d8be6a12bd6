package org.homeward.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.costbook.CostBook;
import org.homeward.history.Child;
import org.homeward.pathway.LedgerLine;
import org.homeward.pathway.LineSource;
import org.homeward.pathway.Pathway;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Format;
import org.homeward.quantity.Pence;

/**
 * A comparison in sentences: the question, the answer, what it takes for granted, what it leaves
 * out, what in it is illustrative.
 */
public final class ComparisonWords {

  /** What no answer counts. */
  public static final String OTHERS =
      "What schools, health services, courts and other bodies spend on the child is left out, apart from lines that name them as payer; so is what a route is worth to the child, and what it saves later.";

  private final CostBook book;
  private final Comparison comparison;
  private final List<Comparison.CostedPathway> pathways;
  private final Pathway first;

  public ComparisonWords(CostBook book, Comparison comparison) {
    this.book = book;
    this.comparison = comparison;
    pathways = comparison.pathways();
    first = pathways.get(0).pathway();
  }

  /** What was asked. */
  public String asked() {
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
  public List<String> sentences() {
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

  /** The horizon: a birthday, or else the day. */
  private String until() {
    Child child = first.child();
    DateSpan span = first.span();
    int age = child.ageOn(span.toDay());
    return child.reaches(age) == span.toDay()
        ? "the " + age + ordinal(age) + " birthday"
        : Format.date(LocalDate.ofEpochDay(span.toDay()));
  }

  private static String ordinal(int number) {
    boolean teen = number % 100 >= 11 && number % 100 <= 13;
    return teen
        ? "th"
        : switch (number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }

  /** In which prices the answers of a book are. */
  public static String prices(CostBook book) {
    return "All amounts are in "
        + book.priceYear()
        + " prices ("
        + book.index().name()
        + ") unless it is said otherwise. Placement fees and allowances are kept apart from case management, which is staff time at what an hour costs.";
  }

  /** What the answer takes for granted. */
  public List<String> assumptions() {
    List<String> notes = new ArrayList<>();
    notes.add(prices(book));
    notes.add(
        "Totals are expected values: where a route branches, or only some families receive a support, each part counts with its chance.");
    notes.add(
        "Discounted totals follow the Green Book ("
            + book.discounts().name()
            + "); money of each year uses the index and, after its last forecast, its last growth.");
    for (Comparison.CostedPathway pathway : pathways) {
      String note = pathway.pathway().provenance().note();
      if (!note.isEmpty()) {
        notes.add(pathway.pathway().name() + ": " + note);
      }
    }
    notes.addAll(book.warnings());
    return notes;
  }

  /** What is not in the totals. */
  public List<String> leftOut() {
    List<String> notes = new ArrayList<>();
    if (first.span().toDay() <= first.child().reaches(18)) {
      notes.add(
          "The comparison stops at or before the 18th birthday: leaving care, Staying Put and setting-up costs are left out.");
    }
    Set<String> paid = new TreeSet<>();
    for (Comparison.CostedPathway pathway : pathways) {
      for (LedgerLine line : pathway.ledger().lines()) {
        if (line.source() instanceof LineSource.Included included) {
          paid.add(Format.within(included.process().graph().name()));
        }
      }
    }
    if (!paid.isEmpty()) {
      notes.add(
          "A fee or a single cost already pays for some work, which is not counted again: "
              + String.join("; ", paid)
              + ".");
    }
    notes.add(OTHERS);
    return notes;
  }

  /** Which routes, minutes, fees and prices were chosen to be plausible. */
  public List<String> illustrative() {
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
