package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import org.homeward.pathway.PathwayTemplate;
import org.jspecify.annotations.Nullable;

/** How pathway templates look when they travel. Amounts are pounds with two decimals, exact. */
final class PathwayTemplateResponses {

  private PathwayTemplateResponses() {}

  /** A pathway template: its legs and events in their own words of time, and where it branches. */
  @Serdeable
  record PathwayTemplateResponse(
      String id,
      String name,
      String description,
      boolean illustrative,
      String note,
      List<String> sources,
      TemplatePart trunk,
      List<TemplateBranch> branches) {

    static PathwayTemplateResponse of(PathwayTemplate t) {
      return new PathwayTemplateResponse(
          t.id(),
          t.name(),
          t.description(),
          t.provenance().illustrative(),
          t.provenance().note(),
          t.sources(),
          TemplatePart.of(t.trunk()),
          t.options().stream()
              .map(
                  o ->
                      new TemplateBranch(
                          o.id(),
                          o.name(),
                          String.valueOf(t.branchAt()),
                          o.probability(),
                          TemplatePart.of(o.part())))
              .toList());
    }
  }

  /** One way in which a template goes on. */
  @Serdeable
  record TemplateBranch(
      String id, String name, String at, BigDecimal probability, TemplatePart part) {}

  /** Legs, each until the next; events; supports and one-off costs by item. */
  @Serdeable
  record TemplatePart(
      List<TemplateLeg> legs,
      List<TemplateStep> events,
      List<TemplateStep> supports,
      List<TemplateStep> oneOffs) {
    static TemplatePart of(PathwayTemplate.Part part) {
      return new TemplatePart(
          part.legs().stream()
              .map(
                  l ->
                      new TemplateLeg(
                          l.from().toString(),
                          l.type().code(),
                          l.provider().code(),
                          l.area().code(),
                          l.legalStatus().code(),
                          l.sameCarer()))
              .toList(),
          part.events().stream()
              .map(e -> new TemplateStep(e.type().code(), e.at().toString(), null, BigDecimal.ONE))
              .toList(),
          part.supports().stream()
              .map(
                  x ->
                      new TemplateStep(x.item(), x.from().toString(), x.to().toString(), x.share()))
              .toList(),
          part.oneOffs().stream()
              .map(o -> new TemplateStep(o.item(), o.at().toString(), null, o.share()))
              .toList());
    }
  }

  /** A leg of a template. */
  @Serdeable
  record TemplateLeg(
      String from,
      String placement,
      String provider,
      String area,
      String legalStatus,
      boolean sameCarer) {}

  /** An event, or an item with the share of families who have it. */
  @Serdeable
  record TemplateStep(String what, String from, @Nullable String to, BigDecimal share) {}
}
