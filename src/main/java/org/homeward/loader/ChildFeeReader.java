package org.homeward.loader;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.homeward.cohort.ChildFee;
import org.homeward.cohort.ChildFees;
import org.homeward.history.Provider;
import org.homeward.problem.Discretion;
import org.homeward.problem.InputException;
import org.homeward.problem.Problems;
import org.homeward.quantity.DateSpan;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.returns.Pseudonym;
import org.jspecify.annotations.Nullable;

/**
 * Reads what single children's placements cost: columns {@code child}, {@code from}, {@code to}
 * (not with), {@code weekly} in pounds; and if wanted {@code provider}, {@code price_year} (the
 * financial year in which the fee begins, if it is not said) and {@code authority} (needed where
 * the returns are of several). The numbers of children are replaced at once.
 */
public final class ChildFeeReader {

  private static final List<String> COLUMNS = List.of("child", "from", "to", "weekly");
  private static final DateTimeFormatter BRITISH =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final BiFunction<String, String, Pseudonym> pseudonyms;
  private final List<String> authorities;

  /**
   * @param pseudonyms of an authority and a child's number in capitals, as of the returns
   * @param authorities of the returns
   */
  public ChildFeeReader(
      BiFunction<String, String, Pseudonym> pseudonyms, List<String> authorities) {
    this.pseudonyms = pseudonyms;
    this.authorities = List.copyOf(authorities);
  }

  /**
   * @param name of the file, for messages
   * @throws InputException with every problem of the file; none of them tells whose row it is
   */
  public ChildFees read(String name, String text) {
    Problems problems = new Problems();
    List<ChildFee> fees = new ArrayList<>();
    for (CsvTable.Row row : CsvTable.read(name, text, COLUMNS, problems).rows()) {
      fees.add(fee(row, problems));
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems.list().stream().map(Discretion::about).toList());
    }
    try {
      return ChildFees.of(fees);
    } catch (InputException e) {
      throw new InputException(e.problems().stream().map(p -> p.within(name)).toList());
    }
  }

  private ChildFee fee(CsvTable.Row row, Problems problems) {
    LocalDate from = date(row, "from");
    LocalDate to = date(row, "to");
    DateSpan span =
        problems.attempt(
            row.where("to"), to, "Let it end after it starts.", () -> DateSpan.of(from, to));
    Money weekly = row.money("weekly");
    if (weekly.isNegative()) {
      problems.add(row.where("weekly"), weekly, "A fee is zero or more.", "Write pounds a week.");
    }
    return new ChildFee(
        (int) row.line(),
        child(row, problems),
        span == null ? DateSpan.of(from, from.plusDays(1)) : span,
        weekly,
        provider(row),
        row.text("price_year").isEmpty() ? FinancialYear.of(from) : row.year("price_year"));
  }

  private static LocalDate date(CsvTable.Row row, String column) {
    LocalDate date =
        row.value(
            column,
            "Write 01/04/2024 or 2024-04-01.",
            t -> t.contains("/") ? LocalDate.parse(t, BRITISH) : LocalDate.parse(t));
    return date == null ? LocalDate.EPOCH : date;
  }

  private static @Nullable Provider provider(CsvTable.Row row) {
    return row.text("provider").isEmpty()
        ? null
        : row.code("provider", Provider::of, Provider.NONE);
  }

  private Pseudonym child(CsvTable.Row row, Problems problems) {
    String child = row.text("child").toUpperCase(Locale.ROOT);
    if (child.isEmpty()) {
      problems.add(
          row.where("child"),
          null,
          "It is not said whose fee it is.",
          "Write the child's number as in the return.");
    }
    String authority = row.text("authority");
    if (authority.isEmpty() && authorities.size() == 1) {
      authority = authorities.get(0);
    }
    if (!authorities.contains(authority)) {
      problems.add(
          row.where("authority"),
          authority.isEmpty() ? null : authority,
          "A child's number is of one authority only, and this is none of the returns.",
          "Name one of " + String.join(", ", authorities) + ".");
    }
    return pseudonyms.apply(authority, child);
  }
}
