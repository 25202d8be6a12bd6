package org.homeward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.homeward.Databases;
import org.homeward.Jvm;
import org.homeward.store.SurveyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Survey files on the command line, with the service running and without it. */
class SurveyCommandsTest {

  private static final String HEADER = "respondent,process,task,role,category,hours\n";
  private static final String GOOD =
      HEADER
          + "R01,review,invite,administrator,indirect,1\n"
          + "R02,review,invite,administrator,indirect,1.5\n";
  private static final String BAD =
      HEADER
          + "R01,review,invit,administrator,indirect,1\n"
          + "R02,review,invite,administrator,indirect,-1\n"
          + "R03,revue,invite,administrator,indirect,1\n";
  private static final String NOBODY = "1"; // no service answers on port 1

  @TempDir private Path folder;

  private record Said(int status, String out, String err) {}

  private Said say(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Commands.line();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return new Said(line.execute(arguments), out.toString(), err.toString());
  }

  private Path file(String name, String text) throws Exception {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aCheckSaysWhatWasConvertedAndThatTheFileCanBeLoaded() throws Exception {
    Said said = say("survey", "check", file("good.csv", GOOD).toString());
    assertThat(said.status()).isZero();
    assertThat(said.out())
        .contains("2 rows, 2 answers, 2 respondents")
        .contains("hours from hours to minutes (60) in 2 cells")
        .contains("can be loaded");
    assertThat(said.err()).isEmpty();
  }

  @Test
  void aLongCheckDrawsABarWithPerCentAndRowsOnTheErrorStreamOnly() throws Exception {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 1; i <= 60_000; i++) {
      rows.append("R").append(i).append(",review,invite,administrator,indirect,1\n");
    }
    Jvm.Ended ended =
        Jvm.run(
            folder.resolve("data"),
            "256m",
            "survey",
            "check",
            file("long.csv", rows.toString()).toString());
    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("Checking").contains("100%").containsPattern("60,000 rows");
    assertThat(ended.out()).startsWith("60,000 rows").doesNotContain("Checking", "%");
  }

  @Test
  void aCheckTellsEveryProblemAndEndsWithOneAndWritesAMarkedUpCopy() throws Exception {
    Path copy = folder.resolve("marked.csv");
    Said said =
        say("survey", "check", file("bad.csv", BAD).toString(), "--marked-up", copy.toString());
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.err())
        .contains("bad.csv: line 2, column task")
        .contains("bad.csv: line 3, column hours")
        .contains("bad.csv: line 4, column process");
    assertThat(Files.readString(copy)).contains("There is no task of review of this id");
    assertThat(say("survey", "check", copy.toString(), "--marked-up", "/nowhere/marked.csv").err())
        .contains("No file can be written here");
  }

  @Test
  void whatIsNoFileOrNoTableOrNoOptionIsToldWithoutAStackTrace() throws Exception {
    Said none = say("survey", "check", folder.resolve("none.csv").toString());
    assertThat(none.status()).isEqualTo(1);
    assertThat(none.err()).contains("no file here").doesNotContain("\tat ");
    Said empty = say("survey", "check", file("empty.csv", "").toString());
    assertThat(empty.status()).isEqualTo(1);
    assertThat(empty.err()).contains("The file is empty").doesNotContain("\tat ");
    assertThat(say("survey", "chekc").status()).isEqualTo(2);
    Said noCatalogue =
        say("survey", "check", file("g.csv", GOOD).toString(), "--home", folder.toString());
    assertThat(noCatalogue.status()).isEqualTo(1);
    assertThat(noCatalogue.err()).doesNotContain("\tat ");
  }

  @Test
  void aLoadGoesThroughTheServiceWhereItRuns() throws Exception {
    try (EmbeddedServer server = Databases.H2.serve()) {
      String port = String.valueOf(server.getPort());
      SurveyStore store = server.getApplicationContext().getBean(SurveyStore.class);
      Said refused = load("bad.csv", BAD, "--port", port);
      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.err()).contains("line 2").contains("line 3").contains("line 4");
      assertThat(store.list()).isEmpty();
      Said loaded = load("good.csv", GOOD, "--port", port, "--price-neutral", "false");
      assertThat(loaded.status()).as(loaded.err()).isZero();
      assertThat(loaded.out()).contains("Loaded diaries-2026-").contains(": 2 answers.");
      assertThat(store.list())
          .singleElement()
          .satisfies(s -> assertThat(s.description().priceNeutral()).isFalse());
      assertThat(load("again.csv", GOOD, "--port", port).out()).contains("nothing was added");
      assertThat(store.list()).hasSize(1);
    }
  }

  private Said load(String name, String text, String... more) throws Exception {
    return say(arguments(file(name, text), more));
  }

  private static String[] arguments(Path file, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "survey",
                "load",
                file.toString(),
                "--title",
                "Diaries 2026",
                "--method",
                "online-survey"));
    arguments.addAll(Arrays.asList(more));
    return arguments.toArray(String[]::new);
  }

  @Test
  void aLoadGoesIntoTheStoreItselfWhereNoServiceRunsAndIsRefusedWhileAnotherHoldsIt()
      throws Exception {
    Path good = file("good.csv", GOOD);
    Path data = folder.resolve("data");
    Jvm.Ended first = Jvm.run(data, "256m", arguments(good, "--port", NOBODY));
    assertThat(first.status()).as(first.err()).isZero();
    assertThat(first.out()).contains(": 2 answers.");
    try (ApplicationContext holder =
        ApplicationContext.run(Map.of("homeward.data", data.toString()))) {
      assertThat(holder.getBean(SurveyStore.class).list()).hasSize(1);
      Jvm.Ended held = Jvm.run(data, "256m", arguments(good, "--port", NOBODY));
      assertThat(held.status()).isEqualTo(1);
      assertThat(held.err())
          .contains("in use by a service that does not answer on port 1")
          .doesNotContain("\tat ");
    }
  }
}
