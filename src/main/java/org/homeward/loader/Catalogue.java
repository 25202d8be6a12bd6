package org.homeward.loader;

import java.util.List;
import java.util.Map;
import org.homeward.costbook.CostBook;
import org.homeward.pathway.PathwayTemplate;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.PriceIndex;
import org.homeward.timeuse.Survey;

/**
 * One version of everything that the service knows: the cost book made of it, the pathway
 * templates, the surveys.
 *
 * @param indices every price index, of which the book uses one
 */
public record Catalogue(
    CostBook book,
    List<PathwayTemplate> pathways,
    List<Survey> surveys,
    Map<String, PriceIndex> indices) {

  public Catalogue {
    pathways = List.copyOf(pathways);
    surveys = List.copyOf(surveys);
    indices = Map.copyOf(indices);
  }

  /**
   * @throws InputException naming every known id, if there is no such template
   */
  public PathwayTemplate pathway(String id) {
    return pathways.stream()
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    Problem.of(
                        "pathways",
                        id,
                        "There is no pathway template of this id.",
                        "Use one of "
                            + String.join(", ", pathways.stream().map(PathwayTemplate::id).toList())
                            + ".")));
  }
}
