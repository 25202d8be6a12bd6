package org.homeward;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The order in which packages may know each other; a new package is one word in a list. */
class ArchitectureTest {

  private static final List<List<String>> DOMAIN_TIERS =
      List.of(
          List.of("problem", "quantity"),
          List.of("staffing", "history"),
          List.of("process"),
          List.of("timeuse", "allowance"),
          List.of("unitcost", "placement"),
          List.of("costbook"),
          List.of("parameter", "pathway"),
          List.of("explanation"),
          List.of("comparison", "returns"),
          List.of("cohort", "scenario"));

  private static final List<List<String>> EDGE_TIERS =
      List.of(
          List.of("loader", "store", "picture", "returnfile"),
          List.of("intake", "costfile", "report"),
          List.of("drafting"),
          List.of("api"),
          List.of("web", "cli"));

  /**
   * Pairs of one tier that may know each other all the same: a quantity may complain, a loader may
   * make a problem.
   */
  private static final Set<String> EXCEPTIONS = Set.of("quantity→problem");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.homeward");

  @Test
  void everyPackageStandsInATier() {
    Set<String> known = new TreeSet<>();
    tiers().forEach(known::addAll);
    Set<String> found = new TreeSet<>();
    CLASSES.forEach(c -> found.add(packageOf(c)));
    found.remove("");
    assertThat(known).containsAll(found);
  }

  @Test
  void packagesKnowOnlyEarlierTiers() {
    List<String> faults = new ArrayList<>();
    for (JavaClass from : CLASSES) {
      from.getDirectDependenciesFromSelf()
          .forEach(
              d -> {
                String a = packageOf(from);
                String b = packageOf(d.getTargetClass());
                boolean ours = d.getTargetClass().getPackageName().startsWith("org.homeward");
                if (ours
                    && !a.isEmpty()
                    && !a.equals(b)
                    && tier(b) >= tier(a)
                    && !EXCEPTIONS.contains(a + "→" + b)) {
                  faults.add(d.getDescription());
                }
              });
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void theDomainTouchesNoFileNoDatabaseNoFramework() {
    noClasses()
        .that()
        .resideInAnyPackage(
            DOMAIN_TIERS.stream()
                .flatMap(List::stream)
                .map(p -> "org.homeward." + p)
                .toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.nio.file..",
            "java.sql..",
            "io.micronaut..",
            "jakarta..",
            "com.fasterxml..")
        .check(CLASSES);
  }

  @Test
  void theDomainReadsNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage(
            DOMAIN_TIERS.stream()
                .flatMap(List::stream)
                .map(p -> "org.homeward." + p)
                .toArray(String[]::new))
        .should()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  private static List<List<String>> tiers() {
    List<List<String>> all = new ArrayList<>(DOMAIN_TIERS);
    all.addAll(EDGE_TIERS);
    return all;
  }

  private static int tier(String name) {
    List<List<String>> all = tiers();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).contains(name)) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  private static String packageOf(JavaClass c) {
    String name = c.getPackageName();
    return name.equals("org.homeward")
        ? ""
        : name.replaceFirst("^org\\.homeward\\.([a-z]+).*", "$1");
  }
}
