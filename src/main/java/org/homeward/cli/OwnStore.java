package org.homeward.cli;

import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;

/** The store of this machine, opened by a command while no service has it open. */
final class OwnStore {

  /** H2's word for a store that another process has open. */
  private static final int STORE_IS_OPEN = 90020;

  private OwnStore() {}

  /**
   * Asks what is made on the store, and closes it again.
   *
   * @throws InputException if a service that does not answer has it open
   */
  static <T> T ask(Commands commands, Function<ApplicationContext, T> question) {
    try (ApplicationContext context =
        ApplicationContext.builder()
            .properties(Map.of("homeward.home", commands.home.toString()))
            .start()) {
      return question.apply(context);
    } catch (RuntimeException e) {
      if (isOpenElsewhere(e)) {
        throw new InputException(
            Problem.of(
                "store",
                null,
                "The store is in use by a service that does not answer on port "
                    + commands.port
                    + ".",
                "Give its port with --port, or stop it."));
      }
      throw e;
    }
  }

  private static boolean isOpenElsewhere(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && sql.getErrorCode() == STORE_IS_OPEN) {
        return true;
      }
    }
    return false;
  }
}
