package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.costbook.CostBook;
import org.homeward.drafting.InHouseLoad;
import org.homeward.history.Payer;
import org.homeward.history.PlacementType;
import org.homeward.placement.HomePart;
import org.homeward.placement.InHouseHome;
import org.homeward.problem.Problems;
import org.homeward.process.ProcessGraph;
import org.homeward.quantity.Provenance;
import org.jspecify.annotations.Nullable;

/** Homes that the authority runs itself, as they are asked for. */
public final class HomeRequests {

  private HomeRequests() {}

  /** A home: its beds, how many are used, and what it costs. */
  @Serdeable
  public record InHouseRequest(
      @Nullable Integer beds,
      @Nullable BigDecimal occupancy,
      @Nullable List<PostRequest> posts,
      @Nullable List<RunningRequest> running,
      @Nullable List<CapitalRequest> capital) {}

  /**
   * Posts of a known role, or of another at what one costs a year; in prices of the book unless
   * said.
   */
  @Serdeable
  public record PostRequest(
      @Nullable String role,
      @Nullable String name,
      @Nullable BigDecimal fte,
      @Nullable BigDecimal annualCost,
      @Nullable String priceYear,
      @Nullable String source,
      @Nullable Boolean illustrative) {}

  /** A running cost, a year and in prices of the book unless said. */
  @Serdeable
  public record RunningRequest(
      @Nullable String name,
      @Nullable BigDecimal amount,
      @Nullable String per,
      @Nullable String priceYear,
      @Nullable String source,
      @Nullable Boolean illustrative) {}

  /** What was bought: over 60 years at 3.5 % and in prices of the book unless said. */
  @Serdeable
  public record CapitalRequest(
      @Nullable String name,
      @Nullable BigDecimal value,
      @Nullable Integer years,
      @Nullable BigDecimal rate,
      @Nullable String priceYear,
      @Nullable String source,
      @Nullable Boolean illustrative) {}

  /**
   * A home that the authority runs itself, from a day on, for a draft; what its staff do is not
   * counted again. A part without a source has that of the home.
   */
  @Serdeable
  public record InHouseHomeRequest(
      @Nullable Integer edition,
      @Nullable String by,
      @Nullable String reason,
      @Nullable String placement,
      @Nullable String name,
      @Nullable String from,
      @Nullable String to,
      @Nullable List<String> includes,
      @Nullable String payer,
      @Nullable String source,
      @Nullable Boolean illustrative,
      @Nullable String note,
      @Nullable InHouseRequest home) {

    /** What it makes of a draft: problems are told when that is tried. */
    public InHouseLoad load() {
      return new InHouseLoad(this::read);
    }

    private InHouseHome read(CostBook book) {
      Problems problems = new Problems();
      PlacementType type = Fields.code(placement, "placement", PlacementType::of, problems);
      LocalDate first = Fields.date(from, "from", problems);
      LocalDate last = to == null ? null : Fields.date(to, "to", problems);
      Payer pays =
          payer == null ? Payer.SOCIAL_CARE : Fields.code(payer, "payer", Payer::of, problems);
      Set<String> paid = new TreeSet<>(Fields.orEmpty(includes, "includes"));
      paid.forEach(process -> known(process, book, problems));
      Provenance own =
          new Provenance(
              source == null || source.isBlank() ? "in-house provision" : source,
              Boolean.TRUE.equals(illustrative),
              Objects.requireNonNullElse(note, ""));
      if (name != null && !name.isBlank() && !HomePart.isName(name)) {
        problems.add("name", name, "It has neither a letter nor a digit.", "Choose another name.");
      }
      InHouseRequest asked = Fields.given(home, "home", problems);
      AskedHome built = asked == null ? null : AskedHome.read(asked, "home.", book, own, problems);
      problems.throwIfAny();
      if (type == null || first == null || pays == null || built == null) {
        throw new IllegalStateException("What is missing was told");
      }
      InHouseHome made =
          problems.attempt(
              "to",
              to,
              "Mend the home.",
              () ->
                  new InHouseHome(
                      type,
                      name == null || name.isBlank() ? null : name.strip(),
                      first,
                      last,
                      built.beds(),
                      built.occupancy(),
                      paid,
                      pays,
                      built.parts(),
                      own));
      problems.throwIfAny();
      return Objects.requireNonNull(made);
    }

    private static void known(String process, CostBook book, Problems problems) {
      if (book.findProcess(process).isEmpty()) {
        problems.add(
            "includes",
            process,
            "It includes a process that does not exist.",
            "Use one of "
                + String.join(", ", book.processes().stream().map(ProcessGraph::id).toList())
                + ".");
      }
    }
  }
}
