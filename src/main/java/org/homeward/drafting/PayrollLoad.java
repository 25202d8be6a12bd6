package org.homeward.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.costbook.ReferenceTables;
import org.homeward.costbook.StaffCosts;
import org.homeward.intake.PayrollPay;
import org.homeward.intake.SurveyFile;
import org.homeward.loader.CatalogueEditor;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.staffing.AgencyRate;
import org.homeward.staffing.AreaWeight;
import org.homeward.staffing.PayrollCalculator;
import org.homeward.staffing.Salary;
import org.homeward.staffing.StaffRole;
import org.jspecify.annotations.Nullable;

/**
 * A payroll as salaries and agency rates of a draft: the means by role, in the rows of its year. A
 * role that it does not have keeps its rows; a role without agency workers gets a share of 0.
 *
 * @param year financial year of the payroll
 * @param ignored names of columns to leave out, with commas between
 * @param source for the rows; empty for the payroll of that year
 */
public record PayrollLoad(SurveyFile file, @Nullable String year, String ignored, String source)
    implements DraftLoad {

  private static final String SALARIES = "catalogue/salaries.csv";
  private static final String AGENCY_RATES = "catalogue/agency-rates.csv";

  @Override
  public Loaded into(OpenBook draft) {
    ReferenceTables tables = draft.catalogue().tables();
    PayrollPay pay = PayrollPay.read(file, year, ignored, source, tables);
    List<Salary> salaries = new ArrayList<>(tables.salaries());
    CatalogueEditor editor = new CatalogueEditor(draft.files());
    for (PayrollCalculator.RolePay role : pay.roles()) {
      Salary salary = role.salary();
      if (salary != null) {
        write(editor, salary);
        salaries.removeIf(s -> s.role().equals(role.role()) && s.year().equals(salary.year()));
        salaries.add(salary);
      }
      agency(role, pay, tables).ifPresent(rate -> write(editor, rate));
    }
    List<String> notes = new ArrayList<>(pay.payroll().notes());
    notes.addAll(unused(pay, tables.withSalaries(salaries)));
    return new Loaded(editor.files(), notes);
  }

  /** The rate of the payroll; where it has none, the one in force without a share. */
  private static Optional<AgencyRate> agency(
      PayrollCalculator.RolePay role, PayrollPay pay, ReferenceTables tables) {
    AgencyRate own = role.agency();
    return own != null
        ? Optional.of(own)
        : tables.agencyRates().stream()
            .filter(a -> a.role().equals(role.role()))
            .filter(a -> a.year().compareTo(pay.rates().year()) <= 0)
            .max(Comparator.comparing(AgencyRate::year))
            .filter(a -> a.share().signum() > 0)
            .map(a -> a.withoutShare(pay.rates().year(), pay.provenance()));
  }

  /** Roles whose hour is not costed by the payroll yet, and why. */
  private static List<String> unused(PayrollPay pay, ReferenceTables tables) {
    FinancialYear year = pay.rates().year();
    List<String> notes = new ArrayList<>();
    for (StaffRole role : tables.roles()) {
      boolean paid =
          pay.roles().stream().anyMatch(p -> p.role().equals(role.id()) && p.salary() != null);
      FinancialYear used =
          new StaffCosts(tables)
              .latest(role, AreaWeight.NONE)
              .map(i -> i.salary().year())
              .orElse(year);
      if (paid && !used.equals(year)) {
        notes.add(
            "An hour of "
                + role.id()
                + " is costed by the salary of "
                + used
                + ", not by this payroll of "
                + year
                + (used.compareTo(year) > 0
                    ? ": the book’s newest salary counts."
                    : ": the book has no overheads of that year in on-costs.csv."));
      }
    }
    return notes;
  }

  private static void write(CatalogueEditor editor, Salary salary) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("salary", amount(salary.amount()));
    cells.put("hours_a_week", salary.hoursAWeek().toPlainString());
    cells.put("fte", salary.fte().toPlainString());
    provenance(cells, salary.provenance());
    editor.put(SALARIES, key(salary.role(), salary.year()), cells);
  }

  private static void write(CatalogueEditor editor, AgencyRate rate) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("day_rate", amount(rate.dayRate()));
    cells.put("hours_a_day", rate.hoursADay().toPlainString());
    cells.put("share", rate.share().toPlainString());
    provenance(cells, rate.provenance());
    editor.put(AGENCY_RATES, key(rate.role(), rate.year()), cells);
  }

  private static Map<String, String> key(String role, FinancialYear year) {
    Map<String, String> key = new LinkedHashMap<>();
    key.put("role", role);
    key.put("financial_year", year.toString());
    return key;
  }

  private static String amount(Money amount) {
    return Fractions.plain(amount.rounded(2)).toPlainString();
  }

  private static void provenance(Map<String, String> cells, Provenance provenance) {
    cells.put("source", provenance.source());
    cells.put("illustrative", Boolean.toString(provenance.illustrative()));
    cells.put("note", provenance.note());
  }
}
