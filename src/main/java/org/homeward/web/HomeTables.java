package org.homeward.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.HomeCosts;
import org.homeward.explanation.BookFigures;
import org.homeward.parameter.Paths;
import org.homeward.placement.FeeRow;
import org.homeward.placement.HomePart;
import org.homeward.placement.InHouseHome;
import org.homeward.placement.InHouseProvision;
import org.homeward.quantity.Format;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/**
 * Homes of the authority's own as tables: what each costs, and what that is made of.
 *
 * @param id of the cost book
 * @param costs of homes by it
 */
record HomeTables(String id, CostBook book, HomeCosts costs) {

  private static final Cell NONE = Cell.text("–");

  static HomeTables of(String id, CostBook book) {
    return new HomeTables(id, book, HomeCosts.of(book));
  }

  /** The fees of homes. */
  List<FeeRow> fees() {
    return book.fees().rows().stream().filter(r -> r.home() != null).toList();
  }

  Table homes() {
    return new Table(
        "homes",
        "What each home costs, in prices of " + book.priceYear(),
        List.of(
            "Home",
            "From",
            "Beds",
            "Used",
            "A year",
            "Used nights a year",
            "A used night",
            "A used week",
            "Source"),
        fees().stream().map(fee -> home(fee, Objects.requireNonNull(fee.home()))).toList());
  }

  private Table.Row home(FeeRow fee, InHouseHome home) {
    InHouseProvision built = costs.of(home);
    String why = BookWhy.ofBook(id).address(BookFigures.fee(fee));
    boolean illustrative = fee.provenance().illustrative();
    return Table.Row.of(
        Cell.text(Format.title(name(home))).at(Paths.home(home)),
        Cell.date(home.from()),
        Cell.number(home.beds()).to(number(Paths.home(home, "beds"))),
        Cell.percent(home.occupancy()).to(number(Paths.home(home, "occupancy"))),
        Cell.pounds(built.perYear()).to(why),
        Cell.number(Fractions.toDecimal(built.usedNights(), 1)).to(why),
        Cell.pounds(built.ofUsedBed().perDay()).to(why).illustrative(illustrative),
        Cell.pounds(built.ofUsedBed().amountPer(Rate.Per.WEEK))
            .to(BookWhy.ofBook(id).address(BookFigures.aWeek(fee)))
            .illustrative(illustrative),
        Cell.text(home.provenance().source()));
  }

  /** What a home is called: by its own name, or by what it is for. */
  static String name(InHouseHome home) {
    String name = home.name();
    String type = Format.words(home.type().code());
    return name == null ? type : name + ", " + type;
  }

  private String number(String path) {
    return CostBookPageController.parameterAddress(id, path);
  }

  /**
   * The parts of a home.
   *
   * @param place of the home among those of the book, from 1
   */
  Table parts(FeeRow fee, int place, Names names) {
    InHouseHome home = Objects.requireNonNull(fee.home());
    InHouseProvision built = costs.of(home);
    List<Table.Row> rows = new ArrayList<>();
    String why = BookWhy.ofBook(id).address(BookFigures.fee(fee));
    for (InHouseProvision.Part part : built.parts()) {
      rows.add(part(home, part, names, why));
    }
    List<Cell> total = new ArrayList<>(List.of(Cell.text("In all")));
    for (int blank = 0; blank < 7; blank++) {
      total.add(Cell.text(""));
    }
    total.add(Cell.pounds(built.perYear()).to(why));
    total.add(Cell.text(""));
    rows.add(new Table.Row(total, true));
    return new Table(
        "parts-" + place,
        "Parts of the cost of " + name(home) + ", from " + Format.date(home.from()),
        List.of(
            "Part",
            "Kind",
            "Posts",
            "Amount",
            "For",
            "Years",
            "Interest",
            "Prices of",
            "A year",
            "Source"),
        rows);
  }

  /**
   * @param why where it is told how the fee of the home comes about
   */
  private Table.Row part(InHouseHome home, InHouseProvision.Part part, Names names, String why) {
    HomePart of = part.of();
    Cell posts = NONE;
    Cell amount = NONE;
    String per = "a post and year";
    Cell years = NONE;
    Cell rate = NONE;
    if (of instanceof HomePart.PostsOfRole p) {
      posts = Cell.number(p.posts()).to(number(Paths.part(home, of, "posts")));
      per = names.role(p.role());
      amount =
          Cell.pounds(costs.ofPost(p)).to(BookWhy.ofBook(id).address(BookFigures.post(p.role())));
    } else if (of instanceof HomePart.PostsAtCost p) {
      posts = Cell.number(p.posts()).to(number(Paths.part(home, of, "posts")));
      amount = pounds(home, of, "annual-cost", p.annualCost());
    } else if (of instanceof HomePart.Running p) {
      amount = pounds(home, of, "amount", p.amount());
      per = Format.words(p.per().code());
    } else if (of instanceof HomePart.Capital p) {
      amount = pounds(home, of, "value", p.value());
      per = "once";
      years = Cell.number(p.years()).to(number(Paths.part(home, of, "years")));
      rate = Cell.percent(p.rate()).to(number(Paths.part(home, of, "rate")));
    }
    return Table.Row.of(
        Cell.text(of.name()).at(Paths.part(home, of)),
        Cell.text(Format.title(of.kind().code())),
        posts,
        amount,
        Cell.text(per),
        years,
        rate,
        Cell.text(priceYear(of)),
        Cell.pounds(part.perYear()).to(why).illustrative(of.provenance().illustrative()),
        Cell.text(of.provenance().source()));
  }

  private Cell pounds(InHouseHome home, HomePart of, String what, Money amount) {
    return Cell.pounds(amount).to(number(Paths.part(home, of, what)));
  }

  private String priceYear(HomePart of) {
    @Nullable Object year = of.priceYear();
    return year == null ? book.priceYear().toString() : year.toString();
  }
}
