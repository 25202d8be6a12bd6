package org.homeward.placement;

import java.math.BigDecimal;
import java.util.Locale;
import org.homeward.quantity.Coded;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.jspecify.annotations.Nullable;

/** A part of what a home of the authority's own costs, as it is stated. */
public sealed interface HomePart {

  /** What a part of the cost is. */
  enum Kind implements Coded {
    STAFFING("staffing"),
    RUNNING("running"),
    CAPITAL("capital");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  Kind kind();

  /** Under which no other part of its kind stands. */
  String name();

  Provenance provenance();

  /**
   * In whose prices its amount is stated; null for posts of a role, which have those of its pay.
   */
  @Nullable FinancialYear priceYear();

  /** Whether both are found at one place: their kind and name are the same, whatever the case. */
  default boolean isSameAs(HomePart other) {
    return kind() == other.kind()
        && name().toLowerCase(Locale.ROOT).equals(other.name().toLowerCase(Locale.ROOT));
  }

  /**
   * Posts of a role, at what the cost book says that one costs a year.
   *
   * @param posts full-time equivalents
   */
  record PostsOfRole(String name, String role, BigDecimal posts, Provenance provenance)
      implements HomePart {

    /**
     * @throws IllegalArgumentException if it has no name or the posts are negative
     */
    public PostsOfRole {
      named(name);
      notNegative("The posts", posts);
    }

    @Override
    public @Nullable FinancialYear priceYear() {
      return null;
    }

    @Override
    public Kind kind() {
      return Kind.STAFFING;
    }
  }

  /**
   * Posts at a stated cost.
   *
   * @param posts full-time equivalents
   * @param annualCost of one, on-costs and overheads included
   */
  record PostsAtCost(
      String name,
      BigDecimal posts,
      Money annualCost,
      FinancialYear priceYear,
      Provenance provenance)
      implements HomePart {

    /**
     * @throws IllegalArgumentException if it has no name or a number is negative
     */
    public PostsAtCost {
      named(name);
      notNegative("The posts", posts);
      notNegative("What a post costs", annualCost);
    }

    @Override
    public Kind kind() {
      return Kind.STAFFING;
    }
  }

  /** Food, energy, repairs: what the home costs as it runs. */
  record Running(
      String name, Money amount, Rate.Per per, FinancialYear priceYear, Provenance provenance)
      implements HomePart {

    /**
     * @throws IllegalArgumentException if it has no name or the amount is negative
     */
    public Running {
      named(name);
      notNegative("A running cost", amount);
    }

    @Override
    public Kind kind() {
      return Kind.RUNNING;
    }
  }

  /**
   * What was bought, spread over its life as an annuity.
   *
   * @param years that it lasts
   * @param rate of interest a year
   */
  record Capital(
      String name,
      Money value,
      int years,
      BigDecimal rate,
      FinancialYear priceYear,
      Provenance provenance)
      implements HomePart {

    private static final int MOST_YEARS = 100;
    private static final int MOST_DECIMALS = 6;

    /**
     * @throws IllegalArgumentException if it has no name, the value is negative, the years are not
     *     1 to 100, or the rate is not 0 to 1 with at most six decimals
     */
    public Capital {
      named(name);
      notNegative("The value", value);
      if (years < 1 || years > MOST_YEARS) {
        throw new IllegalArgumentException("Capital lasts 1 to 100 years, but was " + years + ".");
      }
      if (rate.signum() < 0
          || rate.compareTo(BigDecimal.ONE) > 0
          || rate.stripTrailingZeros().scale() > MOST_DECIMALS) {
        throw new IllegalArgumentException(
            "The rate of capital must be between 0 and 1, with at most six decimals, but was "
                + rate.toPlainString()
                + ".");
      }
    }

    @Override
    public Kind kind() {
      return Kind.CAPITAL;
    }
  }

  /** Whether a path can be made of it: it has a letter or a digit. */
  static boolean isName(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static void named(String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "A part of a home has a name with a letter or a digit, but had \"" + name + "\".");
    }
  }

  private static void notNegative(String what, BigDecimal number) {
    if (number.signum() < 0) {
      throw new IllegalArgumentException(
          what + " must be zero or more, but was " + number.toPlainString() + ".");
    }
  }

  private static void notNegative(String what, Money amount) {
    if (amount.isNegative()) {
      throw new IllegalArgumentException(what + " must be zero or more, but was " + amount + ".");
    }
  }
}
