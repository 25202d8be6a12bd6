package org.homeward.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.homeward.cohort.ChildFees;
import org.homeward.cohort.CohortCostCalculator;
import org.homeward.cohort.CohortCosts;
import org.homeward.cohort.CostQuestion;
import org.homeward.cohort.CostTable;
import org.homeward.cohort.Dimension;
import org.homeward.cohort.PlacementMoves;
import org.homeward.costbook.CompiledBook;
import org.homeward.costfile.CostFile;
import org.homeward.intake.CohortLoad;
import org.homeward.intake.FindingsFile;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.returnfile.LoadOptions;
import org.homeward.returnfile.ReturnSources;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.MergedReturns;
import org.homeward.returns.Pseudonyms;
import org.homeward.returns.Reconciliation;
import org.homeward.returns.ReturnsMerge;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Cohorts: cost the looked-after returns of a folder. */
@Command(
    name = "cohort",
    description = "Cost the children of looked-after returns (SSDA903).",
    mixinStandardHelpOptions = true)
final class CohortCommands {

  private static final int KEY_BYTES = 24;

  @ParentCommand private @Nullable Commands commands;
  @Spec private @Nullable CommandSpec spec;

  /** Which returns, and how they are read. */
  static final class LoadingOptions {

    @Parameters(paramLabel = "DIR", description = "Folder of the returns, a zip, or one file")
    Path folder = Path.of("");

    @Option(
        names = "--authority",
        description = "Whose returns they are, where no column LA and no folder tells")
    @Nullable String authority;

    @Option(
        names = "--year",
        description = "Return of a file that does not tell, by the year it ends in: a.csv=2024")
    Map<String, Integer> years = new LinkedHashMap<>();

    @Option(
        names = "--small-gap",
        description = "Gap after X1, in days, that is taken as going on (default: 7)")
    int smallGap = ReturnsMerge.SMALL_GAP;

    @Option(
        names = "--key-file",
        description =
            "File with your key for the pseudonyms; else HOMEWARD_KEY, else one for this run only")
    @Nullable Path keyFile;

    LoadOptions options() {
      try {
        return new LoadOptions(authority, years, smallGap);
      } catch (IllegalArgumentException e) {
        throw new InputException(
            Problem.of(
                "--small-gap", smallGap, String.valueOf(e.getMessage()), "Give fewer days."));
      }
    }

    Pseudonyms pseudonyms() {
      try {
        return new Pseudonyms(key());
      } catch (IllegalArgumentException e) {
        throw new InputException(
            Problem.of(
                "--key-file", keyFile, String.valueOf(e.getMessage()), "Give a longer key."));
      }
    }

    private String key() {
      if (keyFile != null) {
        try {
          return Files.readString(keyFile, StandardCharsets.UTF_8);
        } catch (IOException e) {
          throw new InputException(
              Problem.of(
                  "--key-file", keyFile, "There is no file that can be read.", "Check the path."));
        }
      }
      String given = System.getenv("HOMEWARD_KEY");
      if (given != null) {
        return given;
      }
      byte[] random = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(random);
      return HexFormat.of().formatHex(random);
    }
  }

  @Command(
      description = "Read and merge returns, cost every child, and write the sums.",
      mixinStandardHelpOptions = true)
  int cost(
      @CommandLine.Mixin LoadingOptions loading,
      @Option(
              names = "--book",
              description = "Folder of the catalogue to cost with (default: that of --home)")
          @Nullable Path book,
      @Option(
              names = "--by",
              split = ",",
              defaultValue = "placement,need",
              description = "Dimensions with commas (default: ${DEFAULT-VALUE})")
          List<String> by,
      @Option(
              names = "--kind",
              defaultValue = "costs",
              description = "costs, processes or staff (default: ${DEFAULT-VALUE})")
          String kind,
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
            "--kind", kind, "Use costs, processes or staff.", () -> CostTable.Kind.of(kind));
    String name = out.toString();
    CostFile file =
        problems.attempt(
            "--out",
            out,
            "Let its name end in .csv, .xlsx or .parquet.",
            () -> CostFile.of(name.substring(name.lastIndexOf('.') + 1)));
    problems.throwIfAny();
    CompiledBook priced =
        new CompiledBook(
            CatalogueReader.read(CatalogueFolder.read(book == null ? parent().home : book)).book());
    Pseudonyms pseudonyms = loading.pseudonyms();
    CohortLoad load;
    CohortCosts costs;
    ChildFees ownFees;
    try (Bar bar = new Bar();
        ReturnSources sources = sources(loading.folder)) {
      load = CohortLoad.of(sources, loading.options(), pseudonyms, bar::at);
      ownFees = load.fees(fees, "--fees", pseudonyms);
      costs = costs(load, priced, ownFees, dimensions, bar);
    } catch (IOException e) {
      throw new InputException(
          Problem.of("DIR", loading.folder, "It cannot be read.", "Check the path."));
    }
    if (findings != null) {
      writeFindings(findings, load.returns());
    }
    CostTable table =
        CostTable.of(
            costs,
            read == null ? CostTable.Kind.COSTS : read,
            priced.book().hourlyCosts(),
            suppress);
    write(out, (file == null ? CostFile.CSV : file).write(table, notes(priced, by)));
    tell(load.returns(), out);
    tellGaps(ownFees, load.returns().histories());
    return 0;
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

  private static ReturnSources sources(Path folder) throws IOException {
    if (!Files.isReadable(folder)) {
      throw new InputException(
          Problem.of("DIR", folder, "There is nothing here that can be read.", "Check the path."));
    }
    ReturnSources sources = new ReturnSources();
    Path name = folder.getFileName();
    sources.add(name == null ? "" : name.toString(), folder);
    return sources;
  }

  private static CohortCosts costs(
      CohortLoad load, CompiledBook book, ChildFees fees, List<Dimension> by, Bar bar) {
    int children = load.returns().histories().size();
    return new CohortCostCalculator(book, CohortLoad.threads())
        .calculate(
            load.returns().histories(),
            fees,
            CostQuestion.of(by, load.returns().histories().observed()),
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

  /** A bar for each stage, on the error stream, so that answers can be piped. */
  private static final class Bar implements AutoCloseable {

    private @Nullable ProgressBar bar;
    private CohortLoad.@Nullable Stage shown;
    private long costed;

    synchronized void at(CohortLoad.Stage stage, int percent, long count) {
      if (stage != shown) {
        close();
        shown = stage;
        bar =
            new ProgressBarBuilder()
                .setTaskName(stage.code())
                .setInitialMax(100)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
      }
      ProgressBar now = bar;
      if (now != null) {
        now.stepTo(percent);
      }
    }

    synchronized void more(int children, int of) {
      costed += children;
      at(CohortLoad.Stage.COSTING, (int) (100 * costed / Math.max(1, of)), costed);
    }

    @Override
    public synchronized void close() {
      ProgressBar now = bar;
      if (now != null) {
        now.close();
        bar = null;
      }
    }
  }
}
