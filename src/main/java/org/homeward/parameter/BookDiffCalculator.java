package org.homeward.parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.homeward.costbook.BookInputs;
import org.homeward.costbook.CompiledBook;
import org.homeward.parameter.BookDiff.Item;
import org.homeward.parameter.BookDiff.Kind;
import org.homeward.parameter.BookDiff.UnitCostChange;
import org.homeward.parameter.ParameterCatalogue.Entry;
import org.homeward.problem.InputException;
import org.homeward.process.ProcessGraph;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/**
 * Compares two cost books: each difference is put into the first book alone, and the unit costs
 * that can be touched by it are costed again.
 */
public final class BookDiffCalculator {

  private final ParameterCatalogue first;
  private final ParameterCatalogue second;
  private final Map<String, Pence> before;
  private final List<Item> items = new ArrayList<>();

  private BookDiffCalculator(ParameterCatalogue first, ParameterCatalogue second) {
    this.first = first;
    this.second = second;
    before = unitCosts(first.inputs(), ids(first.inputs()));
  }

  /** What differs, with the effects. */
  public static BookDiff calculate(ParameterCatalogue first, ParameterCatalogue second) {
    return new BookDiffCalculator(first, second).calculate();
  }

  private BookDiff calculate() {
    Map<String, List<Difference>> byOwner = new LinkedHashMap<>();
    for (Difference difference : Difference.between(first, second)) {
      byOwner.computeIfAbsent(owner(difference), o -> new ArrayList<>()).add(difference);
    }
    byOwner.forEach(this::owned);
    Set<String> processes = ids(first.inputs());
    processes.addAll(ids(second.inputs()));
    for (String process : processes) {
      structure(process, byOwner.getOrDefault(Paths.process(process), List.of()));
    }
    conventions();
    return new BookDiff(items, changes());
  }

  private String owner(Difference difference) {
    return entryOf(difference).owner();
  }

  private Entry entryOf(Difference difference) {
    return (difference.before() == null ? second : first).entry(difference.path());
  }

  /** Numbers that both have are items of their own; the others go with their row or process. */
  private void owned(String owner, List<Difference> differences) {
    List<Difference> ofRow = new ArrayList<>();
    for (Difference difference : differences) {
      Parameter was = difference.before();
      Parameter is = difference.after();
      if (was == null || is == null) {
        ofRow.add(difference);
      } else if (!difference.isOfValue()) {
        add(
            difference.path(),
            difference.name(),
            Kind.SOURCE,
            List.of(difference),
            Set.of(),
            first::inputs);
      } else if (!was.unit().equals(is.unit())
          || !String.valueOf(was.priceYear()).equals(String.valueOf(is.priceYear()))) {
        add(
            difference.path(),
            difference.name(),
            Kind.CHANGED,
            List.of(difference),
            touched(owner),
            () -> taken(difference));
      } else {
        add(
            difference.path(),
            difference.name(),
            Kind.CHANGED,
            List.of(difference),
            touched(owner),
            () -> entryOf(difference).setter().apply(first.inputs(), is.value()));
      }
    }
    boolean ofProcess = owner.startsWith("processes/");
    if (!ofRow.isEmpty() && !ofProcess) {
      Difference any = ofRow.get(0);
      add(
          owner,
          any.name(),
          any.before() == null ? Kind.ADDED : Kind.REMOVED,
          ofRow,
          touched(owner),
          () -> taken(any));
    }
  }

  private BookInputs taken(Difference difference) {
    return entryOf(difference).taker().apply(first.inputs(), second.inputs());
  }

  /** What differs of a process when both have the numbers of the first. */
  private void structure(String id, List<Difference> differences) {
    ProcessGraph was = process(first.inputs(), id);
    ProcessGraph other = process(second.inputs(), id);
    if (Objects.equals(was, other)) {
      return;
    }
    if (was == null || other == null) {
      Kind kind = was == null ? Kind.ADDED : Kind.REMOVED;
      add(
          Paths.process(id),
          was != null ? was.name() : other != null ? other.name() : id,
          kind,
          differences,
          Set.of(),
          first::inputs);
      return;
    }
    BookInputs alone = withNumbersOfTheFirst(taken(id));
    if (!other.equals(was) && !Objects.equals(process(alone, id), process(normal(id), id))) {
      add(
          Paths.process(id),
          was.name(),
          Kind.STRUCTURE,
          differences.stream().filter(d -> d.before() == null || d.after() == null).toList(),
          Set.of(id),
          () -> alone);
    }
  }

  private BookInputs taken(String process) {
    List<ProcessGraph> changed = new ArrayList<>(first.inputs().processes());
    changed.replaceAll(
        g -> g.id().equals(process) ? second.inputs().findProcess(process).orElse(g) : g);
    return first.inputs().withProcesses(changed);
  }

  private BookInputs withNumbersOfTheFirst(BookInputs inputs) {
    BookInputs changed = inputs;
    for (Entry entry : ParameterCatalogue.of(inputs).entries()) {
      Entry own = first.find(entry.parameter().path());
      if (own != null && entry.owner().startsWith("processes/")) {
        changed = entry.setter().apply(changed, own.parameter().value());
      }
    }
    return changed;
  }

  /** The first book with its numbers written as they are when they are set. */
  private BookInputs normal(String process) {
    BookInputs changed = first.inputs();
    for (Entry entry : first.entries()) {
      if (entry.owner().equals(Paths.process(process))) {
        changed = entry.setter().apply(changed, entry.parameter().value());
      }
    }
    return changed;
  }

  private void conventions() {
    for (ConventionDifference difference : ConventionDifference.between(first, second)) {
      Effects effects = effects(before.keySet(), difference::alone);
      items.add(
          new Item(
              difference.path(),
              difference.name(),
              Kind.CONVENTION,
              List.of(),
              difference.before(),
              difference.after(),
              effects.pence(),
              effects.known()));
    }
  }

  private void add(
      String path,
      String name,
      Kind kind,
      List<Difference> numbers,
      Set<String> touched,
      Supplier<BookInputs> alone) {
    Effects effects = effects(touched, alone);
    items.add(new Item(path, name, kind, numbers, null, null, effects.pence(), effects.known()));
  }

  private record Effects(Map<String, Pence> pence, boolean known) {}

  private Effects effects(Set<String> touched, Supplier<BookInputs> alone) {
    Map<String, Pence> effects = new LinkedHashMap<>();
    if (touched.isEmpty()) {
      return new Effects(effects, true);
    }
    try {
      unitCosts(alone.get(), touched)
          .forEach(
              (process, pence) -> {
                Pence effect = pence.minus(before.getOrDefault(process, Pence.ZERO));
                if (effect.value() != 0) {
                  effects.put(process, effect);
                }
              });
      return new Effects(effects, true);
    } catch (InputException | IllegalArgumentException e) {
      return new Effects(Map.of(), false);
    }
  }

  /** The processes whose unit cost can depend on a row or document. */
  private Set<String> touched(String owner) {
    String[] words = owner.split("/", -1);
    return switch (words[0]) {
      case "processes", "time-use", "stated-unit-costs" ->
          before.containsKey(words[1]) ? Set.of(words[1]) : Set.of();
      case "fees", "prices", "discounts" -> Set.of();
      default -> before.keySet();
    };
  }

  private List<UnitCostChange> changes() {
    Map<String, Pence> after = unitCosts(second.inputs(), ids(second.inputs()));
    List<UnitCostChange> changes = new ArrayList<>();
    before.forEach(
        (process, pence) -> {
          Pence then = after.get(process);
          if (then != null && !then.equals(pence)) {
            Pence alone =
                items.stream()
                    .map(i -> i.effects().getOrDefault(process, Pence.ZERO))
                    .reduce(Pence.ZERO, Pence::plus);
            changes.add(new UnitCostChange(process, pence, then, alone));
          }
        });
    return changes;
  }

  private static Map<String, Pence> unitCosts(BookInputs inputs, Set<String> processes) {
    CompiledBook book = new CompiledBook(inputs.book());
    Map<String, Pence> costs = new LinkedHashMap<>();
    for (String process : processes) {
      costs.put(process, book.process(process).unitCost(0).perOccurrence());
    }
    return costs;
  }

  private static Set<String> ids(BookInputs inputs) {
    Set<String> ids = new LinkedHashSet<>();
    inputs.processes().forEach(p -> ids.add(p.id()));
    return ids;
  }

  private static @Nullable ProcessGraph process(BookInputs inputs, String id) {
    return inputs.findProcess(id).orElse(null);
  }
}
