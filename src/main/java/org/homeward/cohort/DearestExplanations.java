package org.homeward.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.Explanation;
import org.homeward.explanation.ExplanationCalculator;
import org.homeward.explanation.Measure;
import org.homeward.explanation.Rule;
import org.homeward.pathway.Component;
import org.homeward.pathway.Ledger;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.Format;
import org.homeward.quantity.Provenance;
import org.homeward.returns.ChildHistories;
import org.jspecify.annotations.Nullable;

/**
 * Explains the share of the fees of a cohort that goes on its dearest placements: the fees of each
 * of them, line by line, and those of all placements by nights at each fee.
 */
public final class DearestExplanations {

  /** The addresses of the figures. */
  public static final String SHARE = "share";

  public static final String SPEND = "spend";
  public static final String ON_DEAREST = "spend-on-dearest";

  private final CompiledBook book;
  private final ChildHistories histories;
  private final ChildFees fees;
  private final boolean keepsBack;

  /**
   * @param keepsBack whether small numbers are: then single placements and the nights at each fee
   *     are not told apart
   */
  public DearestExplanations(
      CompiledBook book, ChildHistories histories, ChildFees fees, boolean keepsBack) {
    this.book = book;
    this.histories = histories;
    this.fees = fees;
    this.keepsBack = keepsBack;
  }

  /**
   * @param all what the cohort costs in the days that are asked about, fees apart
   * @throws InputException about {@code figure}, if there is none or it tells of few children
   */
  public Explanation of(String figure, DearestPlacementsCalculator.Result result, CohortCosts all) {
    if (keepsBack && result.tellsOfFew(Suppression.MOST)) {
      throw new InputException(
          Problem.of(
              "figure",
              figure,
              GroupExplanations.OF_FEW,
              "Ask about more placements or children."));
    }
    @Nullable Explanation made =
        switch (figure) {
          case SPEND -> spend(result, all);
          case ON_DEAREST -> onDearest(result, all);
          case SHARE -> share(result, all);
          default -> null;
        };
    if (made == null) {
      throw new InputException(
          Problem.of(
              "figure",
              figure,
              "There is no such figure of the dearest placements.",
              "Use share, spend or spend-on-dearest."));
    }
    return made.at(figure);
  }

  private Explanation share(DearestPlacementsCalculator.Result result, CohortCosts all) {
    return result.share().spend().value() == 0
        ? Explanation.of("Nothing was spent", Measure.SHARE, Rule.SUM, List.of())
        : Explanation.of(
                "Share of the fees that goes on the dearest placements",
                Measure.SHARE,
                Rule.QUOTIENT,
                onDearest(result, all).at(ON_DEAREST),
                spend(result, all).at(SPEND))
            .counted(result.share().share());
  }

  private Explanation spend(DearestPlacementsCalculator.Result result, CohortCosts all) {
    Explanation placement =
        new GroupExplanations(book, keepsBack).find(all.all(), Component.PLACEMENT.code());
    return (placement == null ? Explanation.of("", Measure.POUNDS, Rule.SUM, List.of()) : placement)
        .named("Fees of all placements")
        .counted(result.share().spend().pounds());
  }

  private Explanation onDearest(DearestPlacementsCalculator.Result result, CohortCosts all) {
    String label = "Fees of the " + result.dearest().size() + " dearest placements";
    if (keepsBack) {
      return Explanation.input(
              label,
              Measure.POUNDS,
              result.share().spendOnDearest().pounds(),
              new Provenance("the fees of the cost book", spend(result, all).illustrative(), ""))
          .noting("single placements are not told apart");
    }
    ChildLedgerCalculator ledgers = new ChildLedgerCalculator(book, histories, fees);
    List<Explanation> placements = new ArrayList<>();
    for (DearestPlacementsCalculator.Placement placement : result.dearest()) {
      placements.add(
          placement(placement, ledgers.calculate(placement.child(), placement.days()))
              .counted(placement.spend().pounds()));
    }
    return Explanation.of(label, Measure.POUNDS, Rule.SUM, placements);
  }

  private Explanation placement(DearestPlacementsCalculator.Placement placement, Ledger ledger) {
    Ledger paid =
        new Ledger(
            ledger.span(),
            ledger.lines().stream().filter(l -> l.component() == Component.PLACEMENT).toList());
    String child = Objects.toString(histories.child(placement.child()).pseudonym());
    return new ExplanationCalculator(book)
        .total(
            Format.title(placement.type().code())
                + " from "
                + Format.date(placement.days().from())
                + ", child "
                + child,
            paid,
            "children/" + child + "/" + placement.days().from() + "/");
  }
}
