package org.homeward.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.homeward.cohort.ChildFees;
import org.homeward.problem.InputException;
import org.homeward.returns.Pseudonym;
import org.junit.jupiter.api.Test;

class ChildFeeReaderTest {

  private static final Map<String, Pseudonym> CHILDREN =
      Map.of("Avalon A1", new Pseudonym(1), "Avalon B2", new Pseudonym(2));

  private static ChildFeeReader reader(String... authorities) {
    return new ChildFeeReader(
        (authority, child) -> CHILDREN.getOrDefault(authority + " " + child, new Pseudonym(99)),
        List.of(authorities));
  }

  @Test
  void datesAreBritishOrIsoAndNumbersInCapitals() {
    ChildFees fees =
        reader("Avalon")
            .read(
                "fees.csv",
                """
                child,from,to,weekly,provider
                a1,01/04/2023,2024-04-01,1234.50,agency
                B2,2023-05-01,01/06/2023,900,
                """);
    assertThat(fees.children()).containsExactlyInAnyOrder(new Pseudonym(1), new Pseudonym(2));
  }

  @Test
  void everyFaultIsToldWithItsPlaceAndNoneTellsAChildsNumber() {
    assertThatThrownBy(
            () ->
                reader("Avalon", "Barchester")
                    .read(
                        "fees.csv",
                        """
                        child,from,to,weekly,provider,authority
                        SECRET1,31/02/2023,2024-04-01,12,agency,Avalon
                        SECRET1,2023-04-01,2023-03-01,12,agency,Avalon
                        SECRET1,2023-04-01,2024-03-01,"1,200",agency,Avalon
                        SECRET1,2023-04-01,2024-03-01,-5,agency,Avalon
                        SECRET1,2023-04-01,2024-03-01,12,PR4,Avalon
                        SECRET1,2023-04-01,2024-03-01,12,,Camelot
                        ,2023-04-01,2024-03-01,12,,Avalon
                        """))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("fees.csv: line 2, column from")
        .hasMessageContaining("fees.csv: line 3, column to")
        .hasMessageContaining("fees.csv: line 4, column weekly")
        .hasMessageContaining("fees.csv: line 5, column weekly: A fee is zero or more.")
        .hasMessageContaining("fees.csv: line 6, column provider")
        .hasMessageContaining("fees.csv: line 7, column authority")
        .hasMessageContaining("Name one of Avalon, Barchester.")
        .hasMessageContaining("fees.csv: line 8, column child")
        .hasMessageNotContaining("SECRET1");
  }

  @Test
  void twoFeesOfOneChildOnOneDayAreRefusedWithBothLines() {
    assertThatThrownBy(
            () ->
                reader("Avalon")
                    .read(
                        "fees.csv",
                        """
                        child,from,to,weekly
                        A1,2023-04-01,2023-06-01,100
                        A1,2023-05-31,2023-07-01,200
                        """))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("fees.csv: line 3")
        .hasMessageContaining("line 2");
  }
}
