package org.homeward.loader;

import java.util.List;
import java.util.Set;
import org.homeward.costbook.BookInputs;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.ReferenceTables;
import org.homeward.pathway.PathwayTemplate;
import org.homeward.placement.AuthorityCosts;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.timeuse.EstimateSet;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.Survey;

/**
 * One version of everything that the service knows: the cost book made of it, the pathway
 * templates, the surveys.
 *
 * @param inputs what the book is made of
 * @param authorities what is published for each authority: fees may be taken from there
 */
public record Catalogue(
    CostBook book,
    List<PathwayTemplate> pathways,
    List<Survey> surveys,
    BookInputs inputs,
    AuthorityCosts authorities) {

  public Catalogue {
    pathways = List.copyOf(pathways);
    surveys = List.copyOf(surveys);
  }

  /** Staff, fees, prices, indices: more than the book uses. */
  public ReferenceTables tables() {
    return inputs.tables();
  }

  /** What the surveys beside the processes say by these methods. */
  public EstimateSet surveyed(Set<Method> methods) {
    return EstimateSet.shipped(surveys, methods);
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
