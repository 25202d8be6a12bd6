package org.homeward.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.costbook.BookEdit;
import org.homeward.costbook.Conventions;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.CostBookEntry;
import org.homeward.drafting.BookDifferences;
import org.homeward.drafting.FileDifference;
import org.homeward.drafting.OpenBook;
import org.homeward.drafting.ParameterHistory;
import org.homeward.history.Payer;
import org.homeward.parameter.BookDiff;
import org.homeward.parameter.CostChange;
import org.homeward.parameter.Difference;
import org.homeward.parameter.PaidEffect;
import org.homeward.parameter.Parameter;
import org.homeward.timeuse.Method;
import org.jspecify.annotations.Nullable;

/** Cost books as they travel. */
final class CostBookResponses {

  private CostBookResponses() {}

  /** A cost book; {@code catalogue} is the hash of its content, null while it is a draft. */
  @Serdeable
  record CostBookResponse(
      String id,
      String name,
      String state,
      String note,
      int edition,
      @Nullable String basedOn,
      String createdAt,
      @Nullable String publishedAt,
      @Nullable String catalogue) {
    static CostBookResponse of(CostBookEntry e) {
      return new CostBookResponse(
          e.id(),
          e.name(),
          e.state().code(),
          e.note(),
          e.edition(),
          e.basedOn(),
          e.createdAt().toString(),
          e.publishedAt() == null ? null : e.publishedAt().toString(),
          e.hash());
    }
  }

  /** How a book answers. */
  @Serdeable
  record ConventionsResponse(
      String priceYear,
      String hourBasis,
      @Nullable String area,
      List<String> methods,
      List<String> statedProcesses,
      String priceIndex,
      Map<String, String> priceIndices,
      String discountSchedule) {
    static ConventionsResponse of(CostBook book, Conventions c) {
      Map<String, String> indices = new LinkedHashMap<>();
      c.indices().forEach((kind, name) -> indices.put(kind.code(), name));
      return new ConventionsResponse(
          book.priceYear().toString(),
          c.hourBasis().code(),
          c.area(),
          c.methods().stream().map(Method::code).toList(),
          List.copyOf(c.statedProcesses()),
          c.index(),
          indices,
          c.discounts());
    }
  }

  /** What became of one number or file. */
  @Serdeable
  record AlterationResponse(String path, @Nullable String before, @Nullable String after) {
    static AlterationResponse of(BookEdit.Alteration a) {
      return new AlterationResponse(a.path(), a.before(), a.after());
    }
  }

  /** One edit. */
  @Serdeable
  record BookEditResponse(
      int edition, String by, String at, String reason, List<AlterationResponse> alterations) {
    static BookEditResponse of(BookEdit e) {
      return new BookEditResponse(
          e.edition(),
          e.by(),
          e.at().toString(),
          e.reason(),
          e.alterations().stream().map(AlterationResponse::of).toList());
    }
  }

  /** A book with its conventions and its edits. */
  @Serdeable
  record CostBookDetail(
      CostBookResponse book,
      ConventionsResponse conventions,
      EstimateSetStamp estimateSet,
      int parameters,
      int illustrativeParameters,
      List<String> files,
      List<String> warnings,
      List<BookEditResponse> edits) {
    static CostBookDetail of(OpenBook book, List<BookEdit> edits) {
      List<Parameter> all = book.parameters().all();
      return new CostBookDetail(
          CostBookResponse.of(book.entry()),
          ConventionsResponse.of(book.book(), book.parameters().inputs().conventions()),
          EstimateSetStamp.of(book.book().estimates()),
          all.size(),
          (int) all.stream().filter(p -> p.provenance().illustrative()).count(),
          List.copyOf(book.files().texts().keySet()),
          book.book().warnings(),
          edits.stream().map(BookEditResponse::of).toList());
    }
  }

  /** A draft after something was loaded into it, and what to know of that. */
  @Serdeable
  record LoadedResponse(CostBookDetail draft, List<String> notes) {
    static LoadedResponse of(OpenBook book, List<BookEdit> edits, List<String> notes) {
      return new LoadedResponse(CostBookDetail.of(book, edits), notes);
    }
  }

  /** One number. */
  @Serdeable
  record ParameterResponse(
      String path,
      String name,
      String unit,
      BigDecimal value,
      @Nullable String priceYear,
      @Nullable String from,
      @Nullable String until,
      String source,
      boolean illustrative,
      String note,
      @Nullable String insteadOf,
      String file) {
    static ParameterResponse of(Parameter p) {
      return new ParameterResponse(
          p.path(),
          p.name(),
          p.unit(),
          p.decimal(),
          p.priceYear() == null ? null : p.priceYear().toString(),
          p.from() == null ? null : p.from().toString(),
          p.until() == null ? null : p.until().toString(),
          p.provenance().source(),
          p.provenance().illustrative(),
          p.provenance().note(),
          p.insteadOf(),
          p.place().file());
    }
  }

  /** Numbers of a book. */
  @Serdeable
  record ParameterList(CostBookResponse book, int count, List<ParameterResponse> parameters) {
    static ParameterList of(OpenBook book, List<Parameter> parameters) {
      return new ParameterList(
          CostBookResponse.of(book.entry()),
          parameters.size(),
          parameters.stream().map(ParameterResponse::of).toList());
    }
  }

  /** The number in another book; the value is null where it was not there. */
  @Serdeable
  record BookValue(String book, @Nullable String publishedAt, @Nullable BigDecimal value) {
    static BookValue of(ParameterHistory.Point p) {
      Parameter of = p.parameter();
      return new BookValue(
          p.book().id(),
          p.book().publishedAt() == null ? null : p.book().publishedAt().toString(),
          of == null ? null : of.decimal());
    }
  }

  /** One number with its values over time, and the books in which it changed. */
  @Serdeable
  record ParameterDetail(
      CostBookResponse book,
      ParameterResponse parameter,
      List<ParameterResponse> series,
      List<BookValue> books) {
    static ParameterDetail of(
        OpenBook book,
        Parameter parameter,
        List<Parameter> series,
        List<ParameterHistory.Point> history) {
      return new ParameterDetail(
          CostBookResponse.of(book.entry()),
          ParameterResponse.of(parameter),
          series.stream().map(ParameterResponse::of).toList(),
          history.stream().map(BookValue::of).toList());
    }
  }

  /** A number in which two books differ; a book that does not have it is left out. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NumberDifference(
      String path,
      String name,
      @Nullable ParameterResponse before,
      @Nullable ParameterResponse after) {
    static NumberDifference of(Difference d) {
      Parameter before = d.before();
      Parameter after = d.after();
      return new NumberDifference(
          d.path(),
          d.name(),
          before == null ? null : ParameterResponse.of(before),
          after == null ? null : ParameterResponse.of(after));
    }
  }

  /**
   * One difference and what it does alone, in pounds: to unit costs by process and, where
   * variations apply, by process and variations; to routes, by template and the age at which they
   * begin; to a used week in each in-house home, by the label of its fee; to a week of the fee that
   * it is of, or to what is paid once. {@code alone} is false where the first book cannot be costed
   * with it alone.
   */
  @Serdeable
  record DifferenceResponse(
      String path,
      String name,
      String kind,
      List<NumberDifference> numbers,
      @Nullable String before,
      @Nullable String after,
      Map<String, BigDecimal> effects,
      Map<String, BigDecimal> variedEffects,
      Map<String, BigDecimal> routeEffects,
      Map<String, BigDecimal> homeEffects,
      @Nullable PaidEffectResponse paid,
      boolean alone) {
    static DifferenceResponse of(BookDiff.Item i) {
      PaidEffect paid = i.paid();
      return new DifferenceResponse(
          i.path(),
          i.name(),
          i.kind().code(),
          i.numbers().stream().map(NumberDifference::of).toList(),
          i.before(),
          i.after(),
          ComparisonResponses.pounds(i.effects(), id -> id),
          ComparisonResponses.pounds(i.variedEffects(), id -> id),
          ComparisonResponses.pounds(i.routeEffects(), id -> id),
          ComparisonResponses.pounds(i.homeEffects(), label -> label),
          paid == null ? null : PaidEffectResponse.of(paid),
          i.alone());
    }
  }

  /** What is paid for a week, or once, before and after; the difference by payer. */
  @Serdeable
  record PaidEffectResponse(
      String per,
      BigDecimal before,
      BigDecimal after,
      BigDecimal difference,
      Map<String, BigDecimal> byPayer) {
    static PaidEffectResponse of(PaidEffect p) {
      return new PaidEffectResponse(
          p.per(),
          p.before().toPounds(),
          p.after().toPounds(),
          p.difference().toPounds(),
          ComparisonResponses.pounds(p.byPayer(), Payer::code));
    }
  }

  /** A unit cost that differs: difference = alone + together, to the penny. */
  @Serdeable
  record UnitCostDifference(
      String process,
      BigDecimal before,
      BigDecimal after,
      BigDecimal difference,
      BigDecimal alone,
      BigDecimal together) {
    static UnitCostDifference of(CostChange c) {
      return new UnitCostDifference(
          c.id(),
          c.before().toPounds(),
          c.after().toPounds(),
          c.difference().toPounds(),
          c.alone().toPounds(),
          c.together().toPounds());
    }
  }

  /**
   * What a route costs to the 18th birthday, where that differs: difference = alone + together.
   *
   * @param route template and age at the start: {@code adoption/2}
   */
  @Serdeable
  record RouteDifference(
      String route,
      BigDecimal before,
      BigDecimal after,
      BigDecimal difference,
      BigDecimal alone,
      BigDecimal together) {
    static RouteDifference of(CostChange c) {
      return new RouteDifference(
          c.id(),
          c.before().toPounds(),
          c.after().toPounds(),
          c.difference().toPounds(),
          c.alone().toPounds(),
          c.together().toPounds());
    }
  }

  /** Lines of a file of the first book, from one on, and those in their place in the second. */
  @Serdeable
  record LinesResponse(int line, List<String> before, List<String> after) {
    static LinesResponse of(FileDifference.Place p) {
      return new LinesResponse(p.line(), p.before(), p.after());
    }
  }

  /** A file in which two books differ: changed, added or removed. */
  @Serdeable
  record FileDifferenceResponse(String path, String kind, List<LinesResponse> lines) {
    static FileDifferenceResponse of(FileDifference f) {
      return new FileDifferenceResponse(
          f.path(), f.kind().code(), f.places().stream().map(LinesResponse::of).toList());
    }
  }

  /**
   * What differs between two books; unit costs also where variations apply; routes from the first
   * day of the first book's price year.
   */
  @Serdeable
  record BookDiffResponse(
      CostBookResponse first,
      CostBookResponse second,
      List<DifferenceResponse> differences,
      List<UnitCostDifference> unitCosts,
      List<UnitCostDifference> variedUnitCosts,
      List<RouteDifference> routes,
      List<FileDifferenceResponse> files) {
    static BookDiffResponse of(OpenBook first, OpenBook second) {
      BookDifferences all = BookDifferences.between(first, second);
      return new BookDiffResponse(
          CostBookResponse.of(first.entry()),
          CostBookResponse.of(second.entry()),
          all.diff().items().stream().map(DifferenceResponse::of).toList(),
          all.diff().unitCosts().stream().map(UnitCostDifference::of).toList(),
          all.diff().variedCosts().stream().map(UnitCostDifference::of).toList(),
          all.routes().stream().map(RouteDifference::of).toList(),
          all.files().stream().map(FileDifferenceResponse::of).toList());
    }
  }
}
