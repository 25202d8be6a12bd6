package org.homeward.api;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.costbook.CompiledBook;
import org.homeward.costbook.CostBook;
import org.homeward.costbook.StaffCosts;
import org.homeward.history.Area;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.loader.Catalogue;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.placement.AuthorityCosts;
import org.homeward.placement.AuthorityFees;
import org.homeward.placement.FeeRow;
import org.homeward.placement.FeeSchedule;
import org.homeward.problem.InputException;
import org.homeward.problem.Problems;
import org.homeward.process.IntRange;
import org.homeward.quantity.Coded;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.homeward.staffing.AreaWeight;
import org.homeward.staffing.HourBasis;
import org.homeward.staffing.HourlyCost;
import org.homeward.timeuse.EstimateSet;
import org.homeward.timeuse.Method;
import org.jspecify.annotations.Nullable;

/** A version of the catalogue, compiled once. */
public final class PublishedCatalogue {

  private final Catalogue catalogue;
  private final CompiledBook book;

  /** Made when first asked for. Threads may race to make it: what they make is the same. */
  private volatile @Nullable ParameterCatalogue parameters;

  private PublishedCatalogue(Catalogue catalogue, CompiledBook book) {
    this.catalogue = catalogue;
    this.book = book;
  }

  public static PublishedCatalogue of(Catalogue catalogue) {
    return new PublishedCatalogue(catalogue, new CompiledBook(catalogue.book()));
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public CompiledBook book() {
    return book;
  }

  /** Every number of it, by path. */
  public ParameterCatalogue parameters() {
    ParameterCatalogue known = parameters;
    if (known == null) {
      known = ParameterCatalogue.of(catalogue.inputs());
      parameters = known;
    }
    return known;
  }

  /** The book, or one of its own with the request's overrides. */
  StampedBook bookWith(
      ComparisonRequests.@Nullable Overrides overrides, Function<String, EstimateSet> published) {
    return overrides == null || overrides.isEmpty()
        ? StampedBook.of(book)
        : new StampedBook(changed(overrides, published), book.book().hash(), overrides);
  }

  private CompiledBook changed(
      ComparisonRequests.Overrides overrides, Function<String, EstimateSet> published) {
    Problems problems = new Problems();
    CostBook base = catalogue.book();
    HourBasis basis = base.hourBasis();
    String asked = overrides.hourBasis();
    if (asked != null) {
      HourBasis read =
          problems.attempt(
              "overrides.hourBasis",
              asked,
              "Use working-hour or case-related-hour.",
              () -> Coded.of(HourBasis.class, asked));
      basis = read == null ? basis : read;
    }
    Set<String> stated =
        new TreeSet<>(Fields.orEmpty(overrides.statedProcesses(), "overrides.statedProcesses"));
    AuthorityFees defaults = defaults(base, overrides, problems);
    List<FeeRow> fees =
        fees(base, defaults.fees(), Fields.orEmpty(overrides.fees(), "overrides.fees"), problems);
    List<HourlyCost> hourlyCosts = hourlyCosts(base, overrides.staffArea(), problems);
    List<String> warnings = new ArrayList<>(base.warnings());
    warnings.removeAll(AuthorityFees.notes(base.fees().rows(), catalogue.authorities()));
    warnings.addAll(defaults.notes());
    EstimateSet estimates = estimates(base, overrides, published, problems);
    problems.throwIfAny();
    CostBook changed =
        new CostBook(
            base.name() + ", with overrides",
            CatalogueFiles.hash(base.hash() + overrides),
            base.priceYear(),
            basis,
            base.processes(),
            estimates,
            hourlyCosts,
            base.statedUnitCosts(),
            stated,
            new FeeSchedule(fees),
            base.prices(),
            base.indices(),
            base.discounts(),
            base.workingDays(),
            warnings);
    return new CompiledBook(changed);
  }

  /**
   * A published set, the surveys beside the book's processes, or one method of these alone, in
   * place of what the book rests on.
   */
  private EstimateSet estimates(
      CostBook base,
      ComparisonRequests.Overrides overrides,
      Function<String, EstimateSet> published,
      Problems problems) {
    String asked = overrides.method();
    String set = overrides.estimateSet();
    if (set != null && !set.equals(EstimateSet.SHIPPED)) {
      if (asked != null) {
        problems.add(
            "method",
            asked,
            "A published set has its own methods.",
            "Leave method or estimateSet out.");
      }
      EstimateSet found = problems.attempt("estimateSet", set, "", () -> published.apply(set));
      return found == null ? base.estimates() : found;
    }
    if (asked != null && !asked.equals("pool")) {
      Method method =
          problems.attempt(
              "method",
              asked,
              "Use pool, focus-group, online-survey or event-record.",
              () -> Method.of(asked));
      return method == null ? base.estimates() : catalogue.surveyed(EnumSet.of(method));
    }
    return (asked == null && set == null) || base.estimates().isShipped()
        ? base.estimates()
        : catalogue.surveyed(catalogue.inputs().conventions().methods());
  }

  /** The fees of the book, or those of a named authority as far as they are published. */
  private AuthorityFees defaults(
      CostBook base, ComparisonRequests.Overrides overrides, Problems problems) {
    String authority = overrides.authority();
    String year = overrides.authorityYear();
    List<FeeRow> rows = base.fees().rows();
    AuthorityFees own = new AuthorityFees(rows, AuthorityFees.notes(rows, catalogue.authorities()));
    if (authority == null) {
      if (year != null) {
        problems.add("authorityYear", year, "No authority is named.", "Give authority, too.");
      }
      return own;
    }
    FinancialYear of =
        year == null ? null : Fields.code(year, "authorityYear", FinancialYear::parse, problems);
    try {
      AuthorityCosts costs = catalogue.authorities();
      return AuthorityFees.of(rows, costs, costs.figures(authority, of));
    } catch (InputException e) {
      problems.addAll(e.problems());
      return own;
    }
  }

  /** Those of the book, or the same with the weights of an area. */
  private List<HourlyCost> hourlyCosts(CostBook base, @Nullable String area, Problems problems) {
    if (area == null) {
      return base.hourlyCosts();
    }
    try {
      AreaWeight weight = StaffCostController.weight("staffArea", area, catalogue.tables());
      return new StaffCosts(catalogue.tables()).calculate(weight, problems);
    } catch (InputException e) {
      problems.addAll(e.problems());
      return base.hourlyCosts();
    }
  }

  /** An overriding fee is in force on every day, in place of the rows of its kind. */
  private static List<FeeRow> fees(
      CostBook base,
      List<FeeRow> defaults,
      List<ComparisonRequests.FeeOverride> overrides,
      Problems problems) {
    List<FeeRow> fees = new ArrayList<>(defaults);
    Set<FeeRow.Kind> replaced = new HashSet<>();
    for (int i = 0; i < overrides.size(); i++) {
      ComparisonRequests.FeeOverride o = overrides.get(i);
      String at = "overrides.fees[" + i + "]";
      PlacementType type =
          Fields.code(o.placement(), at + ".placement", PlacementType::of, problems);
      Provider provider =
          o.provider() == null
              ? null
              : Fields.code(o.provider(), at + ".provider", Provider::of, problems);
      Area area = o.area() == null ? null : Fields.code(o.area(), at + ".area", Area::of, problems);
      Rate.Per per = Fields.per(o.per(), at + ".per", problems);
      Money amount = Fields.money(o.amount(), at + ".amount", problems);
      if (type == null || per == null || amount == null) {
        continue;
      }
      FeeRow.Kind kind =
          new FeeRow.Kind(type, provider, o.providerName(), area, IntRange.ANY, IntRange.ANY, null);
      Set<String> includes = new TreeSet<>();
      for (FeeRow row : base.fees().rows()) {
        if (row.kind().isSameAs(kind)) {
          includes.addAll(row.includes());
        }
      }
      if (replaced.add(kind.inLowerCase())) {
        fees.removeIf(f -> f.kind().isSameAs(kind));
      }
      FeeRow made =
          problems.attempt(
              at,
              o.amount(),
              "Mend the fee.",
              () ->
                  new FeeRow(
                      kind,
                      java.time.LocalDate.of(1990, 4, 1),
                      null,
                      amount,
                      per,
                      null,
                      base.priceYear(),
                      includes,
                      Payer.SOCIAL_CARE,
                      Provenance.STATED_IN_REQUEST));
      if (made != null) {
        fees.add(made);
      }
    }
    return fees;
  }
}
