package org.homeward.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.homeward.comparison.Comparison;
import org.homeward.comparison.ComparisonCalculator;
import org.homeward.costbook.CompiledBook;
import org.homeward.pathway.Component;
import org.homeward.pathway.Pathway;
import org.homeward.pathway.Trajectory;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.jspecify.annotations.Nullable;

/** What routes cost for one child, side by side. */
@Controller("/api/comparisons")
class ComparisonController {

  static final String CSV = "text/csv";

  private final CurrentCatalogue current;

  ComparisonController(CurrentCatalogue current) {
    this.current = current;
  }

  /** JSON, or tidy CSV where that is what the caller accepts. */
  @Operation(
      operationId = "compareTemplates",
      summary = "Compare pathway templates for one child",
      tags = "comparisons")
  @Parameter(
      name = "pathways",
      in = ParameterIn.QUERY,
      required = true,
      description = "Ids of templates, with commas between; the first is the baseline",
      schema = @Schema(type = "string"),
      example = "foster-in-house,adoption,special-guardianship")
  @Parameter(
      name = "ageAtStart",
      in = ParameterIn.QUERY,
      description = "Age in whole years at the start; or give birth",
      schema = @Schema(type = "integer", minimum = "0", maximum = "24"),
      example = "2")
  @Parameter(
      name = "birth",
      in = ParameterIn.QUERY,
      description = "Day of birth, in place of ageAtStart",
      schema = @Schema(type = "string", format = "date"))
  @Parameter(
      name = "start",
      in = ParameterIn.QUERY,
      required = true,
      description = "First day",
      schema = @Schema(type = "string", format = "date"),
      example = "2025-04-01")
  @Parameter(
      name = "horizon",
      in = ParameterIn.QUERY,
      description = "age-18 (default), age-21, 36-months or a date; not itself costed",
      schema = @Schema(type = "string"),
      example = "age-18")
  @Parameter(
      name = "area",
      in = ParameterIn.QUERY,
      description = "Where looked-after placements are, in place of the template's",
      schema =
          @Schema(
              type = "string",
              allowableValues = {"in-area", "out-of-area"}))
  @Parameter(
      name = "needs",
      in = ParameterIn.QUERY,
      description = "Needs, with commas between",
      schema = @Schema(type = "string"))
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = Responses.ComparisonResponse.class)),
        @Content(mediaType = CSV, schema = @Schema(type = "string"))
      })
  @ApiResponse(
      responseCode = "400",
      description = "The question cannot be answered; every problem is listed",
      content =
          @Content(
              mediaType = ProblemResponse.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemResponse.class)))
  @Get
  @Produces({MediaType.APPLICATION_JSON, CSV})
  HttpResponse<?> compare(HttpRequest<?> request) {
    Problems problems = new Problems();
    Answer answer = answer(QueryCase.comparison(request, problems), problems);
    return Accepted.type(request, CSV)
        ? HttpResponse.ok(csv(answer.comparison())).contentType(CSV)
        : HttpResponse.ok(
            Responses.ComparisonResponse.of(answer.book(), answer.read(), answer.comparison()));
  }

  @Operation(
      operationId = "comparePathways",
      summary = "Compare templates and own pathways, with overrides",
      tags = "comparisons")
  @ApiResponse(
      responseCode = "400",
      description = "The question cannot be answered; every problem is listed",
      content =
          @Content(
              mediaType = ProblemResponse.MEDIA_TYPE,
              schema = @Schema(implementation = ProblemResponse.class)))
  @Post
  @Produces(MediaType.APPLICATION_JSON)
  Responses.ComparisonResponse comparePosted(@Body Requests.ComparisonRequest request) {
    Answer answer = answer(request, new Problems());
    return Responses.ComparisonResponse.of(answer.book(), answer.read(), answer.comparison());
  }

  private record Answer(CompiledBook book, Requests.CaseRead read, Comparison comparison) {}

  private Answer answer(Requests.ComparisonRequest request, Problems problems) {
    CompiledBook book = current.bookWith(request.overrides());
    Requests.CaseRead read = Requests.read(request.child(), problems);
    List<Pathway> pathways = new ArrayList<>();
    for (String id : Requests.orEmpty(request.templates())) {
      Pathway pathway = template(id, read, problems);
      if (pathway != null) {
        pathways.add(pathway);
      }
    }
    List<Requests.PathwayRequest> own = Requests.orEmpty(request.pathways());
    for (int i = 0; read != null && i < own.size(); i++) {
      Pathway pathway = Requests.read(own.get(i), "pathways[" + i + "]", read, book, problems);
      if (pathway != null) {
        pathways.add(pathway);
      }
    }
    problems.throwIfAny();
    if (read == null) {
      throw new InputException(
          Problem.of(
              "child", null, "The child is missing.", "Give start, and ageAtStart or birth."));
    }
    return new Answer(book, read, new ComparisonCalculator(book).calculate(pathways));
  }

  private @Nullable Pathway template(
      String id, Requests.@Nullable CaseRead read, Problems problems) {
    try {
      var template = current.catalogue().pathway(id);
      return read == null
          ? null
          : template.forChild(
              read.child(), read.span().fromDay(), read.span().toDay(), read.area());
    } catch (InputException e) {
      problems.addAll(e.problems());
      return null;
    }
  }

  /** Tidy rows: one value a line. */
  private static String csv(Comparison comparison) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("pathway", "month", "component", "amount", "cumulative");
      for (Comparison.CostedPathway pathway : comparison.pathways()) {
        for (Trajectory.Month month : Trajectory.of(pathway.ledger()).months()) {
          for (Component component : Component.values()) {
            csv.writeRecord(
                pathway.pathway().id(),
                month.month().toString(),
                component.code(),
                month
                    .byComponent()
                    .getOrDefault(component, org.homeward.quantity.Pence.ZERO)
                    .toPounds()
                    .toPlainString(),
                month.cumulative().toPounds().toPlainString());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory cannot fail to be written", e);
    }
    return text.toString();
  }
}
