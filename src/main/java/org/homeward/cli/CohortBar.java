package org.homeward.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.homeward.intake.CohortLoad;
import org.jspecify.annotations.Nullable;

/** A bar for each stage, on the error stream, so that answers can be piped. */
final class CohortBar implements AutoCloseable {

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
