package org.homeward.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation that can be asked of an earlier version of the catalogue. */
@Parameter(
    name = "catalogue",
    in = ParameterIn.QUERY,
    description =
        "The cost book to answer from: its id, or the hash of its catalogue or at least the first eight characters of it; the current one if left out",
    schema = @Schema(type = "string"))
@ApiResponse(
    responseCode = "404",
    description = "There is nothing of this id, or no such version of the catalogue",
    content =
        @Content(
            mediaType = ProblemResponse.MEDIA_TYPE,
            schema = @Schema(implementation = ProblemResponse.class)))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface OfVersion {}
