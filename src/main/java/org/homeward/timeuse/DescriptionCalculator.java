package org.homeward.timeuse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.homeward.process.ProcessGraph;
import org.homeward.process.RoleMinutes;
import org.homeward.process.Task;
import org.homeward.quantity.Minutes;

/** Describes surveys (method, section 5), after leaving out what researchers excluded. */
public final class DescriptionCalculator {

  private static final Set<Method> ALL = EnumSet.allOf(Method.class);

  /**
   * @param wanted the cells that are asked about
   * @param processes whose tasks should be covered
   */
  public Description calculate(
      List<Survey> surveys,
      List<Exclusion> exclusions,
      Predicate<TimeCell> wanted,
      Collection<ProcessGraph> processes) {
    List<Survey> kept = surveys.stream().map(s -> s.without(exclusions).about(wanted)).toList();
    List<Description.Slice> slices = new ArrayList<>(slices(Description.By.POOL, "all", kept, ALL));
    for (Method method : Method.values()) {
      slices.addAll(slices(Description.By.METHOD, method.code(), kept, EnumSet.of(method)));
    }
    Set<String> authorities =
        new TreeSet<>(kept.stream().map(Survey::authority).filter(a -> !a.isBlank()).toList());
    for (String authority : authorities) {
      List<Survey> own = kept.stream().filter(s -> s.authority().equals(authority)).toList();
      slices.addAll(slices(Description.By.AUTHORITY, authority, own, ALL));
    }
    slices.sort(
        Comparator.comparing((Description.Slice s) -> s.estimate().cell(), TimeCell.ORDER)
            .thenComparing(Description.Slice::by)
            .thenComparing(Description.Slice::of));
    Set<String> described = kept.stream().map(Survey::id).collect(Collectors.toSet());
    return new Description(
        slices,
        agreements(slices),
        coverage(kept, processes),
        exclusions.stream().filter(e -> described.contains(e.survey())).toList());
  }

  private static List<Description.Slice> slices(
      Description.By by, String of, List<Survey> surveys, Set<Method> methods) {
    Map<TimeCell, List<Description.Outlier>> far = new TreeMap<>(TimeCell.ORDER);
    TimeUse timeUse = new TimeUseCalculator().calculate(surveys, methods);
    Map<TimeCell, Statistics> statistics = new TreeMap<>(TimeCell.ORDER);
    timeUse.estimates().forEach(e -> statistics.put(e.cell(), e.statistics()));
    for (Survey survey : surveys) {
      for (Answer answer : survey.answers()) {
        Statistics s = statistics.get(answer.cell());
        if (s != null && methods.contains(survey.method())) {
          double reach = Description.FENCE * (s.upperQuartile() - s.lowerQuartile());
          double low = s.lowerQuartile() - reach;
          double high = s.upperQuartile() + reach;
          double minutes = answer.minutes().value().doubleValue();
          if (minutes < low || minutes > high) {
            far.computeIfAbsent(answer.cell(), c -> new ArrayList<>())
                .add(
                    new Description.Outlier(
                        survey.id(), answer.respondent(), answer.minutes(), low, high));
          }
        }
      }
    }
    return timeUse.estimates().stream()
        .map(e -> new Description.Slice(by, of, e, far.getOrDefault(e.cell(), List.of())))
        .toList();
  }

  private List<Description.Agreement> agreements(List<Description.Slice> slices) {
    Map<TimeCell, Map<Description.By, Map<String, Minutes>>> means = new TreeMap<>(TimeCell.ORDER);
    for (Description.Slice slice : slices) {
      if (slice.by() != Description.By.POOL) {
        means
            .computeIfAbsent(slice.estimate().cell(), c -> new TreeMap<>())
            .computeIfAbsent(slice.by(), b -> new TreeMap<>())
            .put(slice.of(), slice.estimate().mean());
      }
    }
    List<Description.Agreement> found = new ArrayList<>();
    means.forEach(
        (cell, bys) ->
            bys.forEach(
                (by, of) -> {
                  if (of.size() > 1) {
                    double ratio = ratio(of.values());
                    found.add(
                        new Description.Agreement(
                            cell, by, of, ratio, ratio <= Description.DISAGREEMENT));
                  }
                }));
    return found;
  }

  private static double ratio(Collection<Minutes> means) {
    double low = means.stream().mapToDouble(m -> m.value().doubleValue()).min().orElse(0);
    double high = means.stream().mapToDouble(m -> m.value().doubleValue()).max().orElse(0);
    return high == low ? 1 : high / low;
  }

  private static List<Description.Coverage> coverage(
      List<Survey> surveys, Collection<ProcessGraph> processes) {
    Map<Survey.AskedTask, Integer> asking = new HashMap<>();
    Map<Survey.AskedTask, Integer> answers = new HashMap<>();
    for (Survey survey : surveys) {
      survey.asked().forEach(a -> asking.merge(a, 1, Integer::sum));
      for (Answer answer : survey.answers()) {
        TimeCell cell = answer.cell();
        answers.merge(
            new Survey.AskedTask(cell.process(), cell.task(), cell.role()), 1, Integer::sum);
      }
    }
    List<Description.Coverage> coverage = new ArrayList<>();
    for (ProcessGraph process : processes) {
      for (Task task : process.tasks()) {
        Set<String> roles =
            new LinkedHashSet<>(task.minutes().stream().map(RoleMinutes::role).toList());
        for (String role : roles) {
          Survey.AskedTask about = new Survey.AskedTask(process.id(), task.id(), role);
          coverage.add(
              new Description.Coverage(
                  process.id(),
                  task.id(),
                  role,
                  asking.getOrDefault(about, 0),
                  answers.getOrDefault(about, 0)));
        }
      }
    }
    return coverage;
  }
}
