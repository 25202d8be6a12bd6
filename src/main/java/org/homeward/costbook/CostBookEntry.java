package org.homeward.costbook;

import java.time.Instant;
import java.util.Locale;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.quantity.Coded;
import org.jspecify.annotations.Nullable;

/**
 * What is on record about a cost book: a draft can be edited; a published one never changes, and is
 * superseded when another of its name is published.
 *
 * @param id its name in the form of a word, and a number: {@code testshire-2}
 * @param basedOn hash of the content that it began as a copy of; null for what came from disk
 * @param edition counts the edits, from 1: who edits says which edition was read
 * @param publishedAt null while it is a draft
 * @param hash of its content; null while it is a draft
 */
public record CostBookEntry(
    String id,
    String name,
    State state,
    String note,
    @Nullable String basedOn,
    int edition,
    Instant createdAt,
    @Nullable Instant publishedAt,
    @Nullable String hash) {

  private static final int LONGEST_SLUG = 100;

  /** From a draft to what has been replaced. */
  public enum State implements Coded {
    DRAFT("draft"),
    PUBLISHED("published"),
    SUPERSEDED("superseded");

    private final String code;

    State(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  public boolean isDraft() {
    return state == State.DRAFT;
  }

  /** The name in the form of a word: all books of one name share it. */
  public String slug() {
    return slug(name);
  }

  /**
   * A name in the form of a word.
   *
   * @throws InputException if it has no letter or digit
   */
  public static String slug(String name) {
    String words =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String cut = words.substring(0, Math.min(LONGEST_SLUG, words.length())).replaceAll("-$", "");
    if (cut.isEmpty()) {
      throw new InputException(
          Problem.of("name", name, "The name has no letter or digit.", "Choose another name."));
    }
    return cut;
  }
}
