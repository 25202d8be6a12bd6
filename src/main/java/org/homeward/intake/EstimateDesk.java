package org.homeward.intake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.homeward.loader.EstimateSetPackage;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.store.EstimateSetStore;
import org.homeward.timeuse.EstimateSet;
import org.homeward.timeuse.EstimateSetEntry;
import org.homeward.timeuse.Exclusion;
import org.homeward.timeuse.Method;
import org.homeward.timeuse.Survey;

/** Where estimate sets are drafted, published for good, and taken from other councils. */
public final class EstimateDesk {

  private static final int LONGEST_ID = 100;

  private final SurveyLibrary library;
  private final EstimateSetStore store;

  public EstimateDesk(SurveyLibrary library, EstimateSetStore store) {
    this.library = library;
    this.store = store;
  }

  /**
   * Begins a draft.
   *
   * @throws InputException if there is a set of this name, or a survey is not there
   */
  public EstimateSetEntry draft(
      String name, String note, Set<Method> methods, List<String> surveys) {
    List<String> ids = library.named("surveys", surveys).stream().map(Survey::id).toList();
    EstimateSetEntry entry =
        new EstimateSetEntry(id(name), name, note, methods, ids, 1, now(), null, null);
    if (entry.id().equals(EstimateSet.SHIPPED) || !store.keep(entry, Map.of())) {
      throw taken(entry.id());
    }
    return entry;
  }

  /**
   * Puts the next edition of a draft in place of one; empty if somebody else was faster, or it is
   * published.
   */
  public boolean edit(EstimateSetEntry next) {
    library.named("surveys", next.surveys());
    return store.edit(next);
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

  /** Publishes a draft as it is now; false if it was edited or published in the meantime. */
  public boolean publish(EstimateSetEntry draft) {
    List<Exclusion> exclusions = library.inForce(draft.surveys());
    Instant at = now();
    SortedMap<String, String> files =
        EstimateSetPackage.write(
            draft,
            at,
            estimates(draft).timeUse(),
            library.named("surveys", draft.surveys()),
            exclusions);
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
    EstimateSetPackage.Read read = EstimateSetPackage.read(files, problems);
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
