package org.homeward.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation that can answer in prices of several years. */
@Parameter(
    name = "priceYears",
    in = ParameterIn.QUERY,
    description =
        "Further price years to answer in, with commas between: 2023-24,2024-25. Every amount is moved once, from the year that it is stated in",
    schema = @Schema(type = "string"))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface InPriceYears {}
