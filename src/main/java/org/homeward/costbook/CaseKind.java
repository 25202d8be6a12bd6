package org.homeward.costbook;

import java.util.Arrays;
import org.homeward.history.EventType;

/** The processes of a book for one kind of case: all cases of the same traits. */
public final class CaseKind {

  private final ProcessCase[] all;
  private final ProcessCase[][] startedBy;
  private final ProcessCase[] continuous;

  CaseKind(CompiledBook book, long traits) {
    all = book.processes().stream().map(p -> p.given(traits)).toArray(ProcessCase[]::new);
    continuous = possible(book.continuous());
    startedBy = new ProcessCase[EventType.values().length][];
    for (EventType type : EventType.values()) {
      startedBy[type.ordinal()] = possible(book.startedBy(type));
    }
  }

  /** A process by its place in the book. */
  public ProcessCase at(int place) {
    return all[place];
  }

  /** The processes that can run over time, in file order. Not to be changed. */
  public ProcessCase[] continuous() {
    return continuous;
  }

  /** The processes that an event can start, in file order. Not to be changed. */
  public ProcessCase[] startedBy(EventType type) {
    return startedBy[type.ordinal()];
  }

  private ProcessCase[] possible(CompiledProcess[] processes) {
    return Arrays.stream(processes)
        .map(p -> all[p.place()])
        .filter(ProcessCase::possible)
        .toArray(ProcessCase[]::new);
  }
}
