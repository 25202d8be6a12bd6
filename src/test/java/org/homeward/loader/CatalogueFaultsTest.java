package org.homeward.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The shipped catalogue with one thing broken: the fault is told with its file, line and remedy.
 */
class CatalogueFaultsTest {

  private static final CatalogueFiles GOOD = CatalogueFolder.read(Path.of(""));

  private static List<Problem> problems(String path, UnaryOperator<String> breaker) {
    TreeMap<String, String> texts = new TreeMap<>(GOOD.texts());
    String broken = breaker.apply(texts.getOrDefault(path, ""));
    assertThat(broken).as("the text to break is in " + path).isNotEqualTo(texts.get(path));
    texts.put(path, broken);
    return problems(new CatalogueFiles(texts));
  }

  private static List<Problem> problems(CatalogueFiles files) {
    InputException refused =
        catchThrowableOfType(InputException.class, () -> CatalogueReader.read(files));
    assertThat(refused).isNotNull();
    return refused.problems();
  }

  private static int lineOf(String path, String text) {
    List<String> lines = GOOD.texts().getOrDefault(path, "").lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i + 1;
      }
    }
    return -1;
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "    share: 0.15 |     share: 1.5 | must be between 0 and 1",
        "after: [chair-meeting] | after: [chair] | There is no task of this id",
        "  - id: invite |   - id: prepare-report | Two tasks have the same id",
        "    name: Invite and arrange |     nmae: Invite and arrange | This key is not known here",
        "administrator: {indirect: 61} | administrater: {indirect: 61} | There is no role of this"
            + " id",
        "    from: care-start |     from: care-begin | This is not one of the known codes",
        "    recordedBy: review-held |     recordedBy: review-hold | This is not one of the known"
            + " codes",
        "    then: 6 months |     then: twice a year | not a step",
        "{task: prepare-report, role: social-worker, category: indirect, add: 31} | {task: report,"
            + " role: social-worker, category: indirect, add: 31} | There is no task of this id",
        "    elapsed: 15 |     elapsed: soon | wrong kind"
      })
  void aFaultInAProcessIsToldWithFileLineAndRemedy(String good, String bad, String reason) {
    String path = "processes/review.yaml";
    List<Problem> problems =
        problems(
            path,
            text ->
                text.replaceFirst(
                    java.util.regex.Pattern.quote(good),
                    java.util.regex.Matcher.quoteReplacement(bad)));
    assertThat(problems)
        .anySatisfy(
            p -> {
              assertThat(p.where()).startsWith(path + ": line ");
              assertThat(p.reason()).contains(reason);
              assertThat(p.remedy()).isNotBlank();
            });
  }

  @Test
  void aCircleOfTasksIsNamed() {
    String path = "processes/review.yaml";
    List<Problem> problems =
        problems(
            path,
            text ->
                text.replace(
                    "  - id: prepare-report\n",
                    "  - id: prepare-report\n    after: [chair-meeting]\n"));
    assertThat(problems)
        .anySatisfy(
            p -> {
              assertThat(p.reason()).contains("circle");
              assertThat(p.value()).contains("prepare-report", "chair-meeting");
              assertThat(p.where()).contains("line " + (lineOf(path, "id: prepare-report") + 1));
            });
  }

  @Test
  void anUnknownKeyIsToldWithTheNearestKnownOne() {
    List<Problem> problems =
        problems(
            "processes/review.yaml", text -> text.replace("    elapsed: 10", "    elapsd: 10"));
    assertThat(problems)
        .anySatisfy(p -> assertThat(p.remedy()).contains("Did you mean \"elapsed\"?"));
  }

  @Test
  void textThatIsNoYamlIsToldByLine() {
    assertThat(problems("processes/review.yaml", text -> text.replace("tasks:", "tasks: [")))
        .anySatisfy(
            p -> assertThat(p.where()).matches("processes/review.yaml: line \\d+, column \\d+"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "processes/review.yaml | share: 0.15 | share: 7",
        "processes/review.yaml | tasks: | tasks: [",
        "catalogue/roles.csv | administrator,Administrator,0.8 | administrator,Administrator,most"
      })
  void whatNamesAProcessOrRoleThatCouldNotBeReadIsNoFaultBesideTheCause(
      String path, String good, String bad) {
    List<Problem> problems = problems(path, text -> text.replace(good, bad));
    assertThat(problems).allSatisfy(p -> assertThat(p.where()).startsWith(path));
  }

  @ParameterizedTest
  @CsvSource({
    "processes/review.yaml, processes/zz-review.yaml, Two processes",
    "processes/pathways/adoption.yaml, processes/pathways/zz-adoption.yaml, Two pathways"
  })
  void anIdThatTwoFilesHaveIsToldWithBothFilesAndTheLine(String path, String copy, String reason) {
    TreeMap<String, String> texts = new TreeMap<>(GOOD.texts());
    texts.put(copy, "# a copy\n" + texts.get(path));
    assertThat(problems(new CatalogueFiles(texts)))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.where())
                  .startsWith(copy + ": line " + (lineOf(path, "id: ") + 1) + ", column");
              assertThat(p.reason()).startsWith(reason).contains(path);
              assertThat(p.remedy()).isNotBlank();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "catalogue/fees.csv, supervise-foster-carer, supervise-foster-carers",
    "catalogue/prices.csv, post-adoption-support, post-adoption-suport"
  })
  void aProcessThatAFeeIncludesAndThatIsNotThereIsToldWithTheOtherFaults(
      String path, String good, String bad) {
    TreeMap<String, String> texts = new TreeMap<>(GOOD.texts());
    texts.computeIfPresent(path, (p, t) -> t.replaceFirst("([,|])" + good + "\\b", "$1" + bad));
    texts.computeIfPresent("processes/review.yaml", (p, t) -> t.replace("share: 0.15", "share: 7"));
    assertThat(problems(new CatalogueFiles(texts)))
        .extracting(p -> p.where().replaceAll("line \\d+", "line N"))
        .anySatisfy(where -> assertThat(where).startsWith("processes/review.yaml"))
        .contains(path + ": line N, column includes");
  }

  @Test
  void everyFaultOfEveryFileIsToldAtOnce() {
    TreeMap<String, String> texts = new TreeMap<>(GOOD.texts());
    texts.computeIfPresent("processes/review.yaml", (p, t) -> t.replace("share: 0.15", "share: 7"));
    texts.computeIfPresent(
        "processes/exit-care.yaml", (p, t) -> t.replace("event: care-end", "event: care-stop"));
    texts.computeIfPresent(
        "catalogue/fees.csv", (p, t) -> t.replaceFirst(",470,", ",four hundred,"));
    texts.computeIfPresent(
        "timeuse-surveys/online-survey-2025/answers.csv",
        (p, t) -> t.replaceFirst("R01,1,review", "R01,1,revue"));
    assertThat(
            problems(new CatalogueFiles(texts)).stream()
                .map(p -> p.where().replaceAll(":.*", ""))
                .distinct())
        .containsExactlyInAnyOrder(
            "processes/review.yaml",
            "processes/exit-care.yaml",
            "catalogue/fees.csv",
            "timeuse-surveys/online-survey-2025/answers.csv");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "minutes | 20000 | between 0 and 10080",
        "minutes | -5 | between 0 and 10080",
        "minutes | ten | not a number",
        "share | 1.5 | between 0 and 1",
        "task | no-task | no task of this id",
        "role | wizard | no role of this id",
        "category | walking | not one of direct"
      })
  void aFaultInASurveyIsToldByLineAndColumnAndNothingOfItIsKept(
      String column, String value, String reason) {
    String path = "timeuse-surveys/online-survey-2025/answers.csv";
    List<Problem> problems =
        problems(
            path,
            text -> {
              List<String> lines = new java.util.ArrayList<>(text.lines().toList());
              List<String> header = List.of(lines.get(0).split(",", -1));
              String[] cells = lines.get(4).split(",", -1);
              cells[header.indexOf(column)] = value;
              lines.set(4, String.join(",", cells));
              return String.join("\n", lines) + "\n";
            });
    assertThat(problems)
        .anySatisfy(
            p -> {
              assertThat(p.where()).isEqualTo(path + ": line 5, column " + column);
              assertThat(p.reason()).contains(reason);
            });
  }

  @Test
  void theSameAnswerTwiceIsToldWithBothLines() {
    String path = "timeuse-surveys/online-survey-2025/answers.csv";
    List<Problem> problems =
        problems(path, text -> text + text.lines().skip(1).findFirst().orElseThrow() + "\n");
    assertThat(problems).singleElement().satisfies(p -> assertThat(p.reason()).contains("line 2"));
  }
}
