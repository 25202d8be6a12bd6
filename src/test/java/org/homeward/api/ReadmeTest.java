package org.homeward.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The front door says what the service answers. */
class ReadmeTest {

  private static final Map<String, String> ROUTES =
      Map.of(
          "foster-in-house", "long-term foster care, in-house",
          "adoption", "adoption by the authority’s own adopters",
          "adoption-inter-agency", "adoption through another agency",
          "special-guardianship", "special guardianship from foster care");

  @Test
  void theTableOfTheReadmeIsTheAnswerOfTheService() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    try (Asked service = new Asked()) {
      JsonNode answer =
          service.get(
              "/api/comparisons?pathways="
                  + String.join(",", ROUTES.keySet())
                  + "&ageAtStart=2&start=2025-04-01&horizon=age-18",
              200);
      for (JsonNode pathway : answer.at("/pathways")) {
        BigDecimal hours = BigDecimal.ZERO;
        for (JsonNode role : pathway.at("/hoursByRole")) {
          hours = hours.add(role.decimalValue());
        }
        assertThat(readme)
            .contains(
                "| %s | £%s | £%s | £%s | %s |"
                    .formatted(
                        ROUTES.get(pathway.at("/id").asText()),
                        whole(pathway.at("/total").decimalValue()),
                        whole(pathway.at("/discountedTotal").decimalValue()),
                        whole(pathway.at("/perWeek").decimalValue()),
                        whole(hours)));
      }
    }
  }

  private static String whole(BigDecimal number) {
    return String.format(
        Locale.UK, "%,d", number.setScale(0, RoundingMode.HALF_EVEN).toBigInteger());
  }
}
