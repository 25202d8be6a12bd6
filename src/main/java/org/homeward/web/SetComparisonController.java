package org.homeward.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.api.CurrentCatalogue;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CompiledProcess;
import org.homeward.explanation.BookFigures;
import org.homeward.store.EstimateSetStore;
import org.homeward.timeuse.EstimateSet;
import org.homeward.timeuse.EstimateSetEntry;
import org.homeward.unitcost.UnitCost;
import org.jspecify.annotations.Nullable;

/** Two estimate sets side by side. */
@Hidden
@Controller("/time-data/compare-sets")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SetComparisonController {

  private final CurrentCatalogue current;
  private final EstimateSetStore store;
  private final Pages pages;

  SetComparisonController(CurrentCatalogue current, EstimateSetStore store, Pages pages) {
    this.current = current;
    this.store = store;
    this.pages = pages;
  }

  /** Two published sets, or one beside the set that ships. */
  @Get
  HttpResponse<?> compare(HttpRequest<?> request) {
    return pages.orProblems(
        () -> {
          List<Option> published = new ArrayList<>();
          published.add(Option.of(EstimateSet.SHIPPED, "The surveys that ship"));
          store.list().stream()
              .filter(EstimateSetEntry::isPublished)
              .forEach(e -> published.add(Option.of(e.id(), e.name())));
          Form asked = Form.of(request.getParameters());
          Form form =
              asked
                  .with("first", orElse(asked.value("first"), EstimateSet.SHIPPED))
                  .with(
                      "second",
                      orElse(asked.value("second"), published.get(published.size() - 1).value()));
          Table table =
              comparison(
                  current.bookOn(form.value("first")),
                  BookWhy.ofSet(form.value("first")),
                  current.bookOn(form.value("second")),
                  BookWhy.ofSet(form.value("second")));
          Map<String, Object> model = new HashMap<>();
          model.put("form", form);
          model.put("sets", published);
          model.put("table", table);
          return pages.page(request, "time-data-compare.jte", model, List.of(table));
        });
  }

  /** A published unit cost that stands in has no minutes that could be told. */
  private static @Nullable String told(UnitCost cost, String address) {
    return cost.stated() == null ? address : null;
  }

  private static String orElse(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  private static Table comparison(
      CompiledBook first, BookWhy ofFirst, CompiledBook second, BookWhy ofSecond) {
    List<Table.Row> rows = new ArrayList<>();
    for (CompiledProcess process : first.processes()) {
      UnitCost a = process.unitCost(0);
      UnitCost b = second.process(process.graph().id()).unitCost(0);
      String minutes = BookFigures.minutes(process.graph().id());
      String cost = BookFigures.unitCost(process.graph().id());
      BigDecimal minutesA = a.minutes().rounded();
      BigDecimal minutesB = b.minutes().rounded();
      rows.add(
          Table.Row.of(
              Cell.text(process.graph().name()).to("/processes/" + process.graph().id()),
              Cell.number(minutesA).to(told(a, ofFirst.address(minutes))),
              Cell.number(minutesB).to(told(b, ofSecond.address(minutes))),
              Cell.number(minutesB.subtract(minutesA))
                  .to(told(a, ofSecond.less(minutes, ofFirst, minutes))),
              Cell.pounds(a.perOccurrence()).to(ofFirst.address(cost)),
              Cell.pounds(b.perOccurrence()).to(ofSecond.address(cost)),
              Cell.pounds(b.perOccurrence().minus(a.perOccurrence()))
                  .to(ofSecond.less(cost, ofFirst, cost))));
    }
    return new Table(
        "difference",
        "Minutes and cost of each process",
        List.of(
            "Process",
            "Minutes, first",
            "second",
            "difference",
            "Cost, first",
            "second",
            "difference"),
        rows);
  }
}
