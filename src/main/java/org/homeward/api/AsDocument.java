package org.homeward.api;

import io.micronaut.http.MediaType;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation that answers with a document, in one of the forms of {@link ReportFormat}. */
@Parameter(
    name = "format",
    in = ParameterIn.QUERY,
    description = "html, xlsx or docx; as the caller accepts if left out",
    schema =
        @Schema(
            type = "string",
            allowableValues = {"html", "xlsx", "docx"}))
@ApiResponse(
    responseCode = "200",
    description = "The report",
    content = {
      @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string")),
      @Content(
          mediaType = ReportFormat.XLSX_TYPE,
          schema = @Schema(type = "string", format = "binary")),
      @Content(
          mediaType = ReportFormat.DOCX_TYPE,
          schema = @Schema(type = "string", format = "binary"))
    })
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface AsDocument {}
