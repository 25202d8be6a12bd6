package org.homeward.loader;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.history.Area;
import org.homeward.history.LegalStatus;
import org.homeward.history.Need;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.process.Condition;
import org.homeward.process.IntRange;

/** Reads a condition: a map whose tests must all hold, or a list of such maps of which any may. */
final class ConditionReader {

  private final YamlReader yaml;

  ConditionReader(YamlReader yaml) {
    this.yaml = yaml;
  }

  Condition read(JsonNode node, String pointer) {
    if (node.isMissingNode() || node.isNull()) {
      return Condition.ALWAYS;
    }
    List<Condition.Alternative> alternatives = new ArrayList<>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        alternatives.add(alternative(node.get(i), pointer + "/" + i));
      }
    } else {
      alternatives.add(alternative(node, pointer));
    }
    return alternatives.isEmpty() ? Condition.ALWAYS : new Condition(alternatives);
  }

  private Condition.Alternative alternative(JsonNode node, String pointer) {
    Condition.Alternative made = Condition.Alternative.ALWAYS;
    for (Map.Entry<String, JsonNode> test : node.properties()) {
      String at = pointer + "/" + test.getKey();
      JsonNode value = test.getValue();
      made =
          switch (test.getKey()) {
            case "placement.type" -> made.inTypes(yaml.codes(value, at, PlacementType::of));
            case "placement.provider" -> made.byProviders(yaml.codes(value, at, Provider::of));
            case "placement.area" -> made.inAreas(yaml.codes(value, at, Area::of));
            case "legal.status" -> made.under(yaml.codes(value, at, LegalStatus::of));
            case "child.needs" -> made.withNeeds(yaml.codes(value, at, Need::of));
            case "placement.sequence" -> made.sequence(range(value, at));
            case "placement.months" -> made.months(range(value, at));
            case "placement.recent" -> made.recent(range(value, at));
            case "child.age" -> made.age(range(value, at));
            case "occurrence" -> made.occurrence(range(value, at));
            default -> made; // refused by the schema
          };
    }
    return made;
  }

  private IntRange range(JsonNode value, String pointer) {
    IntRange range =
        yaml.problems()
            .attempt(
                yaml.where(pointer),
                value,
                "Write a whole number, or {from: a, below: b} with a smaller than b.",
                () ->
                    value.isObject()
                        ? new IntRange(
                            value.path("from").asInt(Integer.MIN_VALUE),
                            value.path("below").asInt(Integer.MAX_VALUE))
                        : new IntRange(value.asInt(), value.asInt() + 1));
    return range == null ? IntRange.ANY : range;
  }
}
