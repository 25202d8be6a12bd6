package org.homeward.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.homeward.api.CurrentCatalogue;
import org.homeward.cohort.ChildFees;
import org.homeward.cohort.CohortCostCalculator;
import org.homeward.cohort.CohortCosts;
import org.homeward.cohort.CostQuestion;
import org.homeward.cohort.CostTable;
import org.homeward.cohort.Dimension;
import org.homeward.cohort.MilestoneTable;
import org.homeward.cohort.PlacementMoves;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CostBook;
import org.homeward.costfile.CostFile;
import org.homeward.intake.CohortLoad;
import org.homeward.intake.FindingsFile;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.DateSpan;
import org.homeward.returnfile.ReturnSources;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.MergedReturns;
import org.homeward.returns.Pseudonyms;
import org.homeward.returns.Reconciliation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Cohorts: cost the looked-after returns of a folder. */
@Command(
    name = "cohort",
    description = "Cost the children of looked-after returns (SSDA903).",
    mixinStandardHelpOptions = true)
final class CohortCommands {

  @ParentCommand private @Nullable Commands commands;
  @Spec private @Nullable CommandSpec spec;

  @Command(
      description = "Read and merge returns, cost every child, and write the sums.",
      mixinStandardHelpOptions = true)
  int cost(
      @CommandLine.Mixin ReturnOptions loading,
      @Option(
              names = "--book",
              description =
                  "Cost book to cost with: its id, name or hash, or the folder of a catalogue"
                      + " (default: the catalogue of --home)")
          @Nullable String book,
      @Option(
              names = "--by",
              split = ",",
              defaultValue = "placement,need",
              description = "Dimensions with commas (default: ${DEFAULT-VALUE})")
          List<String> by,
      @Option(
              names = "--kind",
              defaultValue = "costs",
              description = "costs, processes, staff or milestones (default: ${DEFAULT-VALUE})")
          String kind,
      @Option(names = "--from", description = "First day of the costs, as 2023-04-01")
          @Nullable LocalDate from,
      @Option(names = "--to", description = "The day after the last, as 2024-04-01")
          @Nullable LocalDate to,
      @Option(names = "--suppress", description = "Keep small numbers back") boolean suppress,
      @Option(names = "--fees", description = "CSV of single children's fees, which win")
          @Nullable Path fees,
      @Option(names = "--findings", description = "Write what was found in the rows as CSV")
          @Nullable Path findings,
      @Option(names = "--out", required = true, description = "costs.csv, .xlsx or .parquet")
          Path out) {
    Problems problems = new Problems();
    List<Dimension> dimensions = dimensions(by, problems);
    CostTable.Kind read =
        problems.attempt(
            "--kind",
            kind,
            "Use costs, processes, staff or milestones.",
            () -> CostTable.Kind.of(kind));
    String name = out.toString();
    CostFile file =
        problems.attempt(
            "--out",
            out,
            "Let its name end in .csv, .xlsx or .parquet.",
            () -> CostFile.of(name.substring(name.lastIndexOf('.') + 1)));
    problems.throwIfAny();
    CompiledBook priced = new CompiledBook(book(book));
    Pseudonyms pseudonyms = loading.pseudonyms();
    CohortLoad load;
    CohortCosts costs;
    ChildFees ownFees;
    try (CohortBar bar = new CohortBar();
        ReturnSources sources = loading.sources()) {
      load = CohortLoad.of(sources, loading.options(), pseudonyms, bar::at);
      ownFees = load.fees(fees, "--fees", pseudonyms);
      DateSpan window = window(from, to, load.returns().histories().observed());
      costs = costs(load, priced, ownFees, CostQuestion.of(dimensions, window), bar);
    } catch (IOException e) {
      throw new InputException(
          Problem.of("DIR", loading.folder, "It cannot be read.", "Check the path."));
    }
    if (findings != null) {
      writeFindings(findings, load.returns());
    }
    CostTable table =
        read == CostTable.Kind.MILESTONES
            ? MilestoneTable.of(load.returns().histories(), dimensions, suppress)
            : CostTable.of(
                costs,
                read == null ? CostTable.Kind.COSTS : read,
                priced.book().hourlyCosts(),
                suppress);
    write(out, (file == null ? CostFile.CSV : file).write(table, notes(priced, by)));
    tell(load.returns(), out);
    tellGaps(ownFees, load.returns().histories());
    return 0;
  }

  /** Of a folder, else of the service that runs, else of the store. */
  private CostBook book(@Nullable String asked) {
    Path folder = asked == null ? parent().home : folder(asked);
    if (folder != null) {
      return CatalogueReader.read(CatalogueFolder.read(folder)).book();
    }
    String named = String.valueOf(asked);
    RunningService service = new RunningService(parent().port);
    return service.answers()
        ? CatalogueReader.read(service.catalogue(named)).book()
        : OwnStore.ask(
            parent(),
            context -> context.getBean(CurrentCatalogue.class).at(named).catalogue().book());
  }

  private static @Nullable Path folder(String asked) {
    try {
      Path path = Path.of(asked);
      return Files.isDirectory(path) ? path : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static List<Dimension> dimensions(List<String> by, Problems problems) {
    List<Dimension> dimensions = new ArrayList<>();
    for (String code : by) {
      Dimension dimension =
          problems.attempt("--by", code, "Use some of these.", () -> Dimension.of(code.strip()));
      if (dimension != null) {
        dimensions.add(dimension);
      }
    }
    return dimensions;
  }

  /** All the years that are held, but for what is said. */
  private static DateSpan window(
      @Nullable LocalDate from, @Nullable LocalDate to, DateSpan observed) {
    LocalDate first = from == null ? observed.from() : from;
    LocalDate end = to == null ? observed.to() : to;
    if (!first.isBefore(end)) {
      throw new InputException(
          Problem.of(
              "--to",
              end,
              "It is not after the first day, " + first + ".",
              "Give a later day, or an earlier --from."));
    }
    return DateSpan.of(first, end);
  }

  private static CohortCosts costs(
      CohortLoad load, CompiledBook book, ChildFees fees, CostQuestion question, CohortBar bar) {
    int children = load.returns().histories().size();
    return new CohortCostCalculator(book, CohortLoad.threads())
        .calculate(
            load.returns().histories(),
            fees,
            question,
            PlacementMoves.NONE,
            done -> bar.more(done, children));
  }

  private static void writeFindings(Path to, MergedReturns merged) {
    StringBuilder text = new StringBuilder();
    new FindingsFile(merged).forEachRemaining(text::append);
    write(to, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Path to, byte[] bytes) {
    try {
      Files.write(to, bytes);
    } catch (IOException e) {
      throw new InputException(
          Problem.of("--out", to, "No file can be written here.", "Choose another place."));
    }
  }

  private static Map<String, String> notes(CompiledBook book, List<String> by) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("By", String.join(", ", by));
    notes.put("Catalogue", book.book().hash());
    notes.put(
        "Illustrative",
        "Minutes, salaries and some fees of the shipped catalogue are illustrative.");
    return notes;
  }

  private void tellGaps(ChildFees fees, ChildHistories histories) {
    PrintWriter to = line().getOut();
    for (ChildFees.Gap gap : fees.gaps(histories)) {
      to.printf(
          "no fee of its own: %s from %s to %s; the fee table holds%n",
          gap.child(), gap.span().from(), gap.span().to());
    }
    fees.withoutHistory(histories)
        .forEach(child -> to.printf("fees of a child that is in no return: %s%n", child));
    to.flush();
  }

  private void tell(MergedReturns merged, Path out) {
    PrintWriter to = line().getOut();
    Reconciliation in = merged.reconciliation();
    to.printf(
        "%,d children read; %,d in care, %,d not, %,d left out%n",
        in.childrenRead(),
        in.childrenWithHistory(),
        in.childrenWithoutEpisodes(),
        in.childrenRejected());
    in.nights()
        .forEach(
            (year, nights) ->
                to.printf(
                    "%d: %,d nights claimed, %,d added, %,d left out, %,d costed%n",
                    year,
                    nights.claimed(),
                    nights.added().values().stream().mapToLong(Long::longValue).sum(),
                    nights.leftOut().values().stream().mapToLong(Long::longValue).sum(),
                    nights.costed()));
    merged
        .findings()
        .counts()
        .forEach(
            (rule, count) ->
                to.printf(
                    "%,d × %s%s: %s%n",
                    count,
                    rule.code(),
                    rule.number().isEmpty() ? "" : " (rule " + rule.number() + ")",
                    rule.inGeneral()));
    to.println("Written: " + out);
    to.flush();
  }

  private Commands parent() {
    return Objects.requireNonNull(commands, "set by the command line");
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec, "set by the command line").commandLine();
  }
}
