package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.homeward.drafting.DraftEdit;
import org.homeward.drafting.DraftEdit.SourcedChange;
import org.homeward.parameter.Change;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.quantity.Coded;
import org.homeward.quantity.Provenance;
import org.jspecify.annotations.Nullable;

/** What is asked of cost books. */
final class CostBookRequests {

  private static final int MOST_CHANGES = 1_000;

  private CostBookRequests() {}

  /** A new draft. */
  @Serdeable
  record DraftRequest(
      @Nullable String copyOf,
      @Nullable String name,
      @Nullable String note,
      @Nullable String by,
      @Nullable String reason) {}

  /** A number to change; with a source, the row gets that source. */
  @Serdeable
  record NumberChangeRequest(
      @Nullable String path,
      @Nullable String operation,
      @Nullable BigDecimal value,
      @Nullable String reason,
      @Nullable String source,
      @Nullable Boolean illustrative,
      @Nullable String note) {}

  /** An edit of a draft. */
  @Serdeable
  record BookEditRequest(
      @Nullable Integer edition,
      @Nullable String by,
      @Nullable String reason,
      @Nullable List<NumberChangeRequest> changes,
      @Nullable Map<String, @Nullable String> files) {

    DraftEdit read() {
      Problems problems = new Problems();
      List<SourcedChange> read = new ArrayList<>();
      List<NumberChangeRequest> asked = Fields.orEmpty(changes, "changes");
      if (asked.size() > MOST_CHANGES) {
        problems.add(
            "changes", asked.size(), "There are too many.", "Send at most 1,000 in one edit.");
      }
      for (int i = 0; i < asked.size(); i++) {
        Change change = change(asked.get(i), "changes[" + i + "]", reason, problems);
        if (change != null) {
          read.add(new SourcedChange(change, provenance(asked.get(i))));
        }
      }
      problems.throwIfAny();
      SortedMap<String, Optional<String>> texts = new TreeMap<>();
      if (files != null) {
        files.forEach((path, text) -> texts.put(path, Optional.ofNullable(text)));
      }
      return new DraftEdit(
          CostBookRequests.edition(edition),
          Objects.requireNonNullElse(by, ""),
          Objects.requireNonNullElse(reason, ""),
          read,
          texts);
    }
  }

  /** Who publishes, and why. */
  @Serdeable
  record PublishRequest(@Nullable Integer edition, @Nullable String by, @Nullable String reason) {}

  /** Whose published figures become fees. */
  @Serdeable
  record AuthorityFeesRequest(
      @Nullable Integer edition,
      @Nullable String by,
      @Nullable String reason,
      @Nullable String authority,
      @Nullable String authorityYear) {}

  /** On which estimates a draft is to rest: the id of a published set, or {@code shipped}. */
  @Serdeable
  record BookEstimatesRequest(
      @Nullable Integer edition,
      @Nullable String by,
      @Nullable String reason,
      @Nullable String estimateSet) {}

  /**
   * @throws InputException if it is missing
   */
  static int edition(@Nullable Integer edition) {
    if (edition == null) {
      throw new InputException(
          Problem.of(
              "edition",
              null,
              "The edition is missing.",
              "Give the edition of the draft that you read."));
    }
    return edition;
  }

  private static @Nullable Change change(
      NumberChangeRequest asked, String at, @Nullable String reason, Problems problems) {
    String path = asked.path();
    BigDecimal value = Fields.number(asked.value(), at + ".value", problems);
    Change.Operation operation =
        asked.operation() == null
            ? Change.Operation.SET
            : Fields.code(
                asked.operation(),
                at + ".operation",
                c -> Coded.of(Change.Operation.class, c),
                problems);
    if (path == null || path.isBlank()) {
      problems.add(
          at + ".path", path, "The path is missing.", "Give the path of a number of the book.");
    }
    return path == null || path.isBlank() || operation == null || value == null
        ? null
        : new Change(
            path.strip(),
            operation,
            value,
            asked.reason() == null ? Objects.requireNonNullElse(reason, "") : asked.reason());
  }

  private static @Nullable Provenance provenance(NumberChangeRequest asked) {
    String source = asked.source();
    return source == null
        ? null
        : new Provenance(
            source,
            Boolean.TRUE.equals(asked.illustrative()),
            Objects.requireNonNullElse(asked.note(), ""));
  }
}
