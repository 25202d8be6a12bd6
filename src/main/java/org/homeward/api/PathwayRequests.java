package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.allowance.MeansTest;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.Area;
import org.homeward.history.Event;
import org.homeward.history.EventType;
import org.homeward.history.Leg;
import org.homeward.history.LegalStatus;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.pathway.Pathway;
import org.homeward.pathway.StatedFee;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/**
 * Pathways of a caller's own, as they are sent, and their reading into values of the domain with
 * every problem named by field.
 */
final class PathwayRequests {

  private PathwayRequests() {}

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

  /** An own pathway as the domain has it. */
  static @Nullable Pathway read(
      @Nullable PathwayRequest asked,
      String where,
      CaseRequests.CaseRead of,
      CompiledBook book,
      Problems problems) {
    if (asked == null) {
      problems.add(where, null, "The pathway is missing.", "Give its legs.");
      return null;
    }
    Problems own = new Problems();
    List<Pathway.PathwayLeg> legs = legs(asked, where, of, book, own);
    List<Event> events = new ArrayList<>();
    List<EventRequest> happened = Fields.orEmpty(asked.events(), where + ".events");
    for (int i = 0; i < happened.size(); i++) {
      EventRequest event = happened.get(i);
      EventType type =
          Fields.code(event.type(), where + ".events[" + i + "].type", EventType::of, own);
      LocalDate day = Fields.date(event.date(), where + ".events[" + i + "].date", own);
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
      PathwayRequest asked,
      String where,
      CaseRequests.CaseRead of,
      CompiledBook book,
      Problems problems) {
    List<Pathway.PathwayLeg> legs = new ArrayList<>();
    List<LegRequest> list = Fields.orEmpty(asked.legs(), where + ".legs");
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
      LocalDate from = Fields.date(leg.from(), at + ".from", problems);
      String next =
          leg.to() != null
              ? leg.to()
              : i + 1 < list.size() ? list.get(i + 1).from() : of.span().to().toString();
      LocalDate to = Fields.date(next, at + ".to", problems);
      PlacementType type =
          Fields.code(leg.placement(), at + ".placement", PlacementType::of, problems);
      Provider provider =
          leg.provider() == null
              ? Provider.NONE
              : Fields.code(leg.provider(), at + ".provider", Provider::of, problems);
      Area area =
          leg.area() == null
              ? Area.IN_AREA
              : Fields.code(leg.area(), at + ".area", Area::of, problems);
      LegalStatus legal =
          leg.legalStatus() == null
              ? LegalStatus.NONE
              : Fields.code(leg.legalStatus(), at + ".legalStatus", LegalStatus::of, problems);
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
      PathwayRequest asked,
      String where,
      CaseRequests.CaseRead of,
      CompiledBook book,
      Problems problems) {
    List<Pathway.Support> supports = new ArrayList<>();
    List<SupportRequest> list = Fields.orEmpty(asked.supports(), where + ".supports");
    for (int i = 0; i < list.size(); i++) {
      SupportRequest support = list.get(i);
      String at = where + ".supports[" + i + "]";
      LocalDate from = Fields.date(support.from(), at + ".from", problems);
      LocalDate to =
          Fields.date(
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
    List<OneOffRequest> list = Fields.orEmpty(asked.oneOffs(), where + ".oneOffs");
    for (int i = 0; i < list.size(); i++) {
      OneOffRequest oneOff = list.get(i);
      String at = where + ".oneOffs[" + i + "]";
      LocalDate day = Fields.date(oneOff.date(), at + ".date", problems);
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
    List<ExtraRequest> asked = Fields.orEmpty(leg.extras(), where + ".extras");
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
    Money amount = Fields.money(asked.amount(), at + ".amount", problems);
    boolean overTime =
        paid == Paid.OVER_TIME || (paid == Paid.EITHER && !"once".equals(asked.per()));
    Rate.Per per = overTime ? Fields.per(asked.per(), at + ".per", problems) : null;
    FinancialYear year =
        Fields.code(asked.priceYear(), at + ".priceYear", FinancialYear::parse, problems);
    Payer payer =
        asked.payer() == null
            ? Payer.SOCIAL_CARE
            : Fields.code(asked.payer(), at + ".payer", Payer::of, problems);
    Set<String> includes = new TreeSet<>();
    for (String process : Fields.orEmpty(asked.includes(), at + ".includes")) {
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
