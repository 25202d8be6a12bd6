package org.homeward.intake;

import java.util.List;
import java.util.Optional;
import org.homeward.costbook.ReferenceTables;
import org.homeward.problem.InputException;
import org.homeward.problem.Problems;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Provenance;
import org.homeward.staffing.EmployerRates;
import org.homeward.staffing.PayrollCalculator;
import org.jspecify.annotations.Nullable;

/**
 * What a payroll says of each role in a financial year.
 *
 * @param rates that employers pay in that year
 * @param provenance of the rows that it makes
 */
public record PayrollPay(
    Payroll payroll,
    EmployerRates.OfYear rates,
    Provenance provenance,
    List<PayrollCalculator.RolePay> roles) {

  private static final int LONGEST_SOURCE = 400;

  public PayrollPay {
    roles = List.copyOf(roles);
  }

  /**
   * @param financialYear as it was written
   * @param ignored names of columns to leave out, with commas between
   * @param source for the rows; empty for the payroll of that year
   * @param tables with the roles and the employer rates
   * @throws InputException with every problem of the file and of what was said about it
   */
  public static PayrollPay read(
      SurveyFile file,
      @Nullable String financialYear,
      String ignored,
      String source,
      ReferenceTables tables) {
    Problems problems = new Problems();
    EmployerRates.OfYear rates = rates(financialYear, tables, problems);
    String personal = PersonalData.inCell(source, false);
    if (personal != null || source.length() > LONGEST_SOURCE) {
      problems.add(
          "source",
          null,
          personal == null ? "The source is too long." : personal,
          "Write up to 400 characters, nothing of a person.");
    }
    Payroll payroll = null;
    try {
      payroll = new PayrollReader(tables.roles()).read(file, ignored);
    } catch (InputException e) {
      problems.addAll(e.problems());
    }
    if (rates == null || payroll == null || !problems.isEmpty()) {
      throw new InputException(problems.list());
    }
    Provenance provenance =
        new Provenance(
            source.isBlank() ? "payroll " + rates.year() : source,
            false,
            "read from " + payroll.file());
    return new PayrollPay(
        payroll,
        rates,
        provenance,
        new PayrollCalculator().calculate(payroll.posts(), rates, provenance));
  }

  private static EmployerRates.@Nullable OfYear rates(
      @Nullable String asked, ReferenceTables tables, Problems problems) {
    String year = asked == null ? "" : asked.strip();
    FinancialYear read =
        problems.attempt(
            "financialYear",
            year.isEmpty() ? null : year,
            "Write the financial year of the payroll, such as 2025-26.",
            () -> FinancialYear.parse(year));
    if (read == null) {
      return null;
    }
    Optional<EmployerRates.OfYear> known = new EmployerRates(tables.employerRates()).of(read);
    if (known.isEmpty()) {
      problems.add(
          "financialYear",
          read,
          "There are no employer rates of this year.",
          "Give a year from 2009-10 on, or add rows to employer-rates.csv.");
    }
    return known.orElse(null);
  }
}
