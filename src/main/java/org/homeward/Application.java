package org.homeward;

import io.micronaut.runtime.Micronaut;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Starts the service; a catalogue that cannot be used is told problem by problem, without a stack
 * trace.
 */
public final class Application {

  private Application() {}

  public static void main(String[] args) {
    try {
      Micronaut.build(args).banner(false).mainClass(Application.class).start();
    } catch (RuntimeException e) {
      InputException refused = refused(e);
      if (refused == null) {
        throw e;
      }
      System.err.println(
          "The catalogue cannot be used; nothing was changed. Mend this and start again:");
      for (Problem problem : refused.problems()) {
        System.err.println("  " + problem);
      }
      System.exit(1);
    }
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
