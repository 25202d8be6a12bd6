package org.homeward.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.Books.INVENTED;

import java.math.BigDecimal;
import java.util.List;
import org.homeward.Books;
import org.homeward.quantity.Money;
import org.junit.jupiter.api.Test;

class PayrollCalculatorTest {

  private static PayrollPost employed(String fte, String salary) {
    return new PayrollPost.Employed(
        "social-worker", new BigDecimal(fte), Money.ofPounds(salary), BigDecimal.valueOf(37));
  }

  private static PayrollPost agency(String fte, String dayRate) {
    return new PayrollPost.Agency(
        "social-worker", new BigDecimal(fte), Money.ofPounds(dayRate), new BigDecimal("7.4"));
  }

  private static PayrollCalculator.RolePay pay(PayrollPost... posts) {
    return new PayrollCalculator()
        .calculate(List.of(posts), Books.employerRates(), INVENTED)
        .get(0);
  }

  /**
   * £40,000 full time and £44,000 half time: 62,000 ÷ 1.5. Insurance of 15 % above £5,000 a person:
   * 5,250 and, on 22,000, 2,550: 7,800 ÷ 1.5. Half of two posts is a quarter.
   */
  @Test
  void meansAreWeightedByFullTimeEquivalents() {
    PayrollCalculator.RolePay pay =
        pay(employed("1", "40000"), employed("0.5", "44000"), agency("0.5", "300"));
    assertThat(pay.salary().amount()).isEqualTo(Money.ofPounds("41333.33"));
    assertThat(pay.salary().fte()).isEqualByComparingTo("0.75");
    assertThat(pay.insurance()).isEqualTo(Money.ofPounds(5200));
    assertThat(pay.agency().share()).isEqualByComparingTo("0.25");
    assertThat(pay.agency().dayRate()).isEqualTo(Money.ofPounds(300));
    assertThat(pay.persons()).isEqualTo(2);
  }

  @Test
  void aRoleWithAgencyWorkersAloneHasNoSalary() {
    PayrollCalculator.RolePay pay = pay(agency("1", "300"));
    assertThat(pay.salary()).isNull();
    assertThat(pay.agency().share()).isEqualByComparingTo("1");
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    assertThat(pay(employed("1", "40000"), employed("0.3", "31000"), employed("0.7", "52000")))
        .isEqualTo(pay(employed("0.7", "52000"), employed("1", "40000"), employed("0.3", "31000")));
  }

  @Test
  void everyPostTwiceIsTheSamePay() {
    PayrollCalculator.RolePay once = pay(employed("1", "40000"), agency("0.5", "310"));
    PayrollCalculator.RolePay twice =
        pay(
            employed("1", "40000"),
            agency("0.5", "310"),
            employed("1", "40000"),
            agency("0.5", "310"));
    assertThat(twice.salary()).isEqualTo(once.salary());
    assertThat(twice.agency()).isEqualTo(once.agency());
    assertThat(twice.insurance()).isEqualTo(once.insurance());
  }
}
