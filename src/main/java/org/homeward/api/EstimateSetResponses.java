package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledProcess;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Pence;
import org.homeward.timeuse.EstimateSet;
import org.homeward.timeuse.EstimateSetEntry;
import org.homeward.timeuse.Method;
import org.homeward.unitcost.UnitCost;
import org.homeward.unitcost.Workload;
import org.jspecify.annotations.Nullable;

/** What is told about estimate sets, and about the staff that their minutes ask for. */
final class EstimateSetResponses {

  private EstimateSetResponses() {}

  /** A draft or a published set. */
  @Serdeable
  record EstimateSetResponse(
      String id,
      String name,
      String note,
      String status,
      List<String> methods,
      List<String> surveys,
      int edition,
      Instant createdAt,
      @Nullable Instant publishedAt,
      @Nullable String sha256) {

    static EstimateSetResponse of(EstimateSetEntry e) {
      return new EstimateSetResponse(
          e.id(),
          e.name(),
          e.note(),
          e.isPublished() ? "published" : "draft",
          e.methods().stream().sorted().map(Method::code).toList(),
          e.surveys(),
          e.edition(),
          e.createdAt(),
          e.publishedAt(),
          e.sha256());
    }
  }

  /** A set with its estimates: of a draft those it would have if it were published now. */
  @Serdeable
  record EstimateSetDetail(EstimateSetResponse set, List<EstimateResponse> estimates) {
    static EstimateSetDetail of(EstimateSetEntry entry, EstimateSet set) {
      return new EstimateSetDetail(
          EstimateSetResponse.of(entry),
          set.timeUse().estimates().stream().map(EstimateResponse::of).toList());
    }
  }

  /** Two sets side by side: what each makes of every process, without variations. */
  @Serdeable
  record EstimateSetComparison(
      EstimateSetStamp first,
      EstimateSetStamp second,
      String priceYear,
      List<ProcessDifference> processes) {

    static EstimateSetComparison of(CompiledBook first, CompiledBook second) {
      List<ProcessDifference> processes = new ArrayList<>();
      for (CompiledProcess process : first.processes()) {
        processes.add(
            ProcessDifference.of(
                process, process.unitCost(0), second.process(process.graph().id()).unitCost(0)));
      }
      return new EstimateSetComparison(
          EstimateSetStamp.of(first.book().estimates()),
          EstimateSetStamp.of(second.book().estimates()),
          first.book().priceYear().toString(),
          processes);
    }
  }

  /** Minutes and pounds of a process under two sets; differences are second less first. */
  @Serdeable
  record ProcessDifference(
      String process,
      String per,
      BigDecimal firstMinutes,
      BigDecimal secondMinutes,
      BigDecimal minutesDifference,
      BigDecimal firstCost,
      BigDecimal secondCost,
      BigDecimal costDifference,
      Map<String, BigDecimal> minutesDifferenceByRole) {

    static ProcessDifference of(CompiledProcess process, UnitCost first, UnitCost second) {
      Map<String, Minutes> a = first.minutesByRole();
      Map<String, Minutes> b = second.minutesByRole();
      Map<String, BigDecimal> byRole = new LinkedHashMap<>();
      TreeSet<String> roles = new TreeSet<>(a.keySet());
      roles.addAll(b.keySet());
      for (String role : roles) {
        byRole.put(
            role,
            b.getOrDefault(role, Minutes.ZERO)
                .rounded()
                .subtract(a.getOrDefault(role, Minutes.ZERO).rounded()));
      }
      BigDecimal one = first.minutes().rounded();
      BigDecimal other = second.minutes().rounded();
      Pence cost = first.perOccurrence();
      return new ProcessDifference(
          process.graph().id(),
          process.graph().trigger() instanceof org.homeward.process.Trigger.Continuous
              ? process.per().code()
              : "occurrence",
          one,
          other,
          other.subtract(one),
          cost.toPounds(),
          second.perOccurrence().toPounds(),
          second.perOccurrence().minus(cost).toPounds(),
          byRole);
    }
  }

  /** Hours and full-time equivalents of each role for so many processes a year. */
  @Serdeable
  record WorkloadResponse(Stamp stamp, List<RoleWorkload> roles) {}

  /** What a role has to do in a year. */
  @Serdeable
  record RoleWorkload(
      String role, BigDecimal hours, BigDecimal workingHoursAYear, BigDecimal fullTimeEquivalents) {
    static RoleWorkload of(Workload.OfRole w) {
      return new RoleWorkload(
          w.role(),
          org.homeward.quantity.Fractions.toDecimal(w.hours(), 2),
          org.homeward.quantity.Fractions.toDecimal(w.workingHours(), 2),
          org.homeward.quantity.Fractions.toDecimal(w.fullTimeEquivalents(), 2));
    }
  }
}
