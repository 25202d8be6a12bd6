package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.Jvm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Returns costed from the command line, with any cost book. */
class CohortCommandsTest {

  private static final String KEY = "a key of one's own, kept by its owner";
  private static final String NOBODY = "1"; // no service answers on port 1
  private static final String EPISODES =
      "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
          + "8675309,01/05/2022,S,C2,N1,U6,PR1,01/08/2022,X1,CARPL,QQ9 7XZ,QQ9 7XZ,\n"
          + "8675309,01/08/2022,P,C2,N1,K2,PR4,01/02/2023,E4A,,QQ9 7XZ,QQ9 7XZ,\n"
          + "42,31/04/2022,S,C2,N1,U6,PR1,,,,,,\n";
  private static final String HEADER =
      "CHILD,SEX,DOB,ETHNIC\n8675309,2,17/06/2015,WBRI\n42,1,01/01/2016,WBRI\n";
  private static final String FEES = "child,from,to,weekly,price_year\n";

  @TempDir private Path folder;
  private Path returns = Path.of("");

  @BeforeEach
  void write() throws Exception {
    returns = Files.createDirectory(folder.resolve("returns"));
    Files.writeString(returns.resolve("episodes.csv"), EPISODES);
    Files.writeString(returns.resolve("header.csv"), HEADER);
    Files.writeString(folder.resolve("key"), KEY);
  }

  private record Said(int status, String out, String err) {}

  private static Said say(List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Commands.line();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return new Said(line.execute(arguments.toArray(String[]::new)), out.toString(), err.toString());
  }

  private List<String> cost(Path to, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("cohort", "cost", returns.toString(), "--authority", "Testshire"));
    arguments.addAll(List.of("--key-file", folder.resolve("key").toString()));
    arguments.addAll(List.of("--out", to.toString()));
    arguments.addAll(List.of(more));
    if (!arguments.contains("--port")) {
      arguments.addAll(List.of("--port", NOBODY));
    }
    return arguments;
  }

  private List<String> costs(String... more) throws Exception {
    Path to = folder.resolve("costs.csv");
    Said said = say(cost(to, more));
    assertThat(said.status()).as(said.err()).isZero();
    return Files.readAllLines(to);
  }

  private static BigDecimal cell(List<String> lines, String group, String column) {
    int place = List.of(lines.get(0).split(",")).indexOf(column);
    String line = lines.stream().filter(l -> l.startsWith(group + ",")).findFirst().orElseThrow();
    return new BigDecimal(line.split(",", -1)[place]);
  }

  @Test
  void returnsAreCostedByDimensionsAndWhatWasFoundInThemIsTold() throws Exception {
    Path to = folder.resolve("costs.csv");
    Path findings = folder.resolve("findings.csv");
    Said said = say(cost(to, "--by", "placement,need", "--findings", findings.toString()));
    assertThat(said.status()).as(said.err()).isZero();
    List<String> lines = Files.readAllLines(to);
    assertThat(cell(lines, "foster,N1", "nights_in_care"))
        .isEqualByComparingTo("92"); // May to July
    assertThat(cell(lines, "residential,N1", "nights_in_care")).isEqualByComparingTo("184");
    assertThat(said.out())
        .contains("2 children read; 1 in care, 0 not, 1 left out")
        .contains("2023: 276 nights claimed, 0 added, 0 left out, 276 costed")
        .contains("1 × decom-not-a-date (rule 141)")
        .contains("Written: " + to);
    assertThat(Files.readString(findings)).contains("episodes.csv,4,");
    assertThat(said.out() + said.err() + Files.readString(findings) + lines)
        .doesNotContain("8675309", "17/06/2015", "2015-06-17", "QQ9", KEY);
  }

  @Test
  void theSameTableIsWrittenAsWorkbookOrParquetByTheEndingOfTheName() throws Exception {
    for (Map.Entry<String, String> format : Map.of("xlsx", "PK", "parquet", "PAR1").entrySet()) {
      Path to = folder.resolve("costs." + format.getKey());
      assertThat(say(cost(to)).status()).isZero();
      assertThat(new String(Files.readAllBytes(to), StandardCharsets.ISO_8859_1))
          .startsWith(format.getValue());
    }
    Said other = say(cost(folder.resolve("costs.pdf")));
    assertThat(other.status()).isEqualTo(1);
    assertThat(other.err()).contains("--out", "costs.pdf", "end in .csv, .xlsx or .parquet");
  }

  @Test
  void aWindowLimitsTheDays() throws Exception {
    List<String> lines = costs("--by", "placement", "--from", "2022-07-01", "--to", "2022-09-01");
    assertThat(cell(lines, "foster", "nights_in_care")).isEqualByComparingTo("31"); // July
    assertThat(cell(lines, "residential", "nights_in_care")).isEqualByComparingTo("31"); // August
  }

  @Test
  void feesOfSingleChildrenWinAndDaysWithoutOneAreTold() throws Exception {
    Path fees = folder.resolve("fees.csv");
    Files.writeString(fees, FEES + "8675309,2022-08-01,2023-01-25,7000,2022-23\n");
    Path to = folder.resolve("costs.csv");
    Said said = say(cost(to, "--by", "placement", "--fees", fees.toString()));
    assertThat(said.status()).as(said.err()).isZero();
    assertThat(said.out())
        .contains("from 2022-05-01 to 2022-08-01; the fee table holds")
        .contains("from 2023-01-25 to 2023-02-01; the fee table holds")
        .doesNotContain("8675309");
    Files.writeString(fees, FEES + "8675309,2022-08-01,2022-08-01,x,2022-23\n");
    Said refused = say(cost(to, "--fees", fees.toString()));
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains("line 2").doesNotContain("\tat ");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceAndEndsWithOne() throws Exception {
    Said nonsense = say(cost(folder.resolve("costs.csv"), "--by", "colour", "--kind", "sums"));
    assertThat(nonsense.status()).isEqualTo(1);
    assertThat(nonsense.err()).contains("--by", "colour", "--kind", "sums").doesNotContain("\tat ");
    assertThat(say(List.of("cohort", "cost")).status()).isEqualTo(2); // no DIR, no --out
    Files.delete(returns.resolve("episodes.csv"));
    Said empty = say(cost(folder.resolve("costs.csv")));
    assertThat(empty.status()).isEqualTo(1);
    assertThat(empty.err()).isNotBlank().doesNotContain("\tat ");
    Files.delete(returns.resolve("header.csv"));
    Files.delete(returns);
    Said none = say(cost(folder.resolve("costs.csv")));
    assertThat(none.status()).isEqualTo(1);
    assertThat(none.err()).contains("nothing here that can be read").doesNotContain("\tat ");
    Files.writeString(folder.resolve("key"), "short");
    Said key = say(cost(folder.resolve("costs.csv")));
    assertThat(key.status()).isEqualTo(1);
    assertThat(key.err()).contains("--key-file", "Give a longer key").doesNotContain("short\"");
  }

  @Test
  void aCostBookIsNamedByFolderIdNameOrHashWithTheServiceRunningAndWithoutIt() throws Exception {
    List<String> shipped = costs("--by", "placement");
    assertThat(costs("--by", "placement", "--book", ".")).isEqualTo(shipped);
    Path data = folder.resolve("data");
    List<String> doubled;
    String id;
    Map<String, Object> properties =
        Map.of("homeward.data", data.toString(), "micronaut.server.port", -1);
    try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, properties)) {
      String port = String.valueOf(server.getPort());
      id = publishWithResidentialFeesDoubled(server.getURI());
      doubled = costs("--by", "placement", "--book", id, "--port", port);
      assertThat(cell(doubled, "residential", "placement_cost"))
          .isCloseTo(
              cell(shipped, "residential", "placement_cost").multiply(BigDecimal.valueOf(2)),
              org.assertj.core.api.Assertions.within(new BigDecimal("0.01")));
      assertThat(cell(doubled, "foster", "total")).isEqualTo(cell(shipped, "foster", "total"));
      assertThat(costs("--by", "placement", "--book", "testshire", "--port", port))
          .isEqualTo(doubled);
      Said unknown = say(cost(folder.resolve("x.csv"), "--book", "nowhere", "--port", port));
      assertThat(unknown.status()).isEqualTo(1);
      assertThat(unknown.err()).contains("nowhere", "No cost book has this id");
      Jvm.Ended held = run(data, cost(folder.resolve("x.csv"), "--book", id));
      assertThat(held.status()).isEqualTo(1);
      assertThat(held.err()).contains("in use by a service that does not answer on port 1");
    }
    Path to = folder.resolve("alone.csv");
    Jvm.Ended ended = run(data, cost(to, "--by", "placement", "--book", id));
    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(Files.readAllLines(to)).isEqualTo(doubled);
    assertThat(ended.err()).contains("reading", "merging", "costing", "100%"); // the bar
    assertThat(ended.out()).contains("Written: ").doesNotContain("100%");
  }

  private static Jvm.Ended run(Path data, List<String> arguments) throws Exception {
    return Jvm.run(data, "256m", arguments.toArray(String[]::new));
  }

  private static String publishWithResidentialFeesDoubled(URI service) throws Exception {
    String by = "\"by\": \"finance-officer\", \"reason\": \"our contracts\"";
    JsonNode draft =
        post(
            service,
            "/api/cost-books",
            "{\"copyOf\": \"england-illustrative\", \"name\": \"Testshire\", " + by + "}");
    String id = draft.path("id").asText();
    String path = "\"fees/residential/*/*/*/*/amount\"";
    post(
        service,
        "/api/cost-books/" + id + "/edits",
        "{\"edition\": 1, "
            + by
            + ", \"changes\": [{\"path\": "
            + path
            + ", \"operation\": \"multiply\", \"value\": 2}]}");
    post(service, "/api/cost-books/" + id + "/publish", "{\"edition\": 2, " + by + "}");
    return id;
  }

  private static JsonNode post(URI service, String path, String body) throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(service.resolve(path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
    return new ObjectMapper().readTree(response.body());
  }
}
