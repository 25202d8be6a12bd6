package org.homeward.api;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.HomeCosts;
import org.homeward.placement.Block;
import org.homeward.placement.BlockContract;
import org.homeward.problem.Problems;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/** Fees that are worked out rather than looked up; nothing is kept. */
@Controller("/api/fees")
class FeeController {

  private final CurrentCatalogue current;

  FeeController(CurrentCatalogue current) {
    this.current = current;
  }

  @Operation(
      operationId = "costBlockContract",
      summary = "What a used night costs under a block contract",
      description =
          "A used bed costs what is paid on top of it + retainer ÷ occupancy. Put retainer and"
              + " occupancy into a row of the fee table to have it in answers.",
      tags = "reference")
  @Refusable
  @Post("/block-contract")
  BlockContractResponse block(@Body BlockContractRequest request) {
    Problems problems = new Problems();
    Money retainer = Fields.money(request.retainer(), "retainer", problems);
    Money used =
        request.used() == null ? Money.ZERO : Fields.money(request.used(), "used", problems);
    Rate.Per per = Fields.per(request.per(), "per", problems);
    int beds = Fields.beds(request.beds(), "beds", problems);
    BigDecimal occupancy = Fields.occupancy(request.occupancy(), "occupancy", problems);
    problems.throwIfAny();
    if (retainer == null || used == null || per == null) {
      throw new IllegalStateException("What is missing was told");
    }
    return BlockContractResponse.of(
        new BlockContract(beds, new Block(retainer, occupancy), used, per));
  }

  @Operation(
      operationId = "costInHouseProvision",
      summary = "What a used night costs in a home that the authority runs itself",
      description =
          "Staffing, running cost and capital a year ÷ (beds × 365.25 × occupancy). A post of a"
              + " known role costs what the cost book says, overheads included; capital is spread"
              + " over its life as an annuity.",
      tags = "reference")
  @Refusable
  @OfVersion
  @Post("/in-house")
  HomeResponses.InHouseResponse inHouse(
      @Body HomeRequests.InHouseRequest request, @Nullable @QueryValue String catalogue) {
    CostBook book = current.at(catalogue).book().book();
    Problems problems = new Problems();
    AskedHome home = AskedHome.read(request, "", book, Provenance.STATED_IN_REQUEST, problems);
    problems.throwIfAny();
    return HomeResponses.InHouseResponse.of(
        HomeCosts.of(book).of(home.beds(), home.occupancy(), home.parts()), book);
  }

  /**
   * Beds, what one costs whether used or not, what a used one costs on top, and how many are used.
   */
  @Serdeable
  record BlockContractRequest(
      @Nullable Integer beds,
      @Nullable BigDecimal retainer,
      @Nullable BigDecimal used,
      @Nullable String per,
      @Nullable BigDecimal occupancy) {}

  /** What a block contract comes to. */
  @Serdeable
  record BlockContractResponse(
      String formula,
      BigDecimal perUsedNight,
      BigDecimal perUsedWeek,
      BigDecimal contractPerYear,
      BigDecimal emptyBedsPerYear) {

    static BlockContractResponse of(BlockContract contract) {
      return new BlockContractResponse(
          "a used bed costs £"
              + contract.used().rounded(2)
              + " + £"
              + contract.block().retainer().rounded(2)
              + " ÷ "
              + contract.block().occupancy().toPlainString()
              + " a "
              + contract.per().code(),
          contract.ofUsedBed().perDay().rounded(2),
          contract.ofUsedBed().amountPer(Rate.Per.WEEK).rounded(2),
          contract.ofContract().amountPer(Rate.Per.YEAR).rounded(2),
          contract.ofEmptyBeds().amountPer(Rate.Per.YEAR).rounded(2));
    }
  }
}
