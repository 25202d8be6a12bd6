package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.homeward.allowance.Household;
import org.homeward.allowance.MeansTest;
import org.homeward.allowance.MeansTestCalculator;
import org.homeward.costbook.CompiledBook;
import org.homeward.problem.Problems;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/** What callers say of a household, and its reading. */
final class AllowanceRequests {

  private AllowanceRequests() {}

  /** A household whose allowance is asked for: at most maximum, or the item's price at the age. */
  @Serdeable
  record MeansTestRequest(
      @Nullable String date,
      @Nullable HouseholdRequest household,
      @Nullable HouseholdItem maximum,
      @Nullable String item,
      @Nullable Integer age) {}

  /** What a family has and spends; without core, the rules' rates for its adults and children. */
  @Serdeable
  record HouseholdRequest(
      @Nullable Integer adults,
      @Nullable Integer children,
      @Nullable List<HouseholdItem> income,
      @Nullable List<HouseholdItem> disregarded,
      @Nullable List<HouseholdItem> housing,
      @Nullable List<HouseholdItem> other,
      @Nullable HouseholdItem core) {}

  /** An amount in pounds of a stretch of time, a month unless said. */
  @Serdeable
  record HouseholdItem(@Nullable String name, @Nullable BigDecimal amount, @Nullable String per) {}

  /** The means test of a household by the rules of a day. */
  static @Nullable MeansTest meansTest(
      HouseholdRequest asked, String at, LocalDate day, CompiledBook book, Problems problems) {
    Household household = household(asked, at, problems);
    if (household == null) {
      return null;
    }
    return problems.attempt(
        at,
        day,
        "State the amount of the allowance.",
        () ->
            new MeansTestCalculator().calculate(household, book.book().prices().meansTestOn(day)));
  }

  private static @Nullable Household household(
      HouseholdRequest asked, String at, Problems problems) {
    Problems own = new Problems();
    List<Household.Item> income = items(asked.income(), at + ".income", own);
    if (income.isEmpty() && own.isEmpty()) {
      own.add(at + ".income", null, "No income is stated.", "State it, 0 where there is none.");
    }
    List<Household.Item> disregarded = items(asked.disregarded(), at + ".disregarded", own);
    List<Household.Item> housing = items(asked.housing(), at + ".housing", own);
    List<Household.Item> other = items(asked.other(), at + ".other", own);
    Household.Item core =
        asked.core() == null ? null : item(asked.core(), "core", at + ".core", own);
    Household made =
        !own.isEmpty()
            ? null
            : own.attempt(
                at,
                null,
                "Mend the household.",
                () ->
                    new Household(
                        asked.adults() == null ? 1 : asked.adults(),
                        asked.children() == null ? 0 : asked.children(),
                        income,
                        disregarded,
                        housing,
                        other,
                        core));
    problems.addAll(own.list());
    return made;
  }

  private static List<Household.Item> items(
      @Nullable List<HouseholdItem> asked, String at, Problems problems) {
    List<Household.Item> items = new ArrayList<>();
    List<HouseholdItem> all = Fields.orEmpty(asked, at);
    for (int i = 0; i < all.size(); i++) {
      Household.Item item = item(all.get(i), "item " + (i + 1), at + "[" + i + "]", problems);
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  static Household.@Nullable Item item(
      HouseholdItem asked, String name, String at, Problems problems) {
    Money amount = Fields.money(asked.amount(), at + ".amount", problems);
    Rate.Per per =
        asked.per() == null ? Rate.Per.MONTH : Fields.per(asked.per(), at + ".per", problems);
    return amount == null || per == null
        ? null
        : new Household.Item(asked.name() == null ? name : asked.name(), amount, per);
  }
}
