package org.homeward.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.homeward.Books.INVENTED;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.homeward.problem.InputException;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeansTestTest {

  /** Income Support of 2025-26: £92.05 for one adult, £144.65, £84.66 a child, £19.48 a family. */
  private static final MeansTestRules RULES =
      new MeansTestRules(
          LocalDate.of(2025, 4, 7),
          new BigDecimal("0.2"),
          new BigDecimal("0.5"),
          new BigDecimal("1.25"),
          Money.ofPounds("92.05"),
          Money.ofPounds("144.65"),
          Money.ofPounds("84.66"),
          Money.ofPounds("19.48"),
          INVENTED);

  private static Household.Item item(String amount, Rate.Per per) {
    return new Household.Item("item", Money.ofPounds(amount), per);
  }

  private static Household.Item monthly(String amount) {
    return item(amount, Rate.Per.MONTH);
  }

  private static MeansTest of(Household household) {
    return new MeansTestCalculator().calculate(household, RULES);
  }

  private static Household household(String income, String housing, Household.Item core) {
    return new Household(
        2,
        1,
        List.of(monthly(income)),
        List.of(monthly("112.88")),
        List.of(monthly(housing)),
        List.of(),
        core);
  }

  /** Lincolnshire's published example: 1,500 less 20 %, 1,100 spent, half of 100, 783.49 − 50. */
  @Test
  void theAllowanceIsTheMostThatCanBePaidLessHalfOfTheDisposableIncome() {
    MeansTest test = of(household("1500", "600", monthly("500")));
    assertThat(test.disposable()).isEqualTo(Money.ofPounds(100));
    assertThat(test.contribution()).isEqualTo(Money.ofPounds(50));
    assertThat(test.allowance(Money.ofPounds("783.49"))).isEqualTo(Money.ofPounds("733.49"));
    assertThat(test.steps().stream().map(s -> s.name() + " " + s.amount()))
        .containsExactly(
            "Income £1500",
            "Income that does not count £112.88",
            "Income that counts £1200",
            "Housing cost £600",
            "Other expenditure that counts £0",
            "Core expenditure £500",
            "Expenditure £1100",
            "Disposable income £100",
            "Contribution of the family £50");
  }

  @Test
  void whoSpendsMoreThanTheyHavePutsNothingIn() {
    MeansTest test = of(household("1300", "600", monthly("500")));
    assertThat(test.disposable()).isEqualTo(Money.ofPounds(-60));
    assertThat(test.contribution()).isEqualTo(Money.ZERO);
    assertThat(test.allowance(Money.ofPounds(700))).isEqualTo(Money.ofPounds(700));
  }

  @Test
  void anAllowanceIsNeverBelowZero() {
    assertThat(of(household("9000", "0", monthly("0"))).allowance(Money.ofPounds(700)))
        .isEqualTo(Money.ZERO);
  }

  /**
   * 1.25 × (144.65 + 84.66 + 19.48) is 310.9875 a week, × 365.25 ÷ 84 = 1,352.2403 a month; one
   * adult alone 1.25 × 92.05 = 115.0625, 500.3164… a month.
   */
  @ParameterizedTest
  @CsvSource({"2, 1, 1352.2403", "1, 0, 500.3164"})
  void coreExpenditureIsAQuarterMoreThanIncomeSupport(int adults, int children, String month) {
    Household household =
        new Household(adults, children, List.of(), List.of(), List.of(), List.of(), null);
    assertThat(of(household).disposable().rounded(4))
        .isEqualByComparingTo(new BigDecimal(month).negate());
  }

  /** £70 a week is 70 × 365.25 ÷ 84 = £304.375 a month, £3,652.50 a year the same. */
  @Test
  void amountsOfAWeekAndOfAYearAreMonthlyAmounts() {
    assertThat(item("70", Rate.Per.WEEK).aMonth()).isEqualTo(Money.ofPounds("304.375"));
    assertThat(item("3652.50", Rate.Per.YEAR).aMonth()).isEqualTo(Money.ofPounds("304.375"));
  }

  /** Each further pound of income lowers the allowance by 80 % of 50 %. */
  @Test
  void aPoundMoreOfIncomeIsFortyPenceLessOfAllowance() {
    Money less = of(household("2001", "600", monthly("500"))).contribution();
    assertThat(less.minus(of(household("2000", "600", monthly("500"))).contribution()))
        .isEqualTo(Money.ofPounds("0.40"));
  }

  @Test
  void threeAdultsAreNoHousehold() {
    assertThatThrownBy(() -> new Household(3, 0, List.of(), List.of(), List.of(), List.of(), null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("adults");
  }
}
