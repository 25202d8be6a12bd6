package org.homeward.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation on something that stands in its address and may not be there. */
@ApiResponse(
    responseCode = "404",
    description = "There is nothing of this id",
    content =
        @Content(
            mediaType = ProblemResponse.MEDIA_TYPE,
            schema = @Schema(implementation = ProblemResponse.class)))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Absent {}
