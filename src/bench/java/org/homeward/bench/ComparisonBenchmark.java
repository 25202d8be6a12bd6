package org.homeward.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.homeward.comparison.Comparison;
import org.homeward.comparison.ComparisonCalculator;
import org.homeward.costbook.CompiledBook;
import org.homeward.history.Child;
import org.homeward.loader.Catalogue;
import org.homeward.loader.CatalogueFolder;
import org.homeward.loader.CatalogueReader;
import org.homeward.pathway.Horizon;
import org.homeward.pathway.Trajectory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Three pathways of a child of two to the eighteenth birthday, with every month and hour, warm, on
 * one core.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ComparisonBenchmark {

  private Catalogue catalogue;
  private CompiledBook book;

  @Setup
  public void read() {
    catalogue =
        CatalogueReader.read(
            CatalogueFolder.read(Path.of(System.getProperty("homeward.home", "."))));
    book = new CompiledBook(catalogue.book());
  }

  @Benchmark
  public int threePathwaysToEighteen() {
    LocalDate start = LocalDate.of(2025, 4, 1);
    Child child = new Child(start.minusYears(2), Set.of());
    int from = (int) start.toEpochDay();
    int to = Horizon.AGE_18.day(child, from);
    Comparison comparison =
        new ComparisonCalculator(book)
            .calculate(
                List.of("foster-in-house", "adoption", "special-guardianship").stream()
                    .map(id -> catalogue.pathway(id).forChild(child, from, to, null))
                    .toList());
    int months = 0;
    for (Comparison.CostedPathway pathway : comparison.pathways()) {
      months +=
          Trajectory.of(pathway.ledger()).months().size() + pathway.ledger().minutesByRole().size();
    }
    return months;
  }
}
