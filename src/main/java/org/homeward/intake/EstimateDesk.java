package org.homeward.intake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.homeward.loader.EstimateSetPackage;
import org.homeward.loader.EstimateSetReader;
import org.homeward.loader.EstimateSetWriter;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.store.EstimateSetStore;
import org.homeward.timeuse.EstimateSet;
import org.homeward.timeuse.EstimateSetEntry;
import org.homeward.timeuse.Exclusion;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.Survey;
import org.homeward.timeuse.TimeUse;

/** Where estimate sets are drafted, published for good, and taken from other councils. */
public final class EstimateDesk {

  private static final int LONGEST_ID = 100;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTE = 2_000;

  private final SurveyLibrary library;
  private final EstimateSetStore store;

  public EstimateDesk(SurveyLibrary library, EstimateSetStore store) {
    this.library = library;
    this.store = store;
  }

  /**
   * A set by its id, a draft or a published one.
   *
   * @throws InputException if there is none
   */
  public EstimateSetEntry set(String id) {
    return store
        .find(id)
        .orElseThrow(
            () ->
                new InputException(
                    Problem.of(
                        "id",
                        id,
                        "There is no estimate set of this id.",
                        "See /api/estimate-sets for the ids.")));
  }

  /**
   * Begins a draft.
   *
   * @param surveys every survey there is, if none is named
   * @throws InputException if there is a set of this name, or a text or a survey cannot be used
   */
  public EstimateSetEntry draft(
      String name, String note, Set<Method> methods, List<String> surveys) {
    List<String> ids = checked(name, note, surveys);
    EstimateSetEntry entry =
        new EstimateSetEntry(id(name), name.strip(), note, methods, ids, 1, now(), null, null);
    if (entry.id().equals(EstimateSet.SHIPPED) || !store.keep(entry, Map.of())) {
      throw taken(entry.id());
    }
    return entry;
  }

  /**
   * Puts the next edition of a draft in place of one; false if somebody else was faster, or it is
   * published.
   *
   * @throws InputException if a text or a survey cannot be used
   */
  public boolean edit(EstimateSetEntry next) {
    return store.edit(
        new EstimateSetEntry(
            next.id(),
            next.name().strip(),
            next.note(),
            next.methods(),
            checked(next.name(), next.note(), next.surveys()),
            next.edition(),
            next.createdAt(),
            null,
            null));
  }

  /** The ids of the surveys, each once: a survey that stood twice would weigh twice. */
  private List<String> checked(String name, String note, List<String> surveys) {
    Problems problems = new Problems();
    text("name", name, LONGEST_NAME, problems);
    text("note", note, LONGEST_NOTE, problems);
    if (name.isBlank()) {
      problems.add("name", null, "The set has no name.", "Give it one.");
    }
    problems.throwIfAny();
    List<String> named = surveys.stream().filter(Objects::nonNull).distinct().toList();
    return library.named("surveys", named).stream().map(Survey::id).toList();
  }

  private static void text(String field, String text, int longest, Problems problems) {
    String personal = PersonalData.inCell(text, false);
    if (text.length() > longest) {
      problems.add(field, null, "This is longer than " + longest + " characters.", "Shorten it.");
    } else if (Cells.holdsControls(text)) {
      problems.add(field, null, "This holds characters that cannot be seen.", "Type it again.");
    } else if (personal != null) {
      problems.add(field, null, personal, "Name a role or a team, never a person.");
    }
  }

  /** What a draft would be if it were published now: exclusions in force are left out. */
  public EstimateSet estimates(EstimateSetEntry draft) {
    List<Survey> surveys = library.named("surveys", draft.surveys());
    List<Exclusion> exclusions = library.inForce(draft.surveys());
    return EstimateSet.of(
        draft.id(),
        draft.name(),
        surveys.stream().map(s -> s.without(exclusions)).toList(),
        draft.methods());
  }

  /**
   * Publishes a draft as it is now; false if it was edited or published in the meantime.
   *
   * @throws InputException if its surveys hold no answer by its methods
   */
  public boolean publish(EstimateSetEntry draft) {
    List<Exclusion> exclusions = library.inForce(draft.surveys());
    TimeUse timeUse = estimates(draft).timeUse();
    if (timeUse.estimates().isEmpty()) {
      throw new InputException(
          Problem.of(
              "methods",
              String.join(", ", draft.methods().stream().sorted().map(Method::code).toList()),
              "Its surveys hold no answer by these methods.",
              "Choose other surveys or methods."));
    }
    Instant at = now();
    SortedMap<String, String> files =
        EstimateSetWriter.write(
            draft, at, timeUse, library.named("surveys", draft.surveys()), exclusions);
    return store.publish(published(draft, at, EstimateSetPackage.sha256(files)), files);
  }

  private static EstimateSetEntry published(EstimateSetEntry draft, Instant at, String sha256) {
    return new EstimateSetEntry(
        draft.id(),
        draft.name(),
        draft.note(),
        draft.methods(),
        draft.surveys(),
        draft.edition(),
        draft.createdAt(),
        at,
        sha256);
  }

  /**
   * Keeps a set that another council published, byte for byte.
   *
   * @throws InputException with every problem of the package, or if there is another set of its
   *     name
   */
  public EstimateSetEntry bring(Map<String, String> files) {
    Problems problems = new Problems();
    EstimateSetReader.Read read = EstimateSetReader.read(files, problems);
    problems.throwIfAny();
    if (read == null) {
      throw new IllegalStateException("A package without a problem has a set");
    }
    SortedMap<String, String> sorted = new TreeMap<>(files);
    String sha256 = EstimateSetPackage.sha256(sorted);
    EstimateSet set = read.set();
    EstimateSetEntry entry =
        new EstimateSetEntry(
            set.id(),
            set.name(),
            read.note(),
            set.methods(),
            set.surveys(),
            1,
            now(),
            read.publishedAt(),
            sha256);
    if (set.id().equals(EstimateSet.SHIPPED) || !store.keep(entry, sorted)) {
      EstimateSetEntry there = store.find(set.id()).orElse(null);
      if (there != null && sha256.equals(there.sha256())) {
        return there;
      }
      throw taken(set.id());
    }
    return entry;
  }

  private static InputException taken(String id) {
    return new InputException(
        Problem.of(
            "name",
            id,
            "There is an estimate set of this name already.",
            "Choose another name; a published set never changes."));
  }

  private static String id(String name) {
    String words =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String cut = words.substring(0, Math.min(LONGEST_ID, words.length())).replaceAll("-$", "");
    if (cut.isEmpty()) {
      throw new InputException(
          Problem.of("name", name, "The name has no letter or digit.", "Choose another name."));
    }
    return cut;
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
