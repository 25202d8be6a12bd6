package org.homeward.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.costbook.BookEdit;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.CostBookEntry;
import org.homeward.drafting.FileDifference;
import org.homeward.drafting.OpenBook;
import org.homeward.drafting.ParameterHistory;
import org.homeward.explanation.BookFigures;
import org.homeward.parameter.BookDiff;
import org.homeward.parameter.CostChange;
import org.homeward.parameter.Difference;
import org.homeward.parameter.PaidEffect;
import org.homeward.parameter.Parameter;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.quantity.Format;
import org.homeward.quantity.Pence;
import org.jspecify.annotations.Nullable;

/** What is known of cost books, as tables. */
final class CostBookTables {

  private CostBookTables() {}

  /** A book, to be chosen by its id. */
  static Option option(CostBookEntry book) {
    return Option.of(book.id(), book.name() + " (" + book.id() + ")");
  }

  static Table books(List<CostBookEntry> books) {
    return new Table(
        "cost-books",
        "Cost books",
        List.of("Name", "Number", "State", "Begun", "Published"),
        books.stream()
            .map(
                b ->
                    Table.Row.of(
                        Cell.text(b.name()).to("/cost-books/" + b.id()),
                        Cell.text(b.id()),
                        Cell.text(Format.title(b.state().code())),
                        date(b.createdAt()),
                        date(b.publishedAt())))
            .toList());
  }

  private static Cell date(@Nullable Instant instant) {
    return instant == null ? Cell.text("–") : Cell.date(instant);
  }

  static Map<String, Cell> facts(OpenBook book) {
    CostBookEntry entry = book.entry();
    CostBook inputs = book.book();
    Map<String, Cell> facts = new LinkedHashMap<>();
    facts.put("State", Cell.text(Format.title(entry.state().code())));
    facts.put("Begun", date(entry.createdAt()));
    facts.put("Published", date(entry.publishedAt()));
    facts.put("Prices of", Cell.text(inputs.priceYear().toString()));
    facts.put("Hours", Cell.text(Format.title(inputs.hourBasis().code())));
    facts.put("Minutes", Cell.text(inputs.estimates().name()));
    facts.put("Price index", Cell.text(inputs.index().name()));
    facts.put("Discounts", Cell.text(inputs.discounts().name()));
    facts.put(
        "Numbers",
        Cell.number(book.parameters().all().size())
            .to("/cost-books/" + entry.id() + "/parameters"));
    facts.put(
        "Of these illustrative",
        Cell.number(
                book.parameters().all().stream().filter(p -> p.provenance().illustrative()).count())
            .to("/cost-books/" + entry.id() + "/parameters?kind=illustrative"));
    return facts;
  }

  static Table edits(List<BookEdit> edits, ParameterCatalogue numbers) {
    List<Table.Row> rows = new ArrayList<>();
    for (BookEdit edit : edits) {
      Cell when = date(edit.at());
      if (edit.alterations().isEmpty()) {
        rows.add(
            Table.Row.of(
                Cell.number(edit.edition()),
                when,
                Cell.text(edit.by()),
                Cell.text(edit.reason()),
                Cell.text("–"),
                Cell.text(""),
                Cell.text("")));
      }
      for (BookEdit.Alteration a : edit.alterations()) {
        rows.add(
            Table.Row.of(
                Cell.number(edit.edition()),
                when,
                Cell.text(edit.by()),
                Cell.text(edit.reason()),
                named(numbers.name(a.path()), a.path()),
                written(a.before()),
                written(a.after())));
      }
    }
    return new Table(
        "edits",
        "Who edited it, when and why",
        List.of("Edition", "Day", "By", "Reason", "What", "From", "To"),
        rows);
  }

  /** The edits of one number alone. */
  static List<BookEdit> of(String path, List<BookEdit> edits) {
    return edits.stream()
        .map(
            e ->
                new BookEdit(
                    e.edition(),
                    e.by(),
                    e.at(),
                    e.reason(),
                    e.alterations().stream().filter(a -> a.path().equals(path)).toList()))
        .filter(e -> !e.alterations().isEmpty())
        .toList();
  }

  private static Cell named(String name, String path) {
    return name.equals(path) ? Cell.text(name) : Cell.text(name).at(path);
  }

  private static Cell written(@Nullable String value) {
    return value == null
        ? Cell.text("nothing")
        : value.matches("-?\\d{1,20}(\\.\\d{1,20})?")
            ? Cell.number(new BigDecimal(value))
            : Cell.text(value);
  }

  static Table parameters(CostBookEntry book, List<Parameter> parameters) {
    return new Table(
        "numbers",
        "Numbers",
        List.of("Number", "Value", "Unit", "Prices of", "From", "Source"),
        parameters.stream()
            .map(
                p ->
                    Table.Row.of(
                        named(p.name(), p.path())
                            .to(CostBookPageController.parameterAddress(book.id(), p.path())),
                        Cell.number(p.decimal()).illustrative(p.provenance().illustrative()),
                        Cell.text(p.unit()),
                        Cell.text(p.priceYear() == null ? "–" : p.priceYear().toString()),
                        p.from() == null ? Cell.text("–") : Cell.date(p.from()),
                        Cell.text(p.provenance().source())))
            .toList());
  }

  static Map<String, Cell> facts(CostBookEntry book, Parameter p) {
    Map<String, Cell> facts = new LinkedHashMap<>();
    facts.put("Value", Cell.number(p.decimal()).illustrative(p.provenance().illustrative()));
    facts.put("Unit", Cell.text(p.unit()));
    if (p.priceYear() != null) {
      facts.put("Prices of", Cell.text(p.priceYear().toString()));
    }
    if (p.from() != null) {
      facts.put("From", Cell.date(p.from()));
      facts.put("Until", p.until() == null ? Cell.text("now") : Cell.date(p.until()));
    }
    facts.put("Source", Cell.text(p.provenance().source()));
    if (!p.provenance().note().isEmpty()) {
      facts.put("Note", Cell.text(p.provenance().note()));
    }
    String used = p.insteadOf();
    if (used != null) {
      facts.put(
          "Not used",
          Cell.text("A survey has an estimate, which is used in its place")
              .to(CostBookPageController.parameterAddress(book.id(), used)));
    }
    facts.put("Path", Cell.text(p.path()));
    return facts;
  }

  static Table history(List<ParameterHistory.Point> history) {
    return new Table(
        "history",
        "Cost books in which it changed",
        List.of("Cost book", "Published", "Value", "Source"),
        history.stream()
            .map(
                h -> {
                  Parameter of = h.parameter();
                  return Table.Row.of(
                      Cell.text(h.book().id()).to("/cost-books/" + h.book().id()),
                      date(h.book().publishedAt()),
                      of == null
                          ? Cell.text("not there")
                          : Cell.number(of.decimal()).illustrative(of.provenance().illustrative()),
                      Cell.text(of == null ? "–" : of.provenance().source()));
                })
            .toList());
  }

  static Table differences(BookDiff diff, CostBookEntry second, Names names) {
    List<Table.Row> rows = new ArrayList<>();
    for (BookDiff.Item item : diff.items()) {
      Cell effect = effect(item, names);
      if (item.numbers().isEmpty()) {
        rows.add(
            row(
                named(item.name(), item.path()),
                item.kind(),
                written(item.before()),
                written(item.after()),
                effect));
      }
      for (Difference number : item.numbers()) {
        Cell name = named(number.name(), number.path());
        rows.add(
            row(
                number.after() == null
                    ? name
                    : name.to(CostBookPageController.parameterAddress(second.id(), number.path())),
                item.kind(),
                side(item.kind(), number.before()),
                side(item.kind(), number.after()),
                effect));
      }
    }
    return new Table(
        "differences",
        "What differs",
        List.of("What", "How", "Before", "After", "Alone it changes"),
        rows);
  }

  private static Table.Row row(Cell name, BookDiff.Kind kind, Cell from, Cell to, Cell effect) {
    return Table.Row.of(name, Cell.text(Format.title(kind.code())), from, to, effect);
  }

  private static Cell side(BookDiff.Kind kind, @Nullable Parameter number) {
    if (number == null) {
      return Cell.text("nothing");
    }
    return kind == BookDiff.Kind.SOURCE
        ? Cell.text(number.provenance().source())
        : Cell.number(number.decimal());
  }

  /** What is paid by its fee or price, and the home, unit cost and route that change most. */
  private static Cell effect(BookDiff.Item item, Names names) {
    if (!item.alone()) {
      return Cell.text("cannot be costed alone");
    }
    List<String> told = new ArrayList<>();
    PaidEffect paid = item.paid();
    if (paid != null) {
      told.add(paid(paid));
    } else {
      most(item.homeEffects(), label -> "a week in " + label).ifPresent(told::add);
    }
    Map<String, Pence> costs = item.effects().isEmpty() ? item.variedEffects() : item.effects();
    most(costs, id -> process(id, names)).ifPresent(told::add);
    most(item.routeEffects(), id -> route(id, names)).ifPresent(told::add);
    return Cell.text(told.isEmpty() ? "no unit cost and no route" : String.join("; ", told));
  }

  private static Optional<String> most(Map<String, Pence> effects, Function<String, String> name) {
    return effects.entrySet().stream()
        .max(Comparator.comparingLong(e -> Math.abs(e.getValue().value())))
        .map(e -> name.apply(e.getKey()) + " by " + e.getValue() + andOthers(effects.size() - 1));
  }

  private static String paid(PaidEffect paid) {
    String per = paid.per().equals("week") ? " a week" : " once";
    return paid.byPayer().entrySet().stream()
        .map(e -> Format.words(e.getKey().code()) + " pays " + more(e.getValue()) + per)
        .collect(Collectors.joining(", "));
  }

  private static String more(Pence change) {
    return change.value() < 0 ? Pence.ZERO.minus(change) + " less" : change + " more";
  }

  /** {@code review/first-review} is {@code Review, first review}. */
  private static String process(String id, Names names) {
    int slash = id.indexOf('/');
    int colon = id.indexOf(": ");
    if (colon >= 0) {
      return names.process(id.substring(0, colon)) + id.substring(colon);
    }
    return slash < 0
        ? names.process(id)
        : names.process(id.substring(0, slash))
            + ", "
            + Format.words(id.substring(slash + 1).replace("+", " and "));
  }

  private static String andOthers(int others) {
    return others == 0 ? "" : others == 1 ? " and one other" : " and " + others + " others";
  }

  static Table unitCosts(BookDiff diff, CostBookEntry first, CostBookEntry second, Names names) {
    return unitCosts(
        "unit-costs", "Unit costs that differ", diff.unitCosts(), first, second, names);
  }

  static Table variedCosts(BookDiff diff, CostBookEntry first, CostBookEntry second, Names names) {
    return unitCosts(
        "varied-costs",
        "Unit costs that differ where variations apply",
        diff.variedCosts(),
        first,
        second,
        names);
  }

  private static Table unitCosts(
      String id,
      String title,
      List<CostChange> changes,
      CostBookEntry first,
      CostBookEntry second,
      Names names) {
    BookWhy before = BookWhy.ofBook(first.id());
    BookWhy after = BookWhy.ofBook(second.id());
    return new Table(
        id,
        title,
        List.of("Process", "Before", "After", "Difference", "Alone", "Together"),
        changes.stream()
            .map(
                c -> {
                  String figure = BookFigures.unitCost(c.id().replace('/', '+'));
                  boolean stated = c.id().contains(": "); // which has no address of its own
                  return Table.Row.of(
                      Cell.text(process(c.id(), names)),
                      Cell.pounds(c.before()).to(stated ? null : before.address(figure)),
                      Cell.pounds(c.after()).to(stated ? null : after.address(figure)),
                      Cell.pounds(c.difference())
                          .to(stated ? null : after.less(figure, before, figure)),
                      Cell.pounds(c.alone()).to("#differences"),
                      Cell.pounds(c.together()).to("#differences"));
                })
            .toList());
  }

  /**
   * What routes cost to the 18th birthday, each by its own book.
   *
   * @param from the day on which they begin
   */
  static Table routes(
      List<CostChange> changes,
      LocalDate from,
      CostBookEntry first,
      CostBookEntry second,
      Names names) {
    BookWhy before = new BookWhy(first.id(), "", first.id());
    BookWhy after = new BookWhy(second.id(), "", second.id());
    return new Table(
        "routes",
        "Routes that cost something else, to the 18th birthday",
        List.of("Route", "Before", "After", "Difference", "Alone", "Together"),
        changes.stream()
            .map(
                c -> {
                  String figure = BookWhy.route(c.id(), from);
                  return Table.Row.of(
                      Cell.text(route(c.id(), names)),
                      Cell.pounds(c.before()).to(before.address(figure)),
                      Cell.pounds(c.after()).to(after.address(figure)),
                      Cell.pounds(c.difference()).to(after.less(figure, before, figure)),
                      Cell.pounds(c.alone()).to("#differences"),
                      Cell.pounds(c.together()).to("#differences"));
                })
            .toList());
  }

  /** {@code adoption/2} is {@code Adoption from the age of 2}. */
  private static String route(String id, Names names) {
    int slash = id.indexOf('/');
    return names.route(id.substring(0, slash)) + " from the age of " + id.substring(slash + 1);
  }

  static Table lines(List<FileDifference> files) {
    List<Table.Row> rows = new ArrayList<>();
    for (FileDifference file : files) {
      for (FileDifference.Place place : file.places()) {
        rows.add(
            Table.Row.of(
                Cell.text(file.path()),
                Cell.number(place.line()),
                Cell.text(String.join("\n", place.before())),
                Cell.text(String.join("\n", place.after()))));
      }
    }
    return new Table("lines", "Lines of files", List.of("File", "Line", "Before", "After"), rows);
  }
}
