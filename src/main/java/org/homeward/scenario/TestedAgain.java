package org.homeward.scenario;

import org.homeward.allowance.MeansTest;
import org.homeward.allowance.MeansTestCalculator;
import org.homeward.costbook.CompiledBook;
import org.homeward.pathway.Pathway;

/** Families whose means were tested by the rules of one book, tested by those of another. */
final class TestedAgain {

  private TestedAgain() {}

  static Pathway by(CompiledBook book, Pathway pathway) {
    return PathwayShift.with(
        pathway,
        strand(book, pathway.trunk()),
        pathway.branchDay(),
        pathway.branches().stream()
            .map(
                b ->
                    new Pathway.Branch(b.id(), b.name(), b.probability(), strand(book, b.strand())))
            .toList());
  }

  private static Pathway.Strand strand(CompiledBook book, Pathway.Strand strand) {
    return new Pathway.Strand(
        strand.legs(),
        strand.events(),
        strand.supports().stream().map(s -> support(book, s)).toList(),
        strand.oneOffs());
  }

  private static Pathway.Support support(CompiledBook book, Pathway.Support support) {
    MeansTest test = support.meansTest();
    return test == null
        ? support
        : support.withMeansTest(
            new MeansTestCalculator()
                .calculate(
                    test.household(), book.book().prices().meansTestOn(support.span().from())));
  }
}
