package org.homeward.loader;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.homeward.history.Area;
import org.homeward.history.EventType;
import org.homeward.history.LegalStatus;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.pathway.PathwayTemplate;
import org.homeward.pathway.TimePoint;
import org.homeward.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Reads one pathway template from its YAML file. */
final class PathwayReader {

  private final SchemaCheck schema;
  private final UsedIds used = new UsedIds("pathways");
  private final Set<String> items;

  /**
   * @param items every item of the price list
   */
  PathwayReader(String schemaText, Set<String> items) {
    schema = new SchemaCheck(schemaText);
    this.items = items;
  }

  /** The template, or null with every problem of the file collected. */
  @Nullable PathwayTemplate read(String path, String text, Problems problems) {
    Problems own = new Problems();
    YamlDocument document = YamlDocument.read(path, text, own);
    PathwayTemplate template = null;
    if (document != null && schema.passes(document, own)) {
      YamlReader yaml = new YamlReader(document, own);
      used.use(YamlReader.text(yaml.root(), "id"), path, yaml);
      template = new OneFile(yaml).read();
    }
    problems.addAll(own.list());
    return own.isEmpty() ? template : null;
  }

  /** The reading of one file. */
  private final class OneFile {

    private final YamlReader yaml;

    OneFile(YamlReader yaml) {
      this.yaml = yaml;
    }

    PathwayTemplate read() {
      JsonNode root = yaml.root();
      List<PathwayTemplate.Option> options = new ArrayList<>();
      TimePoint branchAt = null;
      if (root.has("branches")) {
        branchAt = time(root.path("branches"), "at", "/branches");
        JsonNode list = root.path("branches").path("options");
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < list.size(); i++) {
          JsonNode option = list.get(i);
          BigDecimal probability = YamlReader.decimal(option, "probability", BigDecimal.ZERO);
          sum = sum.add(probability);
          options.add(
              new PathwayTemplate.Option(
                  YamlReader.text(option, "id"),
                  YamlReader.text(option, "name"),
                  probability,
                  part(option, "/branches/options/" + i)));
        }
        if (sum.compareTo(BigDecimal.ONE) != 0) {
          yaml.problems()
              .add(
                  yaml.where("/branches/options"),
                  sum.toPlainString(),
                  "The probabilities do not add up to 1.",
                  "Mend one of them.");
        }
      }
      List<String> sources = new ArrayList<>();
      root.path("sources").forEach(s -> sources.add(s.asText()));
      return new PathwayTemplate(
          YamlReader.text(root, "id"),
          YamlReader.text(root, "name"),
          YamlReader.text(root, "description"),
          part(root, ""),
          branchAt,
          options,
          yaml.provenance(),
          sources);
    }

    private PathwayTemplate.Part part(JsonNode node, String pointer) {
      List<PathwayTemplate.TemplateLeg> legs = new ArrayList<>();
      each(node, pointer, "legs", (leg, at) -> legs.add(leg(leg, at)));
      List<PathwayTemplate.TemplateEvent> events = new ArrayList<>();
      each(
          node,
          pointer,
          "events",
          (event, at) -> {
            EventType type =
                yaml.code(YamlReader.text(event, "event"), at + "/event", EventType::of);
            if (type != null) {
              events.add(new PathwayTemplate.TemplateEvent(time(event, "at", at), type));
            }
          });
      List<PathwayTemplate.TemplateSupport> supports = new ArrayList<>();
      each(
          node,
          pointer,
          "supports",
          (support, at) ->
              supports.add(
                  new PathwayTemplate.TemplateSupport(
                      item(support, at),
                      time(support, "from", at),
                      time(support, "to", at),
                      YamlReader.decimal(support, "share", BigDecimal.ONE))));
      List<PathwayTemplate.TemplateOneOff> oneOffs = new ArrayList<>();
      each(
          node,
          pointer,
          "oneOffs",
          (oneOff, at) ->
              oneOffs.add(
                  new PathwayTemplate.TemplateOneOff(
                      item(oneOff, at),
                      time(oneOff, "at", at),
                      YamlReader.decimal(oneOff, "share", BigDecimal.ONE))));
      return new PathwayTemplate.Part(legs, events, supports, oneOffs);
    }

    private void each(
        JsonNode node,
        String pointer,
        String key,
        java.util.function.BiConsumer<JsonNode, String> reader) {
      for (int i = 0; i < node.path(key).size(); i++) {
        reader.accept(node.path(key).get(i), pointer + "/" + key + "/" + i);
      }
    }

    private PathwayTemplate.TemplateLeg leg(JsonNode leg, String pointer) {
      PlacementType type =
          yaml.code(YamlReader.text(leg, "placement"), pointer + "/placement", PlacementType::of);
      Provider provider =
          yaml.code(leg.path("provider").asText("none"), pointer + "/provider", Provider::of);
      Area area = yaml.code(leg.path("area").asText("in-area"), pointer + "/area", Area::of);
      LegalStatus legal =
          yaml.code(leg.path("legal").asText("none"), pointer + "/legal", LegalStatus::of);
      return new PathwayTemplate.TemplateLeg(
          time(leg, "from", pointer),
          type == null ? PlacementType.OTHER : type,
          provider == null ? Provider.NONE : provider,
          area == null ? Area.IN_AREA : area,
          legal == null ? LegalStatus.NONE : legal,
          leg.path("sameCarer").asBoolean(false));
    }

    private String item(JsonNode node, String pointer) {
      String item = YamlReader.text(node, "item");
      if (!items.contains(item)) {
        yaml.problems()
            .add(
                yaml.where(pointer + "/item"),
                item,
                "There is no price of this item.",
                "Add it to prices.csv, or use one of " + String.join(", ", items) + ".");
      }
      return item;
    }

    private TimePoint time(JsonNode node, String key, String pointer) {
      String text = YamlReader.text(node, key);
      TimePoint point =
          yaml.problems()
              .attempt(
                  yaml.where(pointer + "/" + key),
                  text,
                  "Write 0, 14 months, 10 days, age 16 or horizon.",
                  () -> TimePoint.parse(text));
      return point == null ? new TimePoint.AfterStart(0, 0) : point;
    }
  }
}
