package org.homeward.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.homeward.cohort.CohortCosts;
import org.homeward.cohort.CohortWhatIf;
import org.homeward.cohort.GroupCosts;
import org.homeward.comparison.ComparisonWords;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.pathway.LineSource;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.Format;

/** A what-if of a cohort alone, as a report. */
public record CohortScenarioReport(CohortEffect effect, Document document) {

  private static final List<String> HOW_TO =
      List.of(
          "Amounts of a cohort are sums over its children, each line rounded to the penny: before and after are numbers, totals and differences formulas. For other inputs ask the service another what-if.");

  /**
   * @param base the book before the changes
   * @param changes what is changed, in sentences
   * @param effects what that does, in sentences
   * @param stamp what the answer was made from, by name
   */
  public static CohortScenarioReport of(
      String title,
      CompiledBook base,
      CohortWhatIf whatIf,
      List<String> changes,
      List<String> effects,
      Map<String, String> stamp) {
    CohortEffect effect = new CohortEffect(whatIf, base.book());
    List<String> question = new ArrayList<>();
    question.add("What would it cost if this were different?");
    question.add(asked(whatIf.base()));
    question.addAll(changes);
    Document document =
        new Document(
            title,
            question,
            effects,
            effect.charts(),
            effect.grids(),
            assumptions(base, whatIf),
            illustrative(base, whatIf),
            sources(base, whatIf.base()),
            leftOut(whatIf.base()),
            stamp);
    return new CohortScenarioReport(effect, document);
  }

  public byte[] workbook() {
    return Sheets.written(
        document.title(),
        book -> {
          Sheets sheets = new Sheets(book);
          AnswerSheet answer = new AnswerSheet(sheets);
          answer.begin(document);
          effect.write(sheets, answer);
          answer.end(document, HOW_TO);
        });
  }

  private static String asked(CohortCosts costs) {
    DateSpan window = costs.question().window();
    return "The children of looked-after returns, from "
        + Format.date(window.from())
        + " to "
        + Format.date(window.to().minusDays(1))
        + (costs.question().afterCare() == null
            ? "."
            : ", with the homes after adoption and special guardianship.");
  }

  private static List<String> assumptions(CompiledBook base, CohortWhatIf whatIf) {
    List<String> notes = new ArrayList<>(List.of(ComparisonWords.prices(base.book())));
    notes.addAll(CohortWhatIf.ASSUMPTIONS);
    notes.add(BeforeAfter.NOTHING_ELSE);
    if (whatIf.base().question().afterCare() != null) {
      notes.add("How many families receive an allowance after care is illustrative.");
    }
    notes.addAll(base.book().warnings());
    return notes;
  }

  /** Work and fees that were chosen to be plausible. */
  private static List<String> illustrative(CompiledBook base, CohortWhatIf whatIf) {
    TreeSet<String> processes = new TreeSet<>();
    Stream.of(whatIf.base(), whatIf.changed())
        .flatMap(CohortScenarioReport::lines)
        .filter(p -> p.process().unitCost(p.variant()).illustrative())
        .forEach(p -> processes.add(Format.within(p.process().graph().name())));
    List<String> said = new ArrayList<>();
    if (!processes.isEmpty()) {
      said.add(
          "The minutes or the costs of an hour of these processes: "
              + String.join("; ", processes)
              + ".");
    }
    long fees =
        base.book().fees().rows().stream().filter(r -> r.provenance().illustrative()).count();
    if (fees > 0) {
      said.add(
          "Of the placement fees of the book "
              + fees
              + " of "
              + base.book().fees().rows().size()
              + ".");
    }
    return said;
  }

  private static Stream<GroupCosts.ProcessLine> lines(CohortCosts costs) {
    return costs.all().lines().stream()
        .filter(GroupCosts.ProcessLine.class::isInstance)
        .map(GroupCosts.ProcessLine.class::cast);
  }

  /** Of the work that was done, and of all fees of the book. */
  private static List<String> sources(CompiledBook base, CohortCosts costs) {
    ExplanationCalculator before = new ExplanationCalculator(base);
    Map<String, Explanation> figures = new TreeMap<>();
    lines(costs)
        .forEach(
            l -> {
              Explanation cost =
                  before.unitCost(new LineSource.OfProcess(l.process(), l.variant()));
              figures.put(cost.key(), cost);
            });
    base.book().fees().rows().forEach(r -> figures.put("fee " + r.label(), before.fee(r)));
    return ComparisonReport.sources(List.copyOf(figures.values()));
  }

  private static List<String> leftOut(CohortCosts costs) {
    List<String> notes = new ArrayList<>();
    for (CohortCosts.Unpriced unpriced : costs.unpriced()) {
      notes.add(
          "Nights for which the book has no fee: "
              + Format.words(unpriced.type().code())
              + ", "
              + Format.words(unpriced.provider().code())
              + ", "
              + Format.words(unpriced.area().code())
              + ".");
    }
    if (costs.question().afterCare() == null) {
      notes.add("What is paid after adoption and special guardianship is left out.");
    }
    notes.add(
        "Children and rows of the returns that were rejected are left out; the findings of the cohort name them.");
    notes.add(ComparisonWords.OTHERS);
    return notes;
  }
}
