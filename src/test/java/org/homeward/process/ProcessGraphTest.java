package org.homeward.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.homeward.Books;
import org.homeward.history.EventType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessGraphTest {

  /** Tasks such as {@code d:20:b+c}: id, working days, what it comes after. */
  private static ProcessGraph process(String tasks) {
    return new ProcessGraph(
        "p",
        "P",
        "test",
        false,
        "",
        new Trigger.OnEvent(EnumSet.of(EventType.CARE_START), 0, Condition.ALWAYS),
        Arrays.stream(tasks.split(" ")).map(ProcessGraphTest::task).toList(),
        List.of(),
        Books.INVENTED);
  }

  private static Task task(String text) {
    String[] parts = text.split(":");
    return new Task(
        parts[0],
        parts[0],
        parts.length < 3 ? List.of() : List.of(parts[2].split("\\+")),
        BigDecimal.ONE,
        BigDecimal.ONE,
        Integer.parseInt(parts[1]),
        List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "a:5, a, 5",
    "a:5 b:10:a c:2:a d:20:c e:24, a c d, 27",
    "a:5 b:10:a c:2:a d:20:c e:28, e, 28",
    "a:1 b:9 c:3:a+b, b c, 12",
    "c:3:a+b a:1 b:9, b c, 12",
    "a:0 b:0:a c:4:b, a b c, 4",
    "a:2 b:2 c:1:a+b, a c, 3"
  })
  void theCriticalPathIsTheLongestChainOfWorkingDays(String tasks, String path, int days) {
    ProcessGraph.CriticalPath critical = process(tasks).criticalPath();
    assertThat(String.join(" ", critical.tasks())).isEqualTo(path);
    assertThat(critical.workingDays()).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({"c:3:a+b a:1 b:9, a b c", "d:1:c c:1:b b:1:a a:1, a b c d", "b:1 a:1, b a"})
  void tasksAreInAnOrderOfWorkAndOtherwiseAsInTheFile(String tasks, String order) {
    assertThat(process(tasks).inOrderOfWork())
        .extracting(Task::id)
        .containsExactly(order.split(" "));
  }
}
