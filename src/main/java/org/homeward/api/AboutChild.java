package org.homeward.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation whose address says which child is meant, and from when to when: {@link QueryCase}.
 */
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
@Parameter(
    name = "method",
    in = ParameterIn.QUERY,
    description =
        "Minutes from the answers of one method alone; from all of them together (pool) if left"
            + " out",
    schema =
        @Schema(
            type = "string",
            allowableValues = {"pool", "focus-group", "online-survey", "event-record"}))
@Parameter(
    name = "estimateSet",
    in = ParameterIn.QUERY,
    description =
        "Id of a published estimate set to take minutes from; the shipped surveys if left out",
    schema = @Schema(type = "string"))
@Parameter(
    name = "authority",
    in = ParameterIn.QUERY,
    description =
        "Code or name of an authority whose published weekly unit costs stand in for England's"
            + " fees; see /api/authorities",
    schema = @Schema(type = "string"),
    example = "Leicestershire")
@Parameter(
    name = "authorityYear",
    in = ParameterIn.QUERY,
    description = "Financial year of the authority's figures; the last one if left out",
    schema = @Schema(type = "string"),
    example = "2024-25")
@Parameter(
    name = "staffArea",
    in = ParameterIn.QUERY,
    description = "Area whose weights are applied to staff costs; none if left out",
    schema = @Schema(type = "string"),
    example = "london")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface AboutChild {}
