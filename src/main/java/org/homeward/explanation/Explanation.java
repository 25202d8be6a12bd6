package org.homeward.explanation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.Format;
import org.homeward.quantity.Fractions;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/**
 * A figure and what makes it. Its value is what its rule makes of its parts, to the last fraction;
 * that is checked when it is made, so that no tree can fail to add up.
 *
 * @param key the address of a figure that can be asked for by itself, or that several others rest
 *     on: a component, a line, a unit cost, the cost of an hour; empty for the rest
 * @param label what it is, for readers
 * @param parts what it is made of, in order; none for an input
 * @param source where an input comes from; null for what is made or only counted
 * @param note what a reader should know, or empty
 * @param shared whether several figures may rest on it, so that it is told once and then referred
 *     to by its key
 */
public record Explanation(
    String key,
    String label,
    Measure measure,
    BigFraction value,
    Rule rule,
    List<Explanation> parts,
    @Nullable Provenance source,
    String note,
    boolean shared) {

  /** More parts than this are counted in a sentence, not named. */
  private static final int MOST_NAMED = 6;

  private static final int MOST_SENTENCES = 12;

  /**
   * @throws IllegalArgumentException if the rule makes another value of the parts
   */
  public Explanation {
    parts = List.copyOf(parts);
    if (rule != Rule.INPUT && !value.equals(make(rule, parts))) {
      throw new IllegalArgumentException(
          label + " is " + measure.write(value) + ", but its parts make " + make(rule, parts));
    }
  }

  /** How many days a stretch of time has, which a price is stated for. */
  public static Explanation daysIn(Rate.Per per, BigFraction days) {
    return input(
        per == Rate.Per.FOUR_WEEKS ? "Days in four weeks" : "Days in a " + per.code(),
        Measure.DAYS,
        days,
        null);
  }

  /** What is given: by a source, or where that is null, by counting. */
  public static Explanation input(
      String label, Measure measure, BigFraction value, @Nullable Provenance source) {
    String note = source == null ? "" : source.note();
    return new Explanation("", label, measure, value, Rule.INPUT, List.of(), source, note, false);
  }

  /** What a rule makes of parts. */
  public static Explanation of(String label, Measure measure, Rule rule, List<Explanation> parts) {
    return new Explanation("", label, measure, make(rule, parts), rule, parts, null, "", false);
  }

  public static Explanation of(String label, Measure measure, Rule rule, Explanation... parts) {
    return of(label, measure, rule, List.of(parts));
  }

  private static BigFraction make(Rule rule, List<Explanation> parts) {
    return rule.make(parts.stream().map(Explanation::value).toList());
  }

  /**
   * The same, if it is what was counted: a figure and what is told of it must not part.
   *
   * @throws IllegalStateException if it is another number
   */
  public Explanation counted(BigFraction figure) {
    if (!value.equals(figure)) {
      throw new IllegalStateException(
          label + " is counted as " + measure.write(figure) + " but explained as " + written());
    }
    return this;
  }

  /** The same, to be found at an address. */
  public Explanation at(String address) {
    return new Explanation(address, label, measure, value, rule, parts, source, note, shared);
  }

  /** The same, told once for all figures that rest on it. */
  public Explanation sharedAt(String address) {
    return new Explanation(address, label, measure, value, rule, parts, source, note, true);
  }

  /** The same under another name. */
  public Explanation named(String name) {
    return new Explanation(key, name, measure, value, rule, parts, source, note, shared);
  }

  /** The same with what a reader should know. */
  public Explanation noting(String words) {
    return new Explanation(key, label, measure, value, rule, parts, source, words, shared);
  }

  /**
   * The same, to stand beside another figure: what both rest on alike keeps its address, all else
   * has its address under a prefix, and a figure that is told once says in its name whose it is.
   *
   * @param whose for instance {@code before}
   */
  public Explanation beside(Explanation other, String prefix, String whose) {
    return beside(other.addresses(), prefix, whose);
  }

  private Explanation beside(Map<String, Explanation> others, String prefix, String whose) {
    if (!key.isEmpty() && equals(others.get(key))) {
      return this;
    }
    return new Explanation(
        key.isEmpty() ? key : prefix + key,
        shared ? label + ", " + whose : label,
        measure,
        value,
        rule,
        parts.stream().map(p -> p.beside(others, prefix, whose)).toList(),
        source,
        note,
        shared);
  }

  /** By how much a figure is another: as it is less as it was, each down to its inputs. */
  public static Explanation change(Explanation was, Explanation is) {
    String name = is.label();
    return of(
        name + ", change",
        is.measure(),
        Rule.DIFFERENCE,
        is.named(name + ", after"),
        was.beside(is, "before/", "before").named(name + ", before"));
  }

  Explanation from(Provenance provenance) {
    return new Explanation(
        key, label, measure, value, rule, parts, provenance, provenance.note(), shared);
  }

  /** Whether anything that it rests on was chosen to be plausible rather than observed. */
  public boolean illustrative() {
    return (source != null && source.illustrative())
        || parts.stream().anyMatch(Explanation::illustrative);
  }

  /** The figure of this address, itself or below it; null if there is none. */
  public @Nullable Explanation find(String address) {
    if (key.equals(address)) {
      return this;
    }
    for (Explanation part : parts) {
      Explanation found = part.find(address);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Every figure with an address, itself and below it, once, in the order in which they come. */
  public Map<String, Explanation> addresses() {
    Map<String, Explanation> found = new LinkedHashMap<>();
    collect(found);
    return found;
  }

  private void collect(Map<String, Explanation> found) {
    if (key.isEmpty() || found.putIfAbsent(key, this) == null) {
      parts.forEach(p -> p.collect(found));
    }
  }

  /** Its value with its unit: £512.34, 4 h 10 min, 15 %. */
  public String written() {
    return measure.write(value);
  }

  /**
   * In plain English: {@code Review: £446.13 = 4 h 10 min of Social worker at £38.92 an hour + …}.
   */
  public String sentence() {
    String what = label + ": " + written();
    if (rule == Rule.INPUT) {
      return what
          + (source != null
              ? ", from " + source.source() + "."
              : note.isEmpty() ? "." : ", " + note + ".");
    }
    if (rule == Rule.ANNUITY) {
      return what
          + " = "
          + told(parts.get(0))
          + " paid off in "
          + parts.get(1).written()
          + " years at "
          + parts.get(2).written()
          + ".";
    }
    if (parts.size() > MOST_NAMED) {
      return what + " = the sum of " + parts.size() + " parts.";
    }
    return what
        + " = "
        + parts.stream().map(this::told).collect(Collectors.joining(rule.sign()))
        + (rule == Rule.TO_THE_PENNY ? ", to the penny." : ".");
  }

  /**
   * The sentences of this figure, of its parts, of their parts: as many whole levels as fit into a
   * dozen sentences, and two at least.
   */
  public List<String> account() {
    Set<String> account = new LinkedHashSet<>(List.of(sentence()));
    List<Explanation> level = parts;
    Set<String> told = sentences(level);
    while (!told.isEmpty()
        && (account.size() == 1 || account.size() + told.size() <= MOST_SENTENCES)) {
      account.addAll(told);
      level = level.stream().flatMap(e -> e.parts().stream()).toList();
      told = sentences(level);
    }
    return List.copyOf(account);
  }

  /** Of what is made, not given. */
  private static Set<String> sentences(List<Explanation> figures) {
    Set<String> sentences = new LinkedHashSet<>();
    figures.stream().filter(e -> e.rule() != Rule.INPUT).forEach(e -> sentences.add(e.sentence()));
    return sentences;
  }

  /** A part in the sentence of this figure; time that is divided stands as it is divided. */
  private String told(Explanation part) {
    if (part.rule == Rule.TIME_AT_COST) {
      return part.parts.get(0).written()
          + " of "
          + part.label
          + " at "
          + part.parts.get(1).written();
    }
    return (rule == Rule.QUOTIENT && part.measure == Measure.MINUTES
            ? Format.number(Fractions.toDecimal(part.value, 0)) + " min"
            : part.written())
        + " ("
        + part.label
        + ")";
  }
}
