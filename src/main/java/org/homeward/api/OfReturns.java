package org.homeward.api;

import io.micronaut.http.MediaType;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation that takes returns as a form: {@link CohortUpload}; it may have to wait. */
@RequestBody(
    content =
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = CohortResponses.CohortForm.class)))
@ApiResponse(
    responseCode = "413",
    description = "The files are too large: pack them into a zip",
    content =
        @Content(
            mediaType = ProblemResponse.MEDIA_TYPE,
            schema = @Schema(implementation = ProblemResponse.class)))
@ApiResponse(
    responseCode = "429",
    description = "Too many wait already",
    content =
        @Content(
            mediaType = ProblemResponse.MEDIA_TYPE,
            schema = @Schema(implementation = ProblemResponse.class)))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface OfReturns {}
