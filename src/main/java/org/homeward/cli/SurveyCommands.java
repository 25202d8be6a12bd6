package org.homeward.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.homeward.intake.Checked;
import org.homeward.intake.Conversion;
import org.homeward.intake.Progress;
import org.homeward.intake.SurveyDesk;
import org.homeward.intake.SurveyFile;
import org.homeward.intake.SurveyForm;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Survey files: check them, load them. */
@Command(
    name = "survey",
    description = "Check and load files of time-use answers.",
    mixinStandardHelpOptions = true)
final class SurveyCommands {

  @ParentCommand private @Nullable Commands commands;
  @Spec private @Nullable CommandSpec spec;

  /** How a file is to be read: needed for a check, too. */
  static final class ReadingOptions {

    @Parameters(paramLabel = "FILE", description = "CSV or XLSX")
    Path file = Path.of("");

    @Option(names = "--method", description = "focus-group, online-survey or event-record")
    @Nullable String method;

    @Option(names = "--from", description = "First day of the collection")
    @Nullable String from;

    @Option(names = "--to", description = "Last day of the collection")
    @Nullable String to;

    @Option(names = "--process", description = "Process of every row, where no column says it")
    @Nullable String process;

    @Option(
        names = "--personal-data-free",
        description = "Columns that are declared free of personal data, with commas between")
    @Nullable String personalDataFree;

    @Option(names = "--ignore-columns", description = "Columns to leave out, with commas between")
    @Nullable String ignoreColumns;

    Map<String, String> fields() {
      Map<String, String> fields = new LinkedHashMap<>();
      put(fields, "method", method);
      put(fields, "from", from);
      put(fields, "to", to);
      put(fields, "process", process);
      put(fields, "personalDataFree", personalDataFree);
      put(fields, "ignoreColumns", ignoreColumns);
      return fields;
    }

    SurveyFile file() {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new InputException(
            Problem.of("FILE", file, "There is no file here that can be read.", "Check the path."));
      }
      Path name = file.getFileName();
      return new SurveyFile(file, name == null ? "" : name.toString());
    }
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  @Command(
      description = "Check a file and keep nothing; ends with 1 if it would be refused.",
      mixinStandardHelpOptions = true)
  int check(
      @Mixin ReadingOptions reading,
      @Option(names = "--marked-up", description = "Write a copy with the problems marked")
          @Nullable Path markedUp) {
    SurveyFile file = reading.file();
    SurveyForm form = new SurveyForm(reading.fields());
    SurveyDesk desk =
        new SurveyDesk(CatalogueReader.read(CatalogueFolder.read(parent().home)), null);
    Checked checked;
    try (Bar bar = new Bar()) {
      checked = desk.check(file, form, bar);
    }
    tell(checked);
    if (markedUp != null) {
      write(desk, file, form, markedUp);
    }
    return checked.isAccepted() ? 0 : Commands.REFUSED;
  }

  @Command(
      description =
          "Load a file, whole or not at all; through the service if it runs, else into the store itself.",
      mixinStandardHelpOptions = true)
  int load(
      @Mixin ReadingOptions reading,
      @Option(names = "--title", description = "What the survey is called", required = true)
          String title,
      @Option(names = "--authority", description = "Whose staff were asked")
          @Nullable String authority,
      @Option(names = "--instrument", description = "How they were asked, as \"paper diary\"")
          @Nullable String instrument,
      @Option(names = "--contact-role", description = "Whom to ask about it: a role, not a name")
          @Nullable String contactRole,
      @Option(names = "--note", description = "What a reader should know") @Nullable String note,
      @Option(
              names = "--price-neutral",
              description = "Whether the answers hold time only: true (default) or false")
          @Nullable String priceNeutral,
      @Option(
              names = "--includes-non-case-related-time",
              description = "The answers count team meetings, training and the like")
          boolean nonCaseRelated,
      @Option(names = "--illustrative", description = "The answers are not observed")
          boolean illustrative) {
    SurveyFile file = reading.file();
    Map<String, String> fields = reading.fields();
    put(fields, "title", title);
    put(fields, "authority", authority);
    put(fields, "instrument", instrument);
    put(fields, "contactRole", contactRole);
    put(fields, "note", note);
    put(fields, "priceNeutral", priceNeutral);
    put(fields, "includesNonCaseRelatedTime", nonCaseRelated ? "true" : null);
    put(fields, "illustrative", illustrative ? "true" : null);
    RunningService service = new RunningService(parent().port);
    String told;
    try (Bar bar = new Bar()) {
      told =
          service.answers()
              ? service.load(file, fields, bar)
              : loadHere(file, new SurveyForm(fields), bar);
    }
    out().println(told);
    out().flush();
    return 0;
  }

  private String loadHere(SurveyFile file, SurveyForm form, Progress progress) {
    return OwnStore.ask(
        parent(),
        context -> {
          SurveyDesk.Outcome outcome = context.getBean(SurveyDesk.class).load(file, form, progress);
          return RunningService.told(
              outcome.fresh(), outcome.survey().id(), outcome.survey().answers());
        });
  }

  private void tell(Checked checked) {
    PrintWriter out = out();
    out.printf(
        "%,d rows, %,d answers, %,d respondents%n",
        checked.rows(), checked.answers(), checked.respondents());
    for (Conversion c : checked.conversions()) {
      out.printf(
          "converted: %s from %s to %s (%s) in %,d cells%n",
          c.column(), c.from(), c.to(), c.factor(), c.cells());
    }
    checked.notes().forEach(n -> out.println("note: " + n));
    out.println(
        checked.isAccepted()
            ? "The file can be loaded."
            : "The file would be refused; problems: " + checked.totalProblems());
    out.flush();
    Commands.tell(line(), checked.told());
  }

  private static void write(SurveyDesk desk, SurveyFile file, SurveyForm form, Path to) {
    try {
      desk.markUp(file, form, to);
    } catch (UncheckedIOException e) {
      throw new InputException(
          Problem.of("--marked-up", to, "No file can be written here.", "Choose another place."));
    }
  }

  private Commands parent() {
    return java.util.Objects.requireNonNull(commands, "set by the command line");
  }

  private CommandLine line() {
    return java.util.Objects.requireNonNull(spec, "set by the command line").commandLine();
  }

  private PrintWriter out() {
    return line().getOut();
  }

  /** A bar for each stage of a load, on the error stream, so that answers can be piped. */
  private static final class Bar implements Progress, AutoCloseable {

    private static final List<Stage> SHOWN = List.of(Stage.CHECKING, Stage.KEEPING);
    private @Nullable ProgressBar bar;
    private @Nullable Stage shown;

    @Override
    public void at(Stage stage, int percent, long rows) {
      if (!SHOWN.contains(stage)) {
        return;
      }
      if (stage != shown) {
        close();
        shown = stage;
        bar =
            new ProgressBarBuilder()
                .setTaskName(stage == Stage.CHECKING ? "Checking" : "Keeping")
                .setInitialMax(100)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
      }
      ProgressBar now = bar;
      if (now != null) {
        now.stepTo(percent);
        now.setExtraMessage(String.format(java.util.Locale.UK, " %,d rows", rows));
      }
    }

    @Override
    public void close() {
      ProgressBar now = bar;
      if (now != null) {
        now.close();
        bar = null;
      }
    }
  }
}
