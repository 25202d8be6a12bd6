package org.homeward.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import org.homeward.costbook.ReferenceTables;
import org.homeward.costbook.StaffCosts;
import org.homeward.intake.PayrollPay;
import org.homeward.intake.PayrollReader;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.staffing.AreaWeight;
import org.homeward.staffing.HourlyCost;
import org.homeward.staffing.StaffCostInputs;
import org.homeward.staffing.StaffCostSchema;
import org.homeward.staffing.StaffRole;
import org.jspecify.annotations.Nullable;

/** What an hour of staff time costs, and what it is made of. */
@Controller("/api/staff-costs")
class StaffCostController {

  private final CurrentCatalogue current;

  StaffCostController(CurrentCatalogue current) {
    this.current = current;
  }

  @Operation(
      operationId = "listStaffCosts",
      summary = "What an hour of each role costs, line by line",
      tags = "reference")
  @Parameter(
      name = "area",
      in = ParameterIn.QUERY,
      description = "Area whose weights are applied, for instance london; none if left out",
      schema = @Schema(type = "string"))
  @Refusable
  @OfVersion
  @Get
  List<StaffCostResponses.StaffCostResponse> list(
      @Nullable @QueryValue String area, @Nullable @QueryValue String catalogue) {
    ReferenceTables tables = current.at(catalogue).catalogue().tables();
    Problems problems = new Problems();
    List<HourlyCost> costs =
        new StaffCosts(tables).calculate(weight("area", area, tables), problems);
    problems.throwIfAny();
    return costs.stream().map(StaffCostResponses.StaffCostResponse::of).toList();
  }

  @Operation(
      operationId = "getStaffCost",
      summary = "What an hour of one role costs, as the PSSRU unit costs set it out",
      description =
          "A wages, B on-costs, C qualifications (left out), D overheads, E capital, working time,"
              + " the ratio of case-related to other time, the cost of an hour by both; published"
              + " costs of an hour stand beside it.",
      tags = "reference")
  @Parameter(
      name = "area",
      in = ParameterIn.QUERY,
      description = "Area whose weights are applied, for instance london; none if left out",
      schema = @Schema(type = "string"))
  @Refusable
  @OfVersion
  @Get("/{role}")
  StaffCostResponses.StaffCostSchemaResponse get(
      String role, @Nullable @QueryValue String area, @Nullable @QueryValue String catalogue) {
    PublishedCatalogue published = current.at(catalogue);
    ReferenceTables tables = published.catalogue().tables();
    return StaffCostResponses.StaffCostSchemaResponse.of(
        StaffCostSchema.of(inputs(role, weight("area", area, tables), tables)),
        tables.publishedHourlyCosts(),
        published.book().book());
  }

  @Operation(
      operationId = "readPayroll",
      summary = "What a payroll says of each role, and what an hour would cost by it",
      description =
          "CSV or XLSX, one row for each person's work in a post: post (a code), role, fte, salary"
              + " (full-time, pounds a year), weekly hours; agency (yes or no), day rate, hours a"
              + " day. Salaries are means weighted by full-time equivalents. The file is read whole"
              + " or refused whole, and not kept; columns that would name people are refused.",
      tags = "reference")
  @Bounded
  @Refusable
  @OfVersion
  @Post("/payroll")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  StaffCostResponses.PayrollResponse payroll(
      @Part CompletedFileUpload file,
      @Nullable @Part String financialYear,
      @Nullable @Part String ignoreColumns,
      @Nullable @QueryValue String catalogue) {
    ReferenceTables tables = current.at(catalogue).catalogue().tables();
    try (Upload upload = Upload.of(file)) {
      return StaffCostResponses.PayrollResponse.of(
          PayrollPay.read(
              upload.file(), financialYear, ignoreColumns == null ? "" : ignoreColumns, "", tables),
          tables);
    }
  }

  @Operation(
      operationId = "getPayrollTemplate",
      summary = "The form of a payroll, with rows that show how it is filled in",
      tags = "reference")
  @ApiResponse(
      responseCode = "200",
      description = "The form as CSV",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  @OneType
  @Get("/payroll/template")
  @Produces("text/csv")
  HttpResponse<String> template() {
    return HttpResponse.ok(PayrollReader.template())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"payroll.csv\"");
  }

  private static StaffCostInputs inputs(String role, AreaWeight weight, ReferenceTables tables) {
    Optional<StaffRole> known =
        tables.roles().stream().filter(r -> r.id().equals(role)).findFirst();
    return known
        .flatMap(r -> new StaffCosts(tables).latest(r, weight))
        .orElseThrow(
            () ->
                new InputException(
                    Problem.of(
                        "id",
                        role,
                        "There is no staff role of this id.",
                        "Use one of "
                            + String.join(", ", tables.roles().stream().map(StaffRole::id).toList())
                            + ".")));
  }

  /**
   * The weights of an area, or none for null.
   *
   * @throws InputException if there are none of this name
   */
  static AreaWeight weight(String where, @Nullable String area, ReferenceTables tables) {
    return area == null
        ? AreaWeight.NONE
        : tables
            .areaWeight(area)
            .orElseThrow(
                () ->
                    new InputException(
                        Problem.of(
                            where,
                            area,
                            "There are no weights of this area.",
                            "Use one of "
                                + String.join(
                                    ", ",
                                    tables.areaWeights().stream().map(AreaWeight::id).toList())
                                + ", or leave it out.")));
  }
}
