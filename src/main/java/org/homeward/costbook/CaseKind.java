package org.homeward.costbook;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.history.EventType;
import org.homeward.process.CaseNumbers;
import org.homeward.process.Traits;
import org.jspecify.annotations.Nullable;

/**
 * What a book says about one kind of case: all cases of the same placement, legal status and needs.
 */
public final class CaseKind {

  private final CompiledBook book;
  private final FeeBands fees;
  private final ProcessCase[] all;
  private final ProcessCase[][] startedBy;
  private final ScheduledProcesses scheduled;
  private final ProcessCase[] continuous;
  private final boolean asksRecent;
  private final boolean runningAsksPlacements;

  /**
   * By age band; filled when first asked for. Threads may race to fill a place: what they put there
   * is immutable and the same.
   */
  private final @Nullable RunningProcesses[] running;

  /** The same, of what the fees of the placement do not pay for. */
  private final @Nullable RunningProcesses[] unpaid;

  /** Where the placements before change what runs: by age band and numbers. */
  private final Map<RunningKey, RunningProcesses> runningByPlacements = new ConcurrentHashMap<>();

  private record RunningKey(int ageBand, long numbers) {}

  CaseKind(CompiledBook book, int placement, int needs) {
    this.book = book;
    long traits = Traits.of(placement, needs);
    fees = book.fees(placement, book.needsBand(Integer.bitCount(needs)));
    all = book.processes().stream().map(p -> p.given(traits)).toArray(ProcessCase[]::new);
    startedBy = new ProcessCase[EventType.values().length][];
    for (EventType type : EventType.values()) {
      startedBy[type.ordinal()] = possible(book.startedBy(type));
    }
    scheduled = book.shared(Arrays.stream(book.onSchedule()).map(this::at).toList());
    continuous = possible(book.continuous());
    asksRecent = Arrays.stream(all).anyMatch(ProcessCase::asksRecent);
    runningAsksPlacements = Arrays.stream(continuous).anyMatch(ProcessCase::asksPlacements);
    running = new RunningProcesses[book.ages().count()];
    unpaid = new RunningProcesses[running.length];
  }

  /** The fees of its placement. */
  public FeeBands fees() {
    return fees;
  }

  /** A process of the book. */
  public ProcessCase at(CompiledProcess process) {
    return all[process.place()];
  }

  /** The processes that an event can start, in file order. Not to be changed. */
  public ProcessCase[] startedBy(EventType type) {
    return startedBy[type.ordinal()];
  }

  /** The processes that happen on a schedule. */
  public ScheduledProcesses scheduled() {
    return scheduled;
  }

  /** Whether the placements of the last twelve months change anything. */
  public boolean asksRecent() {
    return asksRecent;
  }

  /**
   * The processes that run over time.
   *
   * @param ageBand of {@link CompiledBook#ages}
   * @param placementNumbers sequence and recent placements, as {@link CaseNumbers}
   */
  public RunningProcesses running(int ageBand, long placementNumbers) {
    if (runningAsksPlacements) {
      return runningByPlacements.computeIfAbsent(
          new RunningKey(ageBand, placementNumbers), k -> compile(k.ageBand(), k.numbers()));
    }
    RunningProcesses known = running[ageBand];
    if (known == null) {
      known = shared(compile(ageBand, 0), running);
      running[ageBand] = known;
    }
    return known;
  }

  /** Whether the processes that run over time are the same whatever placements were before. */
  public boolean runsAlike() {
    return !runningAsksPlacements;
  }

  /**
   * Those of the processes that run over time, where they are {@linkplain #runsAlike alike}, that
   * the fees of the placement do not {@linkplain FeeBands#includes pay for}; one object for all
   * ages at which they are the same.
   */
  public RunningProcesses unpaid(int ageBand) {
    RunningProcesses known = unpaid[ageBand];
    if (known == null) {
      known = shared(running(ageBand, 0).without(fees.includes()), unpaid);
      unpaid[ageBand] = known;
    }
    return known;
  }

  /** What is the same at several ages is one object, by which a walk sees that nothing changes. */
  private static RunningProcesses shared(
      RunningProcesses compiled, @Nullable RunningProcesses[] known) {
    for (RunningProcesses other : known) {
      if (other != null && other.isSameAs(compiled)) {
        return other;
      }
    }
    return compiled;
  }

  private RunningProcesses compile(int ageBand, long placementNumbers) {
    return RunningProcesses.of(continuous, book.ages().from(ageBand), placementNumbers);
  }

  private ProcessCase[] possible(CompiledProcess[] processes) {
    return Arrays.stream(processes)
        .map(this::at)
        .filter(ProcessCase::possible)
        .toArray(ProcessCase[]::new);
  }
}
