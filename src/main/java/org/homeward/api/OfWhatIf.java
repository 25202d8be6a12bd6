package org.homeward.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation about one figure of a what-if. */
@Parameter(
    name = "pathway",
    in = ParameterIn.QUERY,
    description = "Id of a route; left out: the cohort, or the first route where there is none",
    schema = @Schema(type = "string"),
    example = "adoption")
@Parameter(
    name = "figure",
    in = ParameterIn.QUERY,
    description =
        "before/, after/ or change/ and then total, hours, hours/ROLE, discounted, nominal, a-week, a-year, spent/MONTH, component/COMPONENT, item/ITEM, role/ROLE, full-time/ROLE or payer/PAYER; of a cohort total, COMPONENT, COMPONENT/PROCESS, payer/PAYER, nights, mean-per-child, per-night-in-care, hours, hours/ROLE, role/ROLE or full-time/ROLE",
    schema = @Schema(type = "string"),
    example = "change/component/placement")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface OfWhatIf {}
