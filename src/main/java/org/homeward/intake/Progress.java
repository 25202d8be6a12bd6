package org.homeward.intake;

/** Is told how far a load has come. */
public interface Progress {

  Progress NONE = (stage, percent, rows) -> {};

  void at(Stage stage, int percent, long rows);

  /** What is being done. */
  enum Stage {
    WAITING,
    CHECKING,
    KEEPING,
    DONE
  }
}
