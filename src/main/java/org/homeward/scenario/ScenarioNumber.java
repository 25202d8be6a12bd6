package org.homeward.scenario;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.costbook.CompiledBook;
import org.homeward.parameter.Parameter;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.pathway.Pathway;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;

/**
 * One number that a scenario can change.
 *
 * @param path for instance {@code pathways/adoption/legs/1/length}; legs are counted from 1
 * @param name for readers
 * @param unit {@code days}, {@code part of one} or {@code £ a week}
 */
public record ScenarioNumber(String path, String name, String unit, BigFraction value) {

  /** Those of one pathway. */
  public static List<ScenarioNumber> of(Pathway pathway, CompiledBook book) {
    return new PathwayNumbers(pathway, book).all();
  }

  /**
   * The one at a path, of a pathway or of the cost book.
   *
   * @throws InputException naming the nearest paths, if there is not exactly one
   */
  public static ScenarioNumber find(
      String path, List<Pathway> pathways, ParameterCatalogue parameters, CompiledBook book) {
    for (Pathway pathway : pathways) {
      if (path.startsWith("pathways/" + pathway.id() + "/")) {
        return new PathwayNumbers(pathway, book).number(path);
      }
    }
    List<Parameter> meant = parameters.meant(path);
    if (meant.size() != 1) {
      throw new InputException(
          Problem.of(
              "path",
              path,
              "This path means " + meant.size() + " numbers.",
              "Name one of them, for instance " + meant.get(0).path() + "."));
    }
    Parameter one = meant.get(0);
    return new ScenarioNumber(one.path(), one.name(), one.unit(), one.value());
  }

  /** With its unit: {@code £733 a week}, {@code 40 days}. */
  public String written() {
    return ChangeWords.written(value, unit);
  }

  /** By what it is sensible to go on: a penny, a day, a thousandth. */
  public BigDecimal step() {
    return unit.startsWith("£")
        ? new BigDecimal("0.01")
        : unit.equals("part of one") ? new BigDecimal("0.001") : BigDecimal.ONE;
  }
}
