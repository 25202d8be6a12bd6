package org.homeward;

import io.micronaut.context.exceptions.BeanInstantiationException;
import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.servers.Server;
import org.homeward.cli.Commands;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Starts the service, or runs a command; a catalogue that cannot be used is told problem by
 * problem, without a stack trace.
 */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Homeward",
            version = "0.1.0",
            description =
                "What each road to a permanent home for a child in care costs – adoption, special guardianship, foster care, residential care, going home – including the staff time, and why. Amounts are pounds. Many shipped inputs are illustrative; every answer says so.",
            license =
                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
    servers = @Server(url = "http://127.0.0.1:8080"))
public final class Application {

  private Application() {}

  public static void main(String[] args) {
    if (Commands.areMeant(args)) {
      System.exit(Commands.run(args));
    }
    Micronaut.build(args)
        .banner(false)
        .mainClass(Application.class)
        .mapError(BeanInstantiationException.class, Application::tell)
        .start();
  }

  /**
   * Tells what is wrong with a catalogue and ends the program, before the framework tells it in its
   * own way.
   *
   * @return the status to end with, for a failure of another kind
   */
  private static int tell(BeanInstantiationException failure) {
    InputException refused = refused(failure);
    if (refused != null) {
      System.err.println(
          "The catalogue cannot be used; nothing was changed. Mend this and start again:");
      for (Problem problem : refused.problems()) {
        System.err.println("  " + problem);
      }
      System.exit(1);
    }
    return 1;
  }

  private static @Nullable InputException refused(@Nullable Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof InputException refused) {
        return refused;
      }
    }
    return null;
  }
}
