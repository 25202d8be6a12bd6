package org.homeward.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation without a question: only the type that was asked for can be wrong. */
@ApiResponse(
    responseCode = "406",
    description = "There is no answer of the type that was asked for",
    content =
        @Content(
            mediaType = ProblemResponse.MEDIA_TYPE,
            schema = @Schema(implementation = ProblemResponse.class)))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface OneType {}
