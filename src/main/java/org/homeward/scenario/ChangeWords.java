package org.homeward.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.parameter.Change;
import org.homeward.parameter.Parameter;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.quantity.Format;
import org.homeward.quantity.Fractions;

/** Changes in plain English: which number goes from what to what, and why. */
final class ChangeWords {

  private static final int PLACES = 6;

  private final ParameterCatalogue parameters;
  private final List<ScenarioResult.Told> told = new ArrayList<>();

  /** Where a number was changed before, what it had become. */
  private final Map<String, BigFraction> now = new HashMap<>();

  ChangeWords(ParameterCatalogue parameters) {
    this.parameters = parameters;
  }

  List<ScenarioResult.Told> told() {
    return List.copyOf(told);
  }

  void tell(ScenarioNumber number, Change change) {
    tell(change, number.name(), number.unit(), number.value());
  }

  void tell(Change change) {
    List<Parameter> meant = parameters.meant(change.path());
    if (meant.size() == 1) {
      Parameter one = meant.get(0);
      tell(change, one.name(), one.unit(), now.getOrDefault(one.path(), one.value()));
      return;
    }
    meant.forEach(p -> now.put(p.path(), change.of(now.getOrDefault(p.path(), p.value()))));
    String name = meant.size() + " numbers, the first of them " + meant.get(0).name() + ",";
    told.add(
        new ScenarioResult.Told(
            change.path(), name, null, null, name + " are " + done(change) + because(change)));
  }

  private void tell(Change change, String name, String unit, BigFraction value) {
    BigFraction after = change.of(value);
    now.put(change.path(), after);
    String from = written(value, unit);
    String to = written(after, unit);
    told.add(
        new ScenarioResult.Told(
            change.path(),
            name,
            from,
            to,
            name + " goes from " + from + " to " + to + because(change)));
  }

  private static String done(Change change) {
    String value = Format.number(change.value());
    return switch (change.operation()) {
      case SET -> "set to " + value;
      case ADD -> "raised by " + value;
      case MULTIPLY -> "multiplied by " + value;
    };
  }

  private static String because(Change change) {
    return Format.because(change.reason());
  }

  /** {@code £733 a week}, {@code 40 minutes}. */
  static String written(BigFraction value, String unit) {
    boolean toThePenny = unit.startsWith("£") && value.abs().compareTo(BigFraction.ONE) >= 0;
    return written(Fractions.toDecimal(value, toThePenny ? 2 : PLACES), unit);
  }

  static String written(BigDecimal value, String unit) {
    BigDecimal plain = Fractions.plain(value);
    boolean pence = unit.startsWith("£") && plain.scale() == 1;
    String number = pence ? Format.number(plain) + "0" : Format.number(plain);
    return unit.startsWith("£") ? "£" + number + unit.substring(1) : number + " " + unit;
  }
}
