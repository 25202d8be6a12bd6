package org.homeward.placement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.homeward.history.PlacementType;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.Coded;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * The weekly unit costs that are published for every authority and year: defaults until better ones
 * are loaded.
 *
 * @param figures of one authority and year each, England's among them
 * @param englandFees fee rows that rest on England's figures, of a book whose fees rest on those of
 *     an authority; none where they are among its fees
 */
public record AuthorityCosts(
    List<Measure> measures, List<OfYear> figures, List<FeeRow> englandFees) {

  /** Of a catalogue that has none. */
  public static final AuthorityCosts NONE = new AuthorityCosts(List.of(), List.of(), List.of());

  /** The code of England as a whole. */
  public static final String ENGLAND = "970";

  /** A figure below a third of England's or above three times it is not used. */
  private static final int IMPLAUSIBLE = 3;

  /**
   * An authority or region as the Department for Education numbers it; England's region is empty.
   */
  public record Authority(String code, String name, String region) {}

  /**
   * Something that is published for every authority.
   *
   * @param definition what is divided by what
   * @param covers placement types whose fees the figure stands for; none for what is no fee
   * @param caveat what a reader must know
   * @param provenance fee rows whose source begins with this one's rest on England's figure
   */
  public record Measure(
      String id,
      String name,
      String definition,
      Set<PlacementType> covers,
      String caveat,
      Provenance provenance) {
    public Measure {
      covers = Set.copyOf(covers);
    }
  }

  /**
   * What is published for an authority and year.
   *
   * @param perWeek pounds a week by measure; what is not published is not there
   * @param spend on looked-after children in the year, or null
   * @param children looked after at its end, or null
   */
  public record OfYear(
      Authority authority,
      FinancialYear year,
      Map<String, Money> perWeek,
      @Nullable Money spend,
      @Nullable Integer children) {
    public OfYear {
      perWeek = Map.copyOf(perWeek);
    }
  }

  /** Whether an authority's own figure is used, and why not. */
  public enum Status implements Coded {
    OWN("own"),
    NOT_PUBLISHED("not-published"),
    ZERO("zero"),
    IMPLAUSIBLE("implausible");

    private final String code;

    Status(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * A measure of an authority and year.
   *
   * @param published pounds a week, or null
   * @param used the published one, or England's where there is none that can be used
   */
  public record Figure(
      Measure measure, @Nullable Money published, Money england, Status status, Money used) {

    /** Why England's figure is used, or empty. */
    public String reason() {
      return switch (status) {
        case OWN -> "";
        case NOT_PUBLISHED -> "none is published";
        case ZERO -> "the published figure is zero";
        case IMPLAUSIBLE ->
            "the published figure of "
                + published
                + " is below a third or above three times England's";
      };
    }
  }

  /**
   * @throws InputException naming what stands twice, measures that do not exist and years without
   *     England
   */
  public AuthorityCosts {
    measures = List.copyOf(measures);
    figures = List.copyOf(figures);
    englandFees = List.copyOf(englandFees);
    Problems problems = new Problems();
    Set<String> known = measures.stream().map(Measure::id).collect(Collectors.toSet());
    Set<String> seen = new TreeSet<>();
    Set<FinancialYear> england = new TreeSet<>();
    for (OfYear f : figures) {
      String label = f.authority().name() + ", " + f.year();
      if (!seen.add(f.authority().code() + " " + f.year())) {
        problems.add("authorities", label, "It stands there twice.", "Leave one of them out.");
      }
      if (!known.containsAll(f.perWeek().keySet())) {
        problems.add(
            "authorities", label, "A measure of it does not exist.", "Describe the measure.");
      }
      if (f.authority().code().equals(ENGLAND)) {
        england.add(f.year());
      }
    }
    figures.stream()
        .map(OfYear::year)
        .distinct()
        .filter(y -> !england.contains(y))
        .forEach(
            y ->
                problems.add(
                    "authorities",
                    y,
                    "The year has no figures of England.",
                    "Add them under the code " + ENGLAND + "."));
    problems.throwIfAny();
  }

  /** Every authority and region with its years, in the order of the names; England first. */
  public Map<Authority, List<FinancialYear>> authorities() {
    Map<Authority, List<FinancialYear>> found = new LinkedHashMap<>();
    figures.stream()
        .sorted(
            Comparator.comparing((OfYear f) -> !f.authority().code().equals(ENGLAND))
                .thenComparing(f -> f.authority().name())
                .thenComparing(OfYear::year))
        .forEach(f -> found.computeIfAbsent(f.authority(), a -> new ArrayList<>()).add(f.year()));
    return found;
  }

  /** An authority in every year of which anything is published, without a figure of its own too. */
  List<OfYear> everyYear(Authority authority) {
    return years().stream().map(year -> figures(authority.code(), year)).toList();
  }

  /** Of which anything is published, the last first. */
  public List<FinancialYear> years() {
    return figures.stream().map(OfYear::year).distinct().sorted(Comparator.reverseOrder()).toList();
  }

  /** The authority of a code or name, whatever its case. */
  public Optional<Authority> find(String codeOrName) {
    String asked = codeOrName.strip().toLowerCase(Locale.ROOT);
    return figures.stream()
        .map(OfYear::authority)
        .filter(a -> a.code().equals(asked) || a.name().toLowerCase(Locale.ROOT).equals(asked))
        .findFirst();
  }

  /**
   * What is published for an authority in a year, its last one for null; without a figure where
   * there is none of it in a year that has figures of England.
   *
   * @throws InputException about {@code authority} or {@code authorityYear}, naming what there is
   */
  public OfYear figures(String codeOrName, @Nullable FinancialYear year) {
    Authority authority =
        find(codeOrName)
            .orElseThrow(
                () ->
                    new InputException(
                        Problem.of(
                            "authority",
                            codeOrName,
                            "There is no authority of this code or name.",
                            "See /api/authorities for them.")));
    FinancialYear asked = year == null ? last(authority) : year;
    boolean known =
        figures.stream()
            .anyMatch(f -> f.authority().code().equals(ENGLAND) && f.year().equals(asked));
    if (!known) {
      throw new InputException(
          Problem.of(
              "authorityYear",
              asked,
              "Nothing is published for this year.",
              "Use one of "
                  + figures.stream()
                      .map(f -> f.year().toString())
                      .distinct()
                      .sorted()
                      .collect(Collectors.joining(", "))
                  + "."));
    }
    return figures.stream()
        .filter(f -> f.authority().equals(authority) && f.year().equals(asked))
        .findFirst()
        .orElse(new OfYear(authority, asked, Map.of(), null, null));
  }

  private FinancialYear last(Authority authority) {
    return figures.stream()
        .filter(f -> f.authority().equals(authority))
        .map(OfYear::year)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Every measure of an authority and year that England has in that year. */
  public List<Figure> figures(OfYear of) {
    OfYear england = figures(ENGLAND, of.year());
    List<Figure> found = new ArrayList<>();
    for (Measure measure : measures) {
      Money national = england.perWeek().get(measure.id());
      if (national != null) {
        found.add(figure(measure, of.perWeek().get(measure.id()), national));
      }
    }
    return found;
  }

  private static Figure figure(Measure measure, @Nullable Money published, Money national) {
    Status status = status(published, national);
    return new Figure(
        measure,
        published,
        national,
        status,
        status == Status.OWN && published != null ? published : national);
  }

  private static Status status(@Nullable Money published, Money national) {
    if (published == null) {
      return Status.NOT_PUBLISHED;
    }
    if (published.isZero()) {
      return Status.ZERO;
    }
    var three = org.homeward.quantity.Fractions.of(BigDecimal.valueOf(IMPLAUSIBLE));
    boolean low = published.times(three).compareTo(national) < 0;
    boolean high = published.compareTo(national.times(three)) > 0;
    return low || high ? Status.IMPLAUSIBLE : Status.OWN;
  }
}
