package org.homeward.loader;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.history.EventType;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.process.Condition;
import org.homeward.process.ProcessGraph;
import org.homeward.process.RoleMinutes;
import org.homeward.process.Task;
import org.homeward.process.TimeCategory;
import org.homeward.process.Trigger;
import org.homeward.process.Variation;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Minutes;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/** Reads one process from its YAML file. */
final class ProcessReader {

  private static final Pattern STEP =
      Pattern.compile("(\\d{1,4}) (working-days|days|weeks|months)");

  private static final Pattern ID = Pattern.compile("(?m)^id:\\s*[\"']?([a-z0-9-]+)");

  private final SchemaCheck schema;
  private final UsedIds used = new UsedIds("processes");
  private final KnownIds roles;

  /**
   * @param schemaText the JSON Schema of a process file
   */
  ProcessReader(String schemaText, KnownIds roles) {
    schema = new SchemaCheck(schemaText);
    this.roles = roles;
  }

  /** The id that a file states, or, where it states none, the one that its name stands for. */
  static String id(String path, String text) {
    Matcher stated = ID.matcher(text);
    return stated.find()
        ? stated.group(1)
        : path.substring(path.lastIndexOf('/') + 1).replace(".yaml", "");
  }

  /** The process, or null with every problem of the file collected. */
  @Nullable ProcessGraph read(String path, String text, Problems problems) {
    Problems own = new Problems();
    YamlDocument document = YamlDocument.read(path, text, own);
    ProcessGraph graph = null;
    if (document != null && schema.passes(document, own)) {
      YamlReader yaml = new YamlReader(document, own);
      used.use(YamlReader.text(yaml.root(), "id"), path, yaml);
      graph = new OneFile(yaml).read();
    }
    problems.addAll(own.list());
    return own.isEmpty() ? graph : null;
  }

  /** The reading of one file. */
  private final class OneFile {

    private final YamlReader yaml;
    private final ConditionReader conditions;

    OneFile(YamlReader yaml) {
      this.yaml = yaml;
      conditions = new ConditionReader(yaml);
    }

    @Nullable ProcessGraph read() {
      JsonNode root = yaml.root();
      List<Task> tasks = tasks(root.path("tasks"));
      List<Variation> variations = variations(root.path("variations"));
      Trigger trigger = trigger(root.path("trigger"));
      if (!yaml.problems().isEmpty() || trigger == null) {
        return null;
      }
      try {
        return new ProcessGraph(
            YamlReader.text(root, "id"),
            YamlReader.text(root, "name"),
            YamlReader.text(root, "group"),
            YamlReader.text(root, "component").equals("legal"),
            YamlReader.text(root, "description"),
            trigger,
            tasks,
            variations,
            yaml.provenance());
      } catch (InputException e) {
        e.problems().forEach(p -> yaml.problems().add(atItsLine(p, root)));
        return null;
      }
    }

    /** The graph names places by id; the file is read by line. */
    private Problem atItsLine(Problem problem, JsonNode root) {
      String[] place = problem.where().split("/", -1);
      if (place.length > 1) {
        JsonNode list = root.path(place[0]);
        for (int i = list.size() - 1; i >= 0; i--) {
          if (YamlReader.text(list.get(i), "id").equals(place[1])) {
            String rest = place.length > 2 ? "/" + place[2] : "";
            return new Problem(
                yaml.where("/" + place[0] + "/" + i + rest),
                problem.value(),
                problem.reason(),
                problem.remedy());
          }
        }
      }
      return problem.within(yaml.where(""));
    }

    private List<Task> tasks(JsonNode list) {
      List<Task> tasks = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        JsonNode node = list.get(i);
        String pointer = "/tasks/" + i;
        List<String> after = new ArrayList<>();
        node.path("after").forEach(a -> after.add(a.asText()));
        List<RoleMinutes> minutes = minutes(node.path("minutes"), pointer + "/minutes");
        Task task =
            yaml.problems()
                .attempt(
                    yaml.where(pointer),
                    null,
                    "Mend the value in this task.",
                    () ->
                        new Task(
                            YamlReader.text(node, "id"),
                            YamlReader.text(node, "name"),
                            after,
                            YamlReader.decimal(node, "share", BigDecimal.ONE),
                            YamlReader.decimal(node, "times", BigDecimal.ONE),
                            node.path("elapsed").asInt(0),
                            minutes));
        if (task != null) {
          tasks.add(task);
        }
      }
      return tasks;
    }

    private List<RoleMinutes> minutes(JsonNode byRole, String pointer) {
      List<RoleMinutes> minutes = new ArrayList<>();
      for (Map.Entry<String, JsonNode> role : byRole.properties()) {
        knownRole(role.getKey(), pointer + "/" + role.getKey());
        for (Map.Entry<String, JsonNode> category : role.getValue().properties()) {
          minutes.add(
              new RoleMinutes(
                  role.getKey(),
                  TimeCategory.of(category.getKey()),
                  Minutes.of(category.getValue().decimalValue())));
        }
      }
      return minutes;
    }

    private void knownRole(String role, String pointer) {
      if (roles.lacks(role)) {
        yaml.problems()
            .add(
                yaml.where(pointer),
                role,
                "There is no role of this id.",
                "Add it to roles.csv. " + roles.remedy());
      }
    }

    private List<Variation> variations(JsonNode list) {
      List<Variation> variations = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        JsonNode node = list.get(i);
        String pointer = "/variations/" + i;
        Condition when = conditions.read(node.path("when"), pointer + "/when");
        List<Variation.Change> changes = new ArrayList<>();
        for (int c = 0; c < node.path("changes").size(); c++) {
          JsonNode change = node.path("changes").get(c);
          String at = pointer + "/changes/" + c;
          knownRole(YamlReader.text(change, "role"), at + "/role");
          Variation.Change made =
              yaml.problems()
                  .attempt(
                      yaml.where(at),
                      null,
                      "Write one of set, add or multiply; set and add with a category.",
                      () -> change(change));
          if (made != null) {
            changes.add(made);
          }
        }
        variations.add(
            new Variation(
                YamlReader.text(node, "id"), YamlReader.text(node, "name"), when, changes));
      }
      return variations;
    }

    private Variation.Change change(JsonNode node) {
      Variation.Operation operation =
          node.has("set")
              ? Variation.Operation.SET
              : node.has("add") ? Variation.Operation.ADD : Variation.Operation.MULTIPLY;
      BigDecimal value =
          node.path(operation.name().toLowerCase(java.util.Locale.ROOT)).decimalValue();
      TimeCategory category =
          node.has("category") ? TimeCategory.of(YamlReader.text(node, "category")) : null;
      return new Variation.Change(
          YamlReader.text(node, "task"), YamlReader.text(node, "role"), category, operation, value);
    }

    private @Nullable Trigger trigger(JsonNode node) {
      Condition when = conditions.read(node.path("when"), "/trigger/when");
      if (node.has("continuous")) {
        return new Trigger.Continuous(per(YamlReader.text(node.path("continuous"), "per")), when);
      }
      if (node.has("schedule")) {
        return schedule(node.path("schedule"), when);
      }
      String key = node.has("events") ? "events" : "event";
      List<EventType> events = yaml.codes(node.path(key), "/trigger/" + key, EventType::of);
      return events.isEmpty()
          ? null
          : new Trigger.OnEvent(EnumSet.copyOf(events), node.path("age").asInt(0), when);
    }

    private @Nullable Trigger schedule(JsonNode node, Condition when) {
      List<Trigger.Step> steps = new ArrayList<>();
      for (int i = 0; i < node.path("steps").size(); i++) {
        Trigger.Step step =
            step(node.path("steps").get(i).asText(), "/trigger/schedule/steps/" + i);
        if (step != null) {
          steps.add(step);
        }
      }
      Trigger.Step then = step(YamlReader.text(node, "then"), "/trigger/schedule/then");
      EventType from =
          yaml.code(YamlReader.text(node, "from"), "/trigger/schedule/from", EventType::of);
      List<EventType> until =
          yaml.codes(node.path("until"), "/trigger/schedule/until", EventType::of);
      EventType recordedBy =
          node.has("recordedBy")
              ? yaml.code(
                  YamlReader.text(node, "recordedBy"),
                  "/trigger/schedule/recordedBy",
                  EventType::of)
              : null;
      return then == null || from == null
          ? null
          : new Trigger.OnSchedule(from, steps, then, Set.copyOf(until), recordedBy, when);
    }

    private Trigger.@Nullable Step step(String text, String pointer) {
      return yaml.problems()
          .attempt(
              yaml.where(pointer),
              text,
              "Write a step such as \"20 working-days\" or \"6 months\".",
              () -> {
                Matcher m = STEP.matcher(text);
                if (!m.matches()) {
                  throw new IllegalArgumentException("This is not a step of a schedule.");
                }
                return new Trigger.Step(
                    Integer.parseInt(m.group(1)), Coded.of(Trigger.Step.Unit.class, m.group(2)));
              });
    }

    private static Rate.Per per(String code) {
      return switch (code) {
        case "week" -> Rate.Per.WEEK;
        case "year" -> Rate.Per.YEAR;
        default -> Rate.Per.MONTH;
      };
    }
  }
}
