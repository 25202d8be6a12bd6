package org.homeward.web;

import java.util.Set;
import java.util.TreeSet;
import org.homeward.history.EventType;
import org.homeward.process.Condition;
import org.homeward.process.Trigger;
import org.homeward.quantity.Format;

/** When a process happens, in words. */
final class TriggerWords {

  private TriggerWords() {}

  static String of(Trigger trigger) {
    String words = "";
    if (trigger instanceof Trigger.OnEvent e) {
      words = "Once on " + events(e.events(), " or ") + (e.age() > 0 ? " " + e.age() : "");
    } else if (trigger instanceof Trigger.OnSchedule s) {
      StringBuilder steps = new StringBuilder();
      s.steps().forEach(step -> steps.append(words(step)).append(", then "));
      words =
          "After "
              + events(Set.of(s.from()), "")
              + ": "
              + (s.steps().isEmpty() ? "" : "after " + steps)
              + "every "
              + words(s.then())
              + (s.until().isEmpty() ? "" : ", until " + events(s.until(), " or "));
    } else if (trigger instanceof Trigger.Continuous c) {
      words = "On every day, at so much a " + Format.words(c.per().code());
    }
    return words
        + (trigger.when().equals(Condition.ALWAYS)
            ? "."
            : ", in the cases for which its file says so.");
  }

  private static String events(Set<EventType> events, String between) {
    Set<String> names = new TreeSet<>();
    events.forEach(e -> names.add(Format.words(e.code())));
    return String.join(between, names);
  }

  private static String words(Trigger.Step step) {
    String unit = Format.words(step.unit().code());
    return step.count() + " " + (step.count() == 1 ? unit.substring(0, unit.length() - 1) : unit);
  }
}
