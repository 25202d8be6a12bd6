package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.homeward.allowance.MeansTest;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.Area;
import org.homeward.history.Child;
import org.homeward.history.Event;
import org.homeward.history.EventType;
import org.homeward.history.Leg;
import org.homeward.history.LegalStatus;
import org.homeward.history.Need;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.pathway.Horizon;
import org.homeward.pathway.Pathway;
import org.homeward.pathway.StatedFee;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.Coded;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.homeward.quantity.WeeksInYear;
import org.jspecify.annotations.Nullable;

/**
 * What callers send, as they send it, and its reading into values of the domain with every problem
 * named by field.
 */
public final class Requests {

  private static final int MOST_YEARS = 26;

  private Requests() {}

  /** A child, and the days that are asked about. */
  @Serdeable
  public record Case(
      @Nullable String start,
      @Nullable String horizon,
      @Nullable Integer ageAtStart,
      @Nullable String birth,
      @Nullable String area,
      @Nullable List<String> needs) {}

  /** Templates and own pathways to compare. */
  @Serdeable
  record ComparisonRequest(
      @Nullable List<String> templates,
      @Nullable List<PathwayRequest> pathways,
      @Nullable Case child,
      @Nullable Overrides overrides,
      @Nullable String weeksInYear) {}

  /** One own pathway to cost. */
  @Serdeable
  record CostRequest(
      @Nullable PathwayRequest pathway, @Nullable Case child, @Nullable Overrides overrides) {}

  /** Changes to the cost book for this request alone. */
  @Serdeable
  record Overrides(
      @Nullable String hourBasis,
      @Nullable String method,
      @Nullable String estimateSet,
      @Nullable List<String> statedProcesses,
      @Nullable List<FeeOverride> fees,
      @Nullable String staffArea,
      @Nullable String authority,
      @Nullable String authorityYear) {
    /** Minutes from a published set, everything else as it is. */
    static Overrides ofEstimateSet(String id) {
      return new Overrides(null, null, id, null, null, null, null, null);
    }

    boolean isEmpty() {
      return hourBasis == null
          && method == null
          && estimateSet == null
          && orEmpty(statedProcesses).isEmpty()
          && orEmpty(fees).isEmpty()
          && staffArea == null
          && authority == null
          && authorityYear == null;
    }
  }

  /** A fee in prices of the cost book's year. */
  @Serdeable
  record FeeOverride(
      @Nullable String placement,
      @Nullable String provider,
      @Nullable String providerName,
      @Nullable String area,
      @Nullable BigDecimal amount,
      @Nullable String per) {}

  /** A pathway in dates. */
  @Serdeable
  record PathwayRequest(
      @Nullable String id,
      @Nullable String name,
      @Nullable List<LegRequest> legs,
      @Nullable List<EventRequest> events,
      @Nullable List<SupportRequest> supports,
      @Nullable List<OneOffRequest> oneOffs) {}

  /** A leg; {@code to} may be left out where the next leg begins then, or at the horizon. */
  @Serdeable
  record LegRequest(
      @Nullable String from,
      @Nullable String to,
      @Nullable String placement,
      @Nullable String provider,
      @Nullable String providerName,
      @Nullable String area,
      @Nullable String legalStatus,
      @Nullable Boolean sameCarer,
      @Nullable FeeRequest fee,
      @Nullable List<ExtraRequest> extras) {}

  /** Something bought on top of a placement; at the table's price where none is stated. */
  @Serdeable
  record ExtraRequest(
      @Nullable String id, @Nullable BigDecimal quantity, @Nullable FeeRequest price) {}

  /**
   * An event on a day. Reviews really held (review-held) stand in place of those that the schedule
   * would hold; records-start and records-end say from which day to which they are complete.
   */
  @Serdeable
  record EventRequest(@Nullable String type, @Nullable String date) {}

  /** A stated price; per is once, or left out, for what is paid once. */
  @Serdeable
  record FeeRequest(
      @Nullable BigDecimal amount,
      @Nullable String per,
      @Nullable String priceYear,
      @Nullable List<String> includes,
      @Nullable String payer) {}

  /** A support laid over the legs; the means test of a household lowers it. */
  @Serdeable
  record SupportRequest(
      @Nullable String item,
      @Nullable String from,
      @Nullable String to,
      @Nullable BigDecimal share,
      @Nullable FeeRequest fee,
      AllowanceRequests.@Nullable HouseholdRequest household) {}

  /** A cost on one day. */
  @Serdeable
  record OneOffRequest(
      @Nullable String item,
      @Nullable String date,
      @Nullable BigDecimal share,
      @Nullable FeeRequest amount) {}

  /** A case that can be costed. */
  record CaseRead(Child child, DateSpan span, @Nullable Area area) {}

  /** What must not be missing, or null with the gap told. */
  static <T> @Nullable T given(@Nullable T value, String where, Problems problems) {
    if (value == null) {
      problems.add(where, null, "The value is missing.", "Give it.");
    }
    return value;
  }

  static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  /** How many weeks a year is shown to have; as many as its days make unless said. */
  static WeeksInYear weeksInYear(@Nullable String asked, Problems problems) {
    WeeksInYear read =
        asked == null
            ? null
            : problems.attempt(
                "weeksInYear",
                asked,
                "Use actual-days, 365/7, 52 or 48.",
                () -> WeeksInYear.of(asked));
    return read == null ? WeeksInYear.ACTUAL_DAYS : read;
  }

  /** Reads a case; start is required, horizon is age-18 unless given. */
  static @Nullable CaseRead read(@Nullable Case asked, Problems problems) {
    if (asked == null) {
      problems.add("child", null, "The child is missing.", "Give start, and ageAtStart or birth.");
      return null;
    }
    LocalDate start = date(asked.start(), "start", problems);
    String until = asked.horizon();
    Horizon horizon =
        until == null
            ? Horizon.AGE_18
            : problems.attempt(
                "horizon",
                until,
                "Write age-18, age-21, 36-months or a date.",
                () -> Horizon.parse(until));
    List<Need> needs = new ArrayList<>();
    for (int i = 0; i < orEmpty(asked.needs()).size(); i++) {
      Need need = code(orEmpty(asked.needs()).get(i), "needs[" + i + "]", Need::of, problems);
      if (need != null) {
        needs.add(need);
      }
    }
    Area area = asked.area() == null ? null : code(asked.area(), "area", Area::of, problems);
    LocalDate birth = birth(asked, start, problems);
    if (start == null || horizon == null || birth == null) {
      return null;
    }
    if (birth.isAfter(start)) {
      problems.add(
          "birth",
          birth,
          "The child is born after the start " + start + ".",
          "Mend one of the two dates.");
      return null;
    }
    Child child = new Child(birth, Set.copyOf(needs));
    DateSpan span = span(child, start, horizon, asked.horizon(), problems);
    return span == null ? null : new CaseRead(child, span, area);
  }

  private static @Nullable DateSpan span(
      Child child, LocalDate start, Horizon horizon, @Nullable String text, Problems problems) {
    int from = (int) start.toEpochDay();
    int to = horizon.day(child, from);
    if (to < from) {
      problems.add(
          "horizon",
          text == null ? "age-18" : text,
          "The horizon, " + LocalDate.ofEpochDay(to) + ", is before the start " + start + ".",
          "Ask for a later horizon, or start earlier.");
      return null;
    }
    if (to > from + MOST_YEARS * 366) {
      problems.add(
          "horizon",
          text,
          "The horizon is more than " + MOST_YEARS + " years after the start.",
          "Ask for fewer years.");
      return null;
    }
    return new DateSpan(from, to);
  }

  private static @Nullable LocalDate birth(
      Case asked, @Nullable LocalDate start, Problems problems) {
    if (asked.birth() != null) {
      if (asked.ageAtStart() != null) {
        problems.add(
            "ageAtStart",
            asked.ageAtStart(),
            "Both birth and ageAtStart are given.",
            "Give one of them.");
      }
      return date(asked.birth(), "birth", problems);
    }
    if (asked.ageAtStart() == null) {
      problems.add(
          "ageAtStart",
          null,
          "The child's age is missing.",
          "Give ageAtStart in years, or birth as a date.");
      return null;
    }
    if (asked.ageAtStart() < 0 || asked.ageAtStart() > 24) {
      problems.add(
          "ageAtStart",
          asked.ageAtStart(),
          "The age at the start must be between 0 and 24 years.",
          "Give an age in whole years.");
      return null;
    }
    return start == null ? null : start.minusYears(asked.ageAtStart());
  }

  static @Nullable LocalDate date(@Nullable String text, String where, Problems problems) {
    if (text == null) {
      problems.add(where, null, "The date is missing.", "Write a date such as 2025-04-01.");
      return null;
    }
    LocalDate date = null;
    try {
      date = LocalDate.parse(text);
    } catch (java.time.DateTimeException e) {
      problems.add(where, text, "This is not a date.", "Write a date such as 2025-04-01.");
    }
    if (date != null && (date.getYear() < 1990 || date.getYear() > 2100)) {
      problems.add(where, text, "The date must be between 1990 and 2100.", "Check the year.");
      return null;
    }
    return date;
  }

  static <T> @Nullable T code(
      @Nullable String text, String where, Function<String, T> of, Problems problems) {
    if (text == null) {
      problems.add(where, null, "The value is missing.", "Give it.");
      return null;
    }
    return problems.attempt(where, text, "Use a known code.", () -> of.apply(text));
  }

  static Rate.@Nullable Per per(@Nullable String text, String where, Problems problems) {
    return code(text, where, t -> Coded.of(Rate.Per.class, t), problems);
  }

  static @Nullable Money money(@Nullable BigDecimal amount, String where, Problems problems) {
    if (amount == null) {
      problems.add(where, null, "The amount is missing.", "Give it in pounds.");
      return null;
    }
    if (amount.signum() < 0
        || amount.compareTo(BigDecimal.valueOf(1_000_000)) > 0
        || amount.scale() > 6) {
      problems.add(
          where,
          amount.toString(),
          "The amount must be between 0 and 1,000,000 pounds, with at most six decimals.",
          "Check the unit: pounds, not pence.");
      return null;
    }
    return Money.ofPounds(amount);
  }

  /** An own pathway as the domain has it. */
  static @Nullable Pathway read(
      @Nullable PathwayRequest asked,
      String where,
      CaseRead of,
      CompiledBook book,
      Problems problems) {
    if (asked == null) {
      problems.add(where, null, "The pathway is missing.", "Give its legs.");
      return null;
    }
    Problems own = new Problems();
    List<Pathway.PathwayLeg> legs = legs(asked, where, of, book, own);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < orEmpty(asked.events()).size(); i++) {
      EventRequest event = orEmpty(asked.events()).get(i);
      EventType type = code(event.type(), where + ".events[" + i + "].type", EventType::of, own);
      LocalDate day = date(event.date(), where + ".events[" + i + "].date", own);
      if (type != null && day != null) {
        events.add(new Event(type, (int) day.toEpochDay()));
      }
    }
    List<Pathway.Support> supports = supports(asked, where, of, book, own);
    List<Pathway.OneOff> oneOffs = oneOffs(asked, where, book, own);
    Pathway pathway =
        !own.isEmpty()
            ? null
            : own.attempt(
                where,
                null,
                "Mend the pathway.",
                () ->
                    new Pathway(
                        asked.id() == null ? "own" : asked.id(),
                        asked.name() == null
                            ? (asked.id() == null ? "Own pathway" : asked.id())
                            : asked.name(),
                        of.child(),
                        of.span(),
                        new Pathway.Strand(legs, events, supports, oneOffs),
                        of.span().toDay(),
                        List.of(),
                        Provenance.STATED_IN_REQUEST));
    problems.addAll(own.list());
    return pathway;
  }

  private static List<Pathway.PathwayLeg> legs(
      PathwayRequest asked, String where, CaseRead of, CompiledBook book, Problems problems) {
    List<Pathway.PathwayLeg> legs = new ArrayList<>();
    List<LegRequest> list = orEmpty(asked.legs());
    if (list.isEmpty()) {
      problems.add(
          where + ".legs",
          null,
          "The pathway has no legs.",
          "Say where the child lives, from which day.");
    }
    for (int i = 0; i < list.size(); i++) {
      LegRequest leg = list.get(i);
      String at = where + ".legs[" + i + "]";
      LocalDate from = date(leg.from(), at + ".from", problems);
      String next =
          leg.to() != null
              ? leg.to()
              : i + 1 < list.size() ? list.get(i + 1).from() : of.span().to().toString();
      LocalDate to = date(next, at + ".to", problems);
      PlacementType type = code(leg.placement(), at + ".placement", PlacementType::of, problems);
      Provider provider =
          leg.provider() == null
              ? Provider.NONE
              : code(leg.provider(), at + ".provider", Provider::of, problems);
      Area area =
          leg.area() == null ? Area.IN_AREA : code(leg.area(), at + ".area", Area::of, problems);
      LegalStatus legal =
          leg.legalStatus() == null
              ? LegalStatus.NONE
              : code(leg.legalStatus(), at + ".legalStatus", LegalStatus::of, problems);
      StatedFee fee =
          leg.fee() == null ? null : fee(leg.fee(), at + ".fee", Paid.EITHER, book, problems);
      List<Pathway.LegExtra> extras = extras(leg, at, book, problems);
      if (from != null
          && to != null
          && type != null
          && provider != null
          && area != null
          && legal != null) {
        DateSpan span =
            problems.attempt(
                at,
                leg.from() + " to " + next,
                "Let the leg end after it starts.",
                () -> DateSpan.of(from, to));
        if (span != null) {
          legs.add(
              new Pathway.PathwayLeg(
                  new Leg(span, type, provider, area, legal, Boolean.TRUE.equals(leg.sameCarer())),
                  "",
                  fee,
                  leg.providerName(),
                  extras));
        }
      }
    }
    return legs;
  }

  private static List<Pathway.Support> supports(
      PathwayRequest asked, String where, CaseRead of, CompiledBook book, Problems problems) {
    List<Pathway.Support> supports = new ArrayList<>();
    for (int i = 0; i < orEmpty(asked.supports()).size(); i++) {
      SupportRequest support = orEmpty(asked.supports()).get(i);
      String at = where + ".supports[" + i + "]";
      LocalDate from = date(support.from(), at + ".from", problems);
      LocalDate to =
          date(
              support.to() == null ? of.span().to().toString() : support.to(),
              at + ".to",
              problems);
      StatedFee fee =
          support.fee() == null
              ? null
              : fee(support.fee(), at + ".fee", Paid.OVER_TIME, book, problems);
      String item = item(support.item(), at, support.fee() != null, book, problems);
      MeansTest meansTest =
          support.household() == null || from == null
              ? null
              : AllowanceRequests.meansTest(
                  support.household(), at + ".household", from, book, problems);
      if (from != null && to != null && item != null) {
        Pathway.Support made =
            problems.attempt(
                at,
                null,
                "Mend the support.",
                () ->
                    new Pathway.Support(
                        item, item, DateSpan.of(from, to), share(support.share()), fee, meansTest));
        if (made != null) {
          supports.add(made);
        }
      }
    }
    return supports;
  }

  private static List<Pathway.OneOff> oneOffs(
      PathwayRequest asked, String where, CompiledBook book, Problems problems) {
    List<Pathway.OneOff> oneOffs = new ArrayList<>();
    for (int i = 0; i < orEmpty(asked.oneOffs()).size(); i++) {
      OneOffRequest oneOff = orEmpty(asked.oneOffs()).get(i);
      String at = where + ".oneOffs[" + i + "]";
      LocalDate day = date(oneOff.date(), at + ".date", problems);
      StatedFee amount =
          oneOff.amount() == null
              ? null
              : fee(oneOff.amount(), at + ".amount", Paid.ONCE, book, problems);
      String item = item(oneOff.item(), at, oneOff.amount() != null, book, problems);
      if (day != null && item != null) {
        Pathway.OneOff made =
            problems.attempt(
                at,
                null,
                "Mend the cost.",
                () ->
                    new Pathway.OneOff(
                        item, item, (int) day.toEpochDay(), share(oneOff.share()), amount));
        if (made != null) {
          oneOffs.add(made);
        }
      }
    }
    return oneOffs;
  }

  private static @Nullable String item(
      @Nullable String item, String at, boolean stated, CompiledBook book, Problems problems) {
    if (item == null || (!stated && !book.book().prices().items().contains(item))) {
      problems.add(
          at + ".item",
          item,
          "There is no price of this item.",
          "Use one of " + String.join(", ", book.book().prices().items()) + ", or state a price.");
      return null;
    }
    return item;
  }

  private static BigDecimal share(@Nullable BigDecimal share) {
    return share == null ? BigDecimal.ONE : share;
  }

  /** How a stated price may be paid. */
  private enum Paid {
    ONCE,
    OVER_TIME,
    EITHER
  }

  private static List<Pathway.LegExtra> extras(
      LegRequest leg, String where, CompiledBook book, Problems problems) {
    List<Pathway.LegExtra> extras = new ArrayList<>();
    List<ExtraRequest> asked = orEmpty(leg.extras());
    for (int i = 0; i < asked.size(); i++) {
      ExtraRequest extra = asked.get(i);
      String at = where + ".extras[" + i + "]";
      String id = extra.id();
      if (id == null || id.isBlank()) {
        problems.add(at + ".id", id, "It is not said what the extra is.", "Name it.");
        continue;
      }
      StatedFee price =
          extra.price() == null
              ? null
              : fee(extra.price(), at + ".price", Paid.EITHER, book, problems);
      if (extra.price() == null && !book.book().fees().extras().contains(id)) {
        problems.add(
            at + ".id",
            id,
            "The fee table has no such extra.",
            "State its price, or use one of "
                + String.join(", ", book.book().fees().extras())
                + ".");
        continue;
      }
      BigDecimal quantity = share(extra.quantity());
      Pathway.LegExtra made =
          problems.attempt(
              at + ".quantity",
              extra.quantity(),
              "Give a number above 0.",
              () -> new Pathway.LegExtra(id, quantity, price));
      if (made != null) {
        extras.add(made);
      }
    }
    return extras;
  }

  private static @Nullable StatedFee fee(
      FeeRequest asked, String at, Paid paid, CompiledBook book, Problems problems) {
    Money amount = money(asked.amount(), at + ".amount", problems);
    boolean overTime =
        paid == Paid.OVER_TIME || (paid == Paid.EITHER && !"once".equals(asked.per()));
    Rate.Per per = overTime ? per(asked.per(), at + ".per", problems) : null;
    FinancialYear year = code(asked.priceYear(), at + ".priceYear", FinancialYear::parse, problems);
    Payer payer =
        asked.payer() == null
            ? Payer.SOCIAL_CARE
            : code(asked.payer(), at + ".payer", Payer::of, problems);
    Set<String> includes = new TreeSet<>();
    for (String process : orEmpty(asked.includes())) {
      try {
        includes.add(book.process(process).graph().id());
      } catch (InputException e) {
        e.problems()
            .forEach(
                p ->
                    problems.add(new Problem(at + ".includes", p.value(), p.reason(), p.remedy())));
      }
    }
    if (year != null && !book.book().index().levels().containsKey(year)) {
      problems.add(
          at + ".priceYear",
          year,
          "The price index has no value for this year.",
          "Use a year from "
              + book.book().index().levels().firstKey()
              + " to "
              + book.book().index().levels().lastKey()
              + ".");
      return null;
    }
    if (amount == null || year == null || payer == null || (overTime && per == null)) {
      return null;
    }
    return new StatedFee(amount, per, year, includes, payer);
  }
}
