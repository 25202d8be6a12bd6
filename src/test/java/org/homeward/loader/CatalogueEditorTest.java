package org.homeward.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.history.Area;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.parameter.Change;
import org.homeward.parameter.Parameter;
import org.homeward.parameter.ParameterCatalogue;
import org.homeward.placement.Block;
import org.homeward.placement.FeeRow;
import org.homeward.process.IntRange;
import org.homeward.quantity.FinancialYear;
import org.homeward.quantity.Money;
import org.homeward.quantity.Provenance;
import org.homeward.quantity.Rate;
import org.junit.jupiter.api.Test;

class CatalogueEditorTest {

  private static final CatalogueFiles SHIPPED = CatalogueFolder.read(Path.of(""));
  private static final ParameterCatalogue PARAMETERS =
      ParameterCatalogue.of(CatalogueReader.read(SHIPPED).inputs());

  /** Every number there is: written into the files and read again it is as in memory. */
  @Test
  void numbersWrittenIntoTheFilesAreReadAsTheyAreSetInMemory() {
    List<Change> changes = new ArrayList<>();
    CatalogueEditor editor = new CatalogueEditor(SHIPPED);
    for (Parameter parameter : PARAMETERS.all()) {
      BigDecimal value = other(parameter);
      changes.add(Change.set(parameter.path(), value, "a law"));
      editor.write(parameter.place(), value, null);
    }

    ParameterCatalogue read = ParameterCatalogue.of(CatalogueReader.read(editor.files()).inputs());

    assertThat(changes).hasSizeGreaterThan(500);
    Map<String, BigDecimal> written = values(read);
    for (Change change : changes) {
      assertThat(written.get(change.path())).as(change.path()).isEqualByComparingTo(change.value());
    }
    assertThat(written).isEqualTo(values(ParameterCatalogue.of(PARAMETERS.with(changes))));
  }

  /** A fee of 1,000 a week with a bed's retainer, uplifted twice, and an extra beside it. */
  private static CatalogueFiles uplifted() {
    TreeMap<String, String> texts = new TreeMap<>(SHIPPED.texts());
    texts.put(
        "catalogue/fees.csv",
        """
        placement_type,provider,area,age_from,age_below,from_date,amount,per,price_year,includes,payer,source,illustrative,note,extra,extra_paid,retainer,occupancy,uplift
        residential,in-house,,,,2024-04-01,1000,week,2025-26,,social-care,contract,false,,,,100,0.8,
        residential,in-house,,,,2026-04-01,,week,2025-26,,social-care,second award,false,,,,,,0.05
        residential,in-house,,,,2025-04-01,,week,2025-26,,social-care,first award,false,,,,,,0.1
        residential,in-house,,,,2025-04-01,70,week,2025-26,,social-care,contract,false,,education,asked,,,
        """);
    return new CatalogueFiles(texts);
  }

  /** As with every number of the shipped files, one at a time: only it changes, in either way. */
  @Test
  void aNumberOfAFeeWithUpliftsIsSetAsInMemoryAndMovesNoOther() {
    CatalogueFiles files = uplifted();
    ParameterCatalogue parameters = ParameterCatalogue.of(CatalogueReader.read(files).inputs());
    List<Parameter> fees =
        parameters.all().stream().filter(p -> p.path().startsWith("fees/residential")).toList();
    // three rows with amount, retainer and occupancy, one extra with an amount
    assertThat(fees).hasSize(10);
    assertThat(parameters.at(path(parameters, "2025-04-01/amount")).decimal())
        .isEqualByComparingTo("1100");
    assertThat(parameters.at(path(parameters, "2026-04-01/amount")).decimal())
        .isEqualByComparingTo("1155");
    List<Parameter> amounts = fees.stream().filter(p -> p.path().endsWith("amount")).toList();
    for (Parameter fee : amounts) {
      BigDecimal value = other(fee);
      CatalogueEditor editor = new CatalogueEditor(files);
      editor.write(fee.place(), value, null);
      Map<String, BigDecimal> written =
          values(ParameterCatalogue.of(CatalogueReader.read(editor.files()).inputs()));
      Map<String, BigDecimal> inMemory =
          values(
              ParameterCatalogue.of(
                  parameters.with(List.of(Change.set(fee.path(), value, "a law")))));
      assertThat(written).as(fee.path()).isEqualTo(inMemory);
      assertThat(inMemory.remove(fee.path())).isEqualByComparingTo(value);
      Map<String, BigDecimal> others = values(parameters);
      others.remove(fee.path());
      assertThat(inMemory).as(fee.path()).isEqualTo(others);
    }
  }

  private static String path(ParameterCatalogue parameters, String ending) {
    return parameters.all().stream()
        .map(Parameter::path)
        .filter(
            p -> p.startsWith("fees/residential") && p.endsWith(ending) && !p.contains("education"))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, BigDecimal> values(ParameterCatalogue of) {
    return of.all().stream().collect(Collectors.toMap(Parameter::path, Parameter::decimal));
  }

  private static BigDecimal other(Parameter parameter) {
    return switch (parameter.unit()) {
      case "part of one", "part of one a year" -> new BigDecimal("0.25");
      case "working days", "days", "weeks", "months", "times" ->
          parameter.decimal().setScale(0, RoundingMode.DOWN).add(BigDecimal.ONE);
      default -> parameter.decimal().add(new BigDecimal("0.5"));
    };
  }

  @Test
  void onlyTheLineOfTheNumberChanges() {
    CatalogueEditor editor = new CatalogueEditor(SHIPPED);
    editor.write(
        place("staff-costs/social-worker/2025-26/salary"),
        new BigDecimal("45123.50"),
        new Provenance("Testshire payroll, April 2025", false, "mean, with \"honoraria\""));

    List<String> before = lines(SHIPPED, "catalogue/salaries.csv");
    List<String> after = lines(editor.files(), "catalogue/salaries.csv");
    List<String> changed = new ArrayList<>(after);
    changed.removeAll(before);
    assertThat(after).hasSameSizeAs(before);
    assertThat(changed)
        .containsExactly(
            "social-worker,2025-26,45123.50,37,\"Testshire payroll, April 2025\",false,\"mean, with \"\"honoraria\"\"\"");
    assertThat(changedFiles(editor.files())).containsExactly("catalogue/salaries.csv");
  }

  @Test
  void aValueThatAProcessFileLeavesOutIsPutIn() {
    CatalogueEditor editor = new CatalogueEditor(SHIPPED);
    editor.write(place("processes/review/tasks/invite/share"), new BigDecimal("0.5"), null);

    List<String> after = lines(editor.files(), "processes/review.yaml");
    int id = after.indexOf("  - id: invite");
    assertThat(after.get(id + 1)).isEqualTo("    share: 0.5");
    after.remove(id + 1);
    assertThat(after).isEqualTo(lines(SHIPPED, "processes/review.yaml"));
  }

  /** Every fee, and one with all that a fee can have, written anew and read again. */
  @Test
  void feesAreReadAsTheyWereBeforeTheyWereWritten() {
    List<FeeRow> fees = new ArrayList<>(CatalogueReader.read(SHIPPED).tables().fees());
    CatalogueEditor editor = new CatalogueEditor(SHIPPED);
    FeeRow full =
        new FeeRow(
            new FeeRow.Kind(
                PlacementType.RESIDENTIAL,
                Provider.AGENCY,
                "Home, \"Oak\" House",
                Area.OUT_OF_AREA,
                new IntRange(5, 10),
                new IntRange(2, Integer.MAX_VALUE),
                new FeeRow.Extra("therapy", true)),
            LocalDate.of(2025, 4, 1),
            LocalDate.of(2026, 4, 1),
            Money.ofPounds("1234.5"),
            Rate.Per.FOUR_WEEKS,
            new Block(Money.ofPounds(50), new BigDecimal("0.8")),
            FinancialYear.parse("2025-26"),
            Set.of("review"),
            Payer.HEALTH,
            new Provenance("a contract, 2025", false, "line 1"));

    editor.replaceFees(fees, fees);
    editor.replaceFees(List.of(), List.of(full));

    List<FeeRow> written = CatalogueReader.read(editor.files()).tables().fees();
    fees.add(full);
    assertThat(written).containsExactlyInAnyOrderElementsOf(fees);
    editor.replaceFees(List.of(full), List.of());
    assertThat(CatalogueReader.read(editor.files()).tables().fees()).doesNotContain(full);
  }

  @Test
  void aBookIsNamedInItsConventionsWhateverTheNameHasInIt() {
    String name = "Testshire: “north” \"east\" \\ #2";

    CatalogueFiles named = CatalogueEditor.named(SHIPPED, name);

    assertThat(CatalogueReader.read(named).book().name()).isEqualTo(name);
    assertThat(changedFiles(named)).containsExactly("catalogue/book.yaml");
  }

  private static Parameter.Place place(String path) {
    return PARAMETERS.at(path).place();
  }

  private static List<String> lines(CatalogueFiles files, String path) {
    return new ArrayList<>(List.of(files.texts().get(path).split("\n", -1)));
  }

  private static List<String> changedFiles(CatalogueFiles files) {
    Function<String, String> before = SHIPPED.texts()::get;
    return files.texts().entrySet().stream()
        .filter(e -> !e.getValue().equals(before.apply(e.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }
}
