package org.homeward.cli;

import java.nio.file.Path;
import java.util.List;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What can be done from the command line. */
@Command(
    name = "homeward",
    description = "What each road to a permanent home for a child in care costs, and why.",
    mixinStandardHelpOptions = true,
    version = "Homeward 0.1.0",
    subcommands = {SurveyCommands.class, CohortCommands.class, Rehearsal.class})
public final class Commands {

  /** The exit status where a file or a question was refused. */
  static final int REFUSED = 1;

  @Option(
      names = "--home",
      scope = ScopeType.INHERIT,
      defaultValue = "${sys:homeward.home:-.}",
      description = "Folder of the catalogue (default: ${DEFAULT-VALUE})")
  Path home = Path.of(".");

  @Option(
      names = "--port",
      scope = ScopeType.INHERIT,
      defaultValue = "${env:PORT:-8080}",
      description = "Port of the service, where it runs (default: ${DEFAULT-VALUE})")
  int port;

  private Commands() {}

  /** Whether these arguments are for the command line rather than the service. */
  public static boolean areMeant(String[] args) {
    return args.length > 0
        && List.of("survey", "cohort", "rehearse", "--help", "--version").contains(args[0]);
  }

  /** Runs a command; what it returns is the status that the process should end with. */
  public static int run(String[] args) {
    return line().execute(args);
  }

  static CommandLine line() {
    return new CommandLine(new Commands())
        .setExecutionExceptionHandler(
            (thrown, line, parsed) -> {
              for (Throwable t = thrown; t != null; t = t.getCause()) {
                if (t instanceof InputException refused) {
                  tell(line, refused.problems());
                  return REFUSED;
                }
              }
              throw thrown;
            });
  }

  static void tell(CommandLine line, List<Problem> problems) {
    problems.forEach(p -> line.getErr().println("  " + p));
    line.getErr().flush();
  }
}
