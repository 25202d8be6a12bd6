package org.homeward.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation that takes a file, up to a stated size. */
@ApiResponse(
    responseCode = "413",
    description = "The file is too large",
    content =
        @Content(
            mediaType = ProblemResponse.MEDIA_TYPE,
            schema = @Schema(implementation = ProblemResponse.class)))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Bounded {}
