package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Explanations as they travel, added up by who reads them. */
final class Explained {

  private Explained() {}

  /** It is of this value, to the penny, and its parts make it, from the leaves alone. */
  static void holds(JsonNode explained, BigDecimal expected) {
    holds(explained, expected, new BigDecimal("0.005"));
  }

  static void holds(JsonNode explained, BigDecimal expected, BigDecimal within) {
    BigDecimal value = explained.at("/explanation/value").decimalValue();
    assertThat(value).isCloseTo(expected, within(within));
    Map<String, JsonNode> workings = new HashMap<>();
    explained.at("/workings").forEach(w -> workings.put(w.at("/key").asText(), w));
    assertThat(remade(explained.at("/explanation"), workings))
        .isCloseTo(value, within(new BigDecimal("0.000001")));
    workings
        .values()
        .forEach(
            w ->
                assertThat(remade(w, workings))
                    .isCloseTo(w.at("/value").decimalValue(), within(new BigDecimal("0.000001"))));
    assertThat(explained.at("/account/0").asText()).contains(" = ");
  }

  /** Worked out from the leaves alone. */
  static BigDecimal remade(JsonNode figure, Map<String, JsonNode> workings) {
    if (!figure.at("/see").isMissingNode() && !figure.at("/see").isNull()) {
      return remade(workings.get(figure.at("/see").asText()), workings);
    }
    List<BigDecimal> parts = new ArrayList<>();
    figure.at("/parts").forEach(p -> parts.add(remade(p, workings)));
    BigDecimal product = parts.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
    return switch (figure.at("/rule").asText()) {
      case "input" -> figure.at("/value").decimalValue();
      case "sum" -> parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      case "difference" -> parts.get(0).subtract(parts.get(1));
      case "difference-or-zero" -> parts.get(0).subtract(parts.get(1)).max(BigDecimal.ZERO);
      case "product" -> product;
      case "quotient" -> parts.get(0).divide(parts.get(1), MathContext.DECIMAL128);
      case "annuity" -> { // value ÷ what a pound at the end of each year is worth
        BigDecimal rate = BigDecimal.ONE.add(parts.get(2));
        BigDecimal worth = BigDecimal.ZERO;
        for (int year = 1; year <= parts.get(1).intValueExact(); year++) {
          worth = worth.add(BigDecimal.ONE.divide(rate.pow(year), MathContext.DECIMAL128));
        }
        yield parts.get(0).divide(worth, MathContext.DECIMAL128);
      }
      case "time-at-cost" -> product.divide(BigDecimal.valueOf(60), MathContext.DECIMAL128);
      case "to-the-penny" ->
          product.setScale(10, RoundingMode.HALF_UP).setScale(2, RoundingMode.HALF_EVEN);
      default -> throw new AssertionError(figure.at("/rule").asText());
    };
  }
}
