package org.homeward.parameter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.homeward.costbook.BookInputs;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CostBook;
import org.homeward.parameter.BookDiff.Item;
import org.homeward.parameter.BookDiff.Kind;
import org.homeward.parameter.ParameterCatalogue.Entry;
import org.homeward.problem.InputException;
import org.homeward.process.ProcessGraph;
import org.homeward.quantity.Format;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/**
 * Compares two cost books: each difference is put into the first book alone, and the unit costs
 * that can be touched by it are costed again, as is what the fee or price is that it is of.
 */
public final class BookDiffCalculator {

  private final ParameterCatalogue first;
  private final ParameterCatalogue second;
  private final CostBook book;
  private final Function<CompiledBook, Map<String, Pence>> routes;
  private final ProcessCosts before;
  private final Map<String, Pence> routesBefore;
  private final Map<String, Pence> homesBefore;
  private final List<Item> items = new ArrayList<>();

  private BookDiffCalculator(
      ParameterCatalogue first,
      ParameterCatalogue second,
      Function<CompiledBook, Map<String, Pence>> routes) {
    this.first = first;
    this.second = second;
    this.routes = routes;
    book = first.inputs().book();
    CompiledBook compiled = new CompiledBook(book);
    before = ProcessCosts.of(compiled, ids(first.inputs()));
    routesBefore = routes.apply(compiled);
    homesBefore = PaidEffect.homes(book, book);
  }

  /**
   * What differs, with the effects.
   *
   * @param routes what the routes of the first book cost by a book
   */
  public static BookDiff calculate(
      ParameterCatalogue first,
      ParameterCatalogue second,
      Function<CompiledBook, Map<String, Pence>> routes) {
    return new BookDiffCalculator(first, second, routes).calculate();
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
    for (RowDifference d : RowDifference.between(first.inputs(), second.inputs())) {
      add(
          d.path(),
          d.name(),
          Kind.CHANGED,
          List.of(),
          effects(touched(d.owner()), d.owner(), d::alone),
          d.before(),
          d.after());
    }
    bankHolidays();
    conventions();
    ProcessCosts after =
        ProcessCosts.of(new CompiledBook(second.inputs().book()), ids(second.inputs()));
    return new BookDiff(
        items,
        CostChange.of(
            before.standard(), after.standard(), items.stream().map(Item::effects).toList()),
        CostChange.of(
            before.varied(), after.varied(), items.stream().map(Item::variedEffects).toList()));
  }

  /** A part of a home that only one of the books has goes with the home. */
  private String owner(Difference difference) {
    String owner = entryOf(difference).owner();
    String home = Paths.homeOf(owner);
    return home == null || (has(first, home) && has(second, home)) ? owner : home;
  }

  private static boolean has(ParameterCatalogue numbers, String home) {
    return numbers.find(home + "/beds") != null;
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
          Kind.of(any.before(), any.after(), Kind.CHANGED),
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
      add(
          Paths.process(id),
          was != null ? was.name() : other != null ? other.name() : id,
          Kind.of(was, other, Kind.STRUCTURE),
          differences,
          Set.of(),
          () -> other == null ? without(id) : with(other));
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

  private BookInputs with(ProcessGraph process) {
    List<ProcessGraph> all = new ArrayList<>(first.inputs().processes());
    all.add(process);
    return first.inputs().withProcesses(all);
  }

  private BookInputs without(String process) {
    return first
        .inputs()
        .withProcesses(
            first.inputs().processes().stream().filter(g -> !g.id().equals(process)).toList());
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

  private void bankHolidays() {
    Map<LocalDate, String> before = bankHolidays(first);
    Map<LocalDate, String> after = bankHolidays(second);
    Set<LocalDate> days = new TreeSet<>(before.keySet());
    days.addAll(after.keySet());
    for (LocalDate day : days) {
      String was = before.get(day);
      String is = after.get(day);
      if (!Objects.equals(was, is)) {
        items.add(
            Item.ofWords(
                "bank-holidays/" + day,
                "Bank holiday, " + Format.date(day),
                Kind.of(was, is, Kind.CHANGED),
                was,
                is,
                Map.of()));
      }
    }
  }

  private static Map<LocalDate, String> bankHolidays(ParameterCatalogue of) {
    Map<LocalDate, String> days = new HashMap<>();
    of.inputs().tables().bankHolidays().forEach(h -> days.put(h.date(), h.name()));
    return days;
  }

  private void conventions() {
    for (ConventionDifference d : ConventionDifference.between(first, second)) {
      add(
          d.path(),
          d.name(),
          Kind.CONVENTION,
          List.of(),
          effects(before.standard().keySet(), d.path(), d::alone),
          d.before(),
          d.after());
    }
  }

  private void add(
      String path,
      String name,
      Kind kind,
      List<Difference> numbers,
      Set<String> touched,
      Supplier<BookInputs> alone) {
    String owner = numbers.isEmpty() ? path : owner(numbers.get(0));
    add(path, name, kind, numbers, effects(touched, owner, alone), null, null);
  }

  private void add(
      String path,
      String name,
      Kind kind,
      List<Difference> numbers,
      Effects effects,
      @Nullable String was,
      @Nullable String is) {
    items.add(
        new Item(
            path,
            name,
            kind,
            numbers,
            was,
            is,
            effects.costs().standard(),
            effects.costs().varied(),
            effects.routes(),
            effects.homes(),
            effects.paid(),
            effects.known()));
  }

  private record Effects(
      ProcessCosts costs,
      Map<String, Pence> routes,
      Map<String, Pence> homes,
      @Nullable PaidEffect paid,
      boolean known) {

    static Effects none(boolean known) {
      return new Effects(new ProcessCosts(Map.of(), Map.of()), Map.of(), Map.of(), null, known);
    }
  }

  private Effects effects(Set<String> touched, String owner, Supplier<BookInputs> alone) {
    try {
      BookInputs changed = alone.get();
      if (changed.equals(first.inputs())) {
        return Effects.none(true); // only a source differs
      }
      CompiledBook compiled = new CompiledBook(changed.book());
      return new Effects(
          ProcessCosts.of(compiled, touched).since(before),
          CostChange.since(routesBefore, routes.apply(compiled)),
          CostChange.since(homesBefore, PaidEffect.homes(book, compiled.book())),
          PaidEffect.of(book, compiled.book(), owner),
          true);
    } catch (InputException | IllegalArgumentException e) {
      return Effects.none(false);
    }
  }

  /** The processes whose unit cost can depend on a row or document. */
  private Set<String> touched(String owner) {
    String[] words = owner.split("/", -1);
    return switch (words[0]) {
      case "processes", "time-use", "stated-unit-costs" ->
          before.standard().containsKey(words[1]) ? Set.of(words[1]) : Set.of();
      case "fees", "homes", "prices", "discounts" -> Set.of();
      default -> before.standard().keySet();
    };
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
