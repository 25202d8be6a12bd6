package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.homeward.process.Task;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Pence;
import org.homeward.unitcost.UnitCost;

/**
 * How processes and their tasks look when they travel. Amounts are pounds with two decimals, exact;
 * minutes have two decimals.
 */
final class ProcessResponses {

  private ProcessResponses() {}

  /** A process in a list. */
  @Serdeable
  record ProcessSummary(
      String id,
      String name,
      String group,
      String description,
      BigDecimal unitCost,
      String per,
      String basis,
      boolean illustrative) {}

  /** A process with its tasks, critical path and unit costs. */
  @Serdeable
  record ProcessResponse(
      Stamp stamp,
      String id,
      String name,
      String group,
      String description,
      String source,
      String note,
      List<TaskResponse> tasks,
      List<String> criticalPath,
      int criticalPathWorkingDays,
      Map<String, BigDecimal> minutesByRole,
      LedgerResponses.UnitCostResponse unitCost,
      List<LedgerResponses.UnitCostResponse> variations) {}

  /** A task, with what it costs within the process without variations. */
  @Serdeable
  record TaskResponse(
      String id,
      String name,
      List<String> after,
      BigDecimal share,
      BigDecimal times,
      int elapsedWorkingDays,
      BigDecimal minutes,
      BigDecimal cost) {

    static TaskResponse of(Task task, UnitCost cost) {
      Minutes minutes =
          cost.lines().stream()
              .filter(l -> l.task().equals(task.id()))
              .map(UnitCost.Line::minutes)
              .reduce(Minutes.ZERO, Minutes::plus);
      Pence pence =
          cost.lines().stream()
              .filter(l -> l.task().equals(task.id()))
              .map(UnitCost.Line::pence)
              .reduce(Pence.ZERO, Pence::plus);
      return new TaskResponse(
          task.id(),
          task.name(),
          task.after(),
          task.share(),
          task.times(),
          task.elapsed(),
          minutes.rounded(),
          pence.toPounds());
    }
  }
}
