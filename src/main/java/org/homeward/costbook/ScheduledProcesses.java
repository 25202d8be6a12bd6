package org.homeward.costbook;

import java.util.List;

/**
 * The scheduled processes of a book for one kind of case. Kinds in which they are the same share
 * one.
 */
public final class ScheduledProcesses {

  private final ProcessCase[] processes;
  private final boolean changeWithPlacement;

  ScheduledProcesses(List<ProcessCase> processes) {
    this.processes = processes.toArray(ProcessCase[]::new);
    changeWithPlacement = processes.stream().anyMatch(p -> p.asksMonths() || p.asksPlacements());
  }

  /** A process by its place among {@link CompiledBook#onSchedule}. */
  public ProcessCase at(int place) {
    return processes[place];
  }

  /** Whether a new placement can change any of them, even where its kind is the same. */
  public boolean changeWithPlacement() {
    return changeWithPlacement;
  }
}
