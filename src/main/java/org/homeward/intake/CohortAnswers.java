package org.homeward.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.homeward.cohort.ChildFees;
import org.homeward.cohort.ChildLedgerCalculator;
import org.homeward.cohort.CohortCostCalculator;
import org.homeward.cohort.CohortCosts;
import org.homeward.cohort.CostCellCalculator;
import org.homeward.cohort.CostCells;
import org.homeward.cohort.CostQuestion;
import org.homeward.cohort.CostTable;
import org.homeward.cohort.DearestExplanations;
import org.homeward.cohort.DearestPlacementsCalculator;
import org.homeward.cohort.MilestoneTable;
import org.homeward.cohort.PlacementMoves;
import org.homeward.costbook.CompiledBook;
import org.homeward.explanation.Explanation;
import org.homeward.pathway.Ledger;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.Pseudonym;
import org.homeward.store.CohortStore;
import org.homeward.store.StoredCohort;
import org.jspecify.annotations.Nullable;

/**
 * Answers about finished cohorts. The histories of the last few are in memory while the service
 * runs; of the others the costs are kept by cell, which answers the same to the penny, by whole
 * calendar months. What was answered once is kept.
 */
public final class CohortAnswers {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Cohorts whose histories stay in memory: England alone is 300 MB. */
  private static final int IN_MEMORY = 3;

  private final CohortStore store;
  private final Function<String, CompiledBook> books;
  private final Map<String, Held> held = new LinkedHashMap<>();

  /** Histories in memory, and the fees and the book that they are costed with. */
  public record Held(ChildHistories histories, ChildFees fees, CompiledBook book) {

    /**
     * Why so much of the fees goes on the dearest placements, as {@link DearestExplanations} has
     * it.
     *
     * @param by the book that costs them
     * @param most how many count as the dearest
     * @param keepsBack whether small numbers are
     * @throws InputException about {@code figure}, if there is none or it tells of few children
     */
    public Explanation dearest(
        CompiledBook by, CostQuestion question, int most, boolean keepsBack, String figure) {
      return new DearestExplanations(by, histories, fees, keepsBack)
          .of(
              figure,
              new DearestPlacementsCalculator(by)
                  .calculate(histories, fees, question.window(), most),
              new CohortCostCalculator(by, CohortLoad.threads())
                  .calculate(
                      histories,
                      fees,
                      question.withFeesApart(),
                      PlacementMoves.NONE,
                      CohortCostCalculator.Progress.NONE));
    }
  }

  CohortAnswers(CohortStore store, Function<String, CompiledBook> books) {
    this.store = store;
    this.books = books;
  }

  void hold(String id, Held made) {
    synchronized (held) {
      held.put(id, made);
      if (held.size() > IN_MEMORY) {
        held.remove(held.keySet().iterator().next());
      }
    }
  }

  void forget(String id) {
    synchronized (held) {
      held.remove(id);
    }
  }

  /** What was read, merged, repaired and rejected. */
  public static CohortReport report(StoredCohort cohort) {
    return read(cohort.report(), CohortReport.class);
  }

  private static <T> T read(String text, Class<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A kept report is damaged", e);
    }
  }

  /** A child of a finished cohort. */
  public Optional<ChildLine> child(String id, String pseudonym) {
    return store.child(id, pseudonym).map(text -> read(text, ChildLine.class));
  }

  /**
   * The answer to a question about a finished cohort.
   *
   * @throws InputException if it is about part of a calendar month and the histories are not in
   *     memory any more
   */
  public CostTable answer(String id, CostsAsked asked) {
    Optional<String> kept = store.costs(id, asked.key());
    if (kept.isPresent()) {
      return CostTableText.read(kept.get());
    }
    Held made = inMemory(id);
    CostTable table = made == null ? fromCells(id, asked) : table(made, asked);
    store.putCosts(id, asked.key(), CostTableText.write(table));
    return table;
  }

  static CohortCosts costs(Held held, CostsAsked asked, CohortCostCalculator.Progress progress) {
    return costs(held, asked.question(held.histories().observed()), progress);
  }

  private static CohortCosts costs(
      Held held, CostQuestion question, CohortCostCalculator.Progress progress) {
    return new CohortCostCalculator(held.book(), CohortLoad.threads())
        .calculate(held.histories(), held.fees(), question, PlacementMoves.NONE, progress);
  }

  private static CostTable table(Held held, CostsAsked asked) {
    return asked.kind() == CostTable.Kind.MILESTONES
        ? MilestoneTable.of(held.histories(), asked.by(), asked.suppress())
        : table(costs(held, asked, CohortCostCalculator.Progress.NONE), held, asked);
  }

  static CostTable table(CohortCosts costs, Held held, CostsAsked asked) {
    return CostTable.of(costs, asked.kind(), held.book().book().hourlyCosts(), asked.suppress());
  }

  private CostTable fromCells(String id, CostsAsked asked) {
    if (asked.kind() == CostTable.Kind.MILESTONES) {
      throw MilestoneTable.refused(asked.by()); // what can be asked is kept
    }
    CompiledBook book = bookOfStored(id);
    CostCells cells = cells(id);
    CohortCosts costs =
        new CostCellCalculator(book, cells)
            .calculate(part -> part(id, part), asked.question(cells.held()));
    return CostTable.of(costs, asked.kind(), book.book().hourlyCosts(), asked.suppress());
  }

  private CostCells cells(String id) {
    return store.cellsHead(id).map(CellsFile::read).orElseThrow(() -> notInMemory(id));
  }

  private CompiledBook bookOfStored(String id) {
    return books.apply(store.find(id).orElseThrow(() -> notInMemory(id)).catalogue());
  }

  /** Costs and the book that they are at, fees told apart. */
  public record Costed(CompiledBook book, CohortCosts costs) {}

  /**
   * What groups of a finished cohort cost, to be explained.
   *
   * @throws InputException if there is no such cohort, or it is about part of a calendar month and
   *     the histories are not in memory any more
   */
  public Costed costed(String id, CostsAsked asked) {
    Held made = inMemory(id);
    if (made != null) {
      CostQuestion question = asked.question(made.histories().observed()).withFeesApart();
      return new Costed(made.book(), costs(made, question, CohortCostCalculator.Progress.NONE));
    }
    CompiledBook book = bookOfStored(id);
    CostCells cells = cells(id);
    return new Costed(
        book,
        new CostCellCalculator(book, cells)
            .calculate(part -> part(id, part), asked.question(cells.held()).withFeesApart()));
  }

  /** The ledger of a child and the book that it is at. */
  public record ChildLedger(CompiledBook book, Ledger ledger) {}

  /**
   * The ledger of a child; none where the histories are not in memory any more, since the day of
   * birth, by which fees go, is not kept.
   */
  public Optional<ChildLedger> ledger(String id, String pseudonym) {
    Held made = inMemory(id);
    if (made == null) {
      return Optional.empty();
    }
    OptionalInt child = made.histories().find(Pseudonym.parse(pseudonym));
    return child.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ChildLedger(
                made.book(),
                new ChildLedgerCalculator(made.book(), made.histories(), made.fees())
                    .calculate(child.getAsInt())));
  }

  private byte @Nullable [] part(String id, int part) {
    byte[] compressed = store.cells(id, part);
    return compressed == null ? null : CellsFile.inflate(compressed);
  }

  /**
   * The histories of a cohort, for what is asked of them but not kept.
   *
   * @throws InputException if there is no such cohort, or they are not in memory any more
   */
  public Held held(String id) {
    Held made = inMemory(id);
    if (made == null) {
      throw notInMemory(id);
    }
    return made;
  }

  /** Whether the histories are in memory: then part months, what-ifs and roads can be asked. */
  public boolean isHeld(String id) {
    return inMemory(id) != null;
  }

  private InputException notInMemory(String id) {
    return new InputException(
        store.find(id).isEmpty()
            ? Problem.of(
                "id", id, "There is no cohort of this id.", "See /api/cohorts for the ids.")
            : Problem.of(
                "cohort",
                id,
                "Its histories are not in memory: it is not finished, or the service was started"
                    + " again.",
                "Wait for it, or send the same files and key to /api/cohorts/"
                    + id
                    + "/histories."));
  }

  private @Nullable Held inMemory(String id) {
    synchronized (held) {
      return held.get(id);
    }
  }
}
