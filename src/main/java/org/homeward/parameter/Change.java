package org.homeward.parameter;

import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Fractions;

/**
 * A change to one number of a cost book, or to all whose paths fit.
 *
 * @param path of a parameter; an asterisk in place of a word of it stands for any, so that one
 *     change can raise the salaries of every role
 * @param value to set or add, in the unit of the parameter, or a factor
 * @param reason why, in the words of who makes it
 */
public record Change(String path, Operation operation, BigDecimal value, String reason) {

  private static final BigFraction LARGEST = BigFraction.of(1_000_000_000);

  /** What is done with the number. */
  public enum Operation implements Coded {
    SET("set"),
    ADD("add"),
    MULTIPLY("multiply");

    private final String code;

    Operation(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  public static Change set(String path, BigDecimal value, String reason) {
    return new Change(path, Operation.SET, value, reason);
  }

  /** Whether it is to a share of a cohort, and not to a number of a book or of a pathway. */
  public boolean isOfCohort() {
    return path.startsWith("cohort/");
  }

  /** The number after the change. */
  public BigDecimal of(BigDecimal before) {
    return switch (operation) {
      case SET -> value;
      case ADD -> before.add(value);
      case MULTIPLY -> before.multiply(value);
    };
  }

  /**
   * The same for a fraction.
   *
   * @throws IllegalArgumentException if the number would be too large to be counted with
   */
  public BigFraction of(BigFraction before) {
    BigFraction by = Fractions.of(value);
    BigFraction after =
        switch (operation) {
          case SET -> by;
          case ADD -> before.add(by);
          case MULTIPLY -> before.multiply(by);
        };
    if (after.abs().compareTo(LARGEST) > 0) {
      throw new IllegalArgumentException("The number would be above a thousand million.");
    }
    return after;
  }
}
