package org.homeward.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.Homes.ITS_PARTS;
import static org.homeward.Homes.OAK_HOUSE;

import java.util.List;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.homeward.Homes;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.placement.FeeRow;
import org.homeward.placement.InHouseHome;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Homes and their parts as files: what is read, what is refused, and where. */
class HomeReaderTest {

  private static List<Problem> refused(CatalogueFiles files) {
    return Assertions.catchThrowableOfType(InputException.class, () -> CatalogueReader.read(files))
        .problems();
  }

  private static String told(Problem p) {
    return p.where() + " | " + p.value() + " | " + p.reason();
  }

  /** £442,421.23 ÷ 1,168.8, a week of it £2,649.68. */
  @Test
  void aHomeBecomesAFeeOfTheBook() {
    Catalogue catalogue = CatalogueReader.read(Homes.oakHouse());

    FeeRow fee =
        catalogue.book().fees().rows().stream()
            .filter(r -> r.home() != null)
            .findFirst()
            .orElseThrow();
    assertThat(fee.label()).isEqualTo("residential/in-house/Oak House from 2025-04-01");
    assertThat(fee.cost().rounded(2)).isEqualByComparingTo("378.53");
    assertThat(fee.includes()).containsExactly("supervise-foster-carer");
    assertThat(fee.provenance().illustrative()).isTrue();
    assertThat(catalogue.tables().fees()).noneMatch(r -> r.home() != null);
    assertThat(Homes.oakHouse().hash()).isNotEqualTo(Homes.files(OAK_HOUSE, "").hash());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "6,,,,,,,,Rota; 6,500,,,,,,,Rota; line 2, column annual_cost | 500 | Such a part of a home has only posts.",
        "family-support-worker,6; astronaut,6; line 2, column role | astronaut | There is no staff role of this id.",
        "staffing; cleaning; line 2, column kind | cleaning | \"cleaning\" is not one of staffing, running, capital.",
        "100,day; -100,day; line 3 | Food and heating | A running cost must be zero or more, but was £-100.",
        "100,day; 100,fortnight; line 3, column per | fortnight | \"fortnight\" is not one of night, day, week",
        "21000,2,; 21000,2.5,; line 4, column years | 2.5 | This is not a whole number.",
        "21000,2,; 21000,200,; line 4 | Minibus | Capital lasts 1 to 100 years, but was 200.",
        "0.1,2025-26; 0.1,; line 4, column price_year |  | ",
        "capital,Minibus,,,,,,21000,2,0.1; running,food-and heating,,,,10,year,,,; line 4, column name | food-and heating | Two parts of the home have this name"
      })
  void aPartThatIsNonsenseIsToldByLineAndColumn(String right, String wrong, String problem) {
    assertThat(ITS_PARTS).contains(right);
    assertThat(refused(Homes.files(OAK_HOUSE, ITS_PARTS.replaceFirst(right, wrong))))
        .extracting(HomeReaderTest::told)
        .hasSize(1)
        .allMatch(t -> t.startsWith("catalogue/home-parts.csv: " + problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        ",4,0.8; ,0,0.8; line 2 | residential | A home has 1 to 1000 beds, but had 0.",
        ",4,0.8; ,4,1.2; line 2 | residential | Occupancy must be above 0 and at most 1, but was 1.2.",
        "supervise-foster-carer; no-such; line 2, column includes | no-such | It includes a process that does not exist.",
        "social-care; nobody; line 2, column payer | nobody | "
      })
  void aHomeThatIsNonsenseIsToldByLineAndColumn(String right, String wrong, String problem) {
    assertThat(OAK_HOUSE).contains(right);
    assertThat(refused(Homes.files(OAK_HOUSE.replaceFirst(right, wrong), ITS_PARTS)))
        .extracting(HomeReaderTest::told)
        .hasSize(1)
        .allMatch(t -> t.startsWith("catalogue/homes.csv: " + problem));
  }

  @Test
  void aHomeWithoutPartsAndPartsWithoutAHomeAreTold() {
    assertThat(refused(Homes.files(OAK_HOUSE, "")))
        .extracting(HomeReaderTest::told)
        .containsExactly(
            "catalogue/homes.csv: line 2 | residential | The home has no cost: it needs posts,"
                + " running cost or capital.");
    assertThat(refused(Homes.files("", ITS_PARTS)))
        .hasSize(3)
        .extracting(HomeReaderTest::told)
        .first()
        .isEqualTo(
            "catalogue/home-parts.csv: line 2, column placement_type | residential, oak house,"
                + " 2025-04-01 | There is no home of this placement type, name and first day.");
  }

  /** Of one kind: by the authority itself, named Oak House whatever the case. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2025-04-01; ; begins on the same day",
        "2024-04-01; 2025-05-01; goes on when the home begins"
      })
  void aHomeAndAFeeOfOneKindThatOverlapAreRefused(String from, String to, String why) {
    TreeMap<String, String> texts = new TreeMap<>(Homes.oakHouse().texts());
    String fees = texts.get("catalogue/fees.csv");
    texts.put(
        "catalogue/fees.csv",
        fees.replaceAll("(?m)$(?=\n)", ",,").replaceFirst("(?m),,$", ",provider_name,to_date")
            + "residential,in-house,,,,%s,2500,week,2025-26,,social-care,contract,false,,OAK HOUSE,%s\n"
                .formatted(from, to == null ? "" : to));

    List<Problem> problems = refused(new CatalogueFiles(texts));

    assertThat(problems).as(why).hasSize(1);
    assertThat(problems.get(0).where()).isEqualTo("catalogue/homes.csv: line 2, column from_date");
    assertThat(problems.get(0).value()).isEqualTo("2025-04-01");
    assertThat(problems.get(0).reason())
        .startsWith("A fee of the same kind, residential/in-house/OAK HOUSE from " + from)
        .endsWith("their days overlap.");
    assertThat(problems.get(0).remedy())
        .isEqualTo("Leave one of them out, or let the earlier end where the later begins.");
  }

  @Test
  void twoHomesOfOneKindThatOverlapAreRefusedAndThoseThatFollowEachOtherAreNot() {
    String later = OAK_HOUSE.replace("2025-04-01", "2026-04-01");
    String itsParts = ITS_PARTS.replace("2025-04-01", "2026-04-01");
    Catalogue both = CatalogueReader.read(Homes.files(OAK_HOUSE + later, ITS_PARTS + itsParts));
    assertThat(both.tables().homes()).hasSize(2);

    String ends = OAK_HOUSE.replace("2025-04-01,,", "2025-04-01,2026-05-01,");
    assertThat(refused(Homes.files(ends + later, ITS_PARTS + itsParts)))
        .extracting(HomeReaderTest::told)
        .containsExactly(
            "catalogue/homes.csv: line 3, column from_date | 2026-04-01 | A home of the same kind,"
                + " residential/in-house/Oak House from 2025-04-01 to 2026-05-01, is in force on days"
                + " of this home: their days overlap.");
  }

  @Test
  void aHomeThatIsWrittenIsReadAsItWas() {
    InHouseHome home = CatalogueReader.read(Homes.oakHouse()).tables().homes().get(0);
    CatalogueEditor editor = new CatalogueEditor(Homes.oakHouse());
    editor.replaceHome(home, home.withBeds(5));
    Catalogue again = CatalogueReader.read(editor.files());
    assertThat(again.tables().homes()).containsExactly(home.withBeds(5));

    CatalogueEditor fresh = new CatalogueEditor(CatalogueFolder.read(java.nio.file.Path.of("")));
    fresh.replaceHome(null, home);
    assertThat(CatalogueReader.read(fresh.files()).tables().homes()).containsExactly(home);
  }
}
