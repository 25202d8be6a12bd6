package org.homeward.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.homeward.costbook.BookInputs;
import org.homeward.costbook.CatalogueFiles;
import org.homeward.costbook.Conventions;
import org.homeward.costbook.ReferenceTables;
import org.homeward.pathway.PathwayTemplate;
import org.homeward.placement.AuthorityCosts;
import org.homeward.placement.AuthorityFees;
import org.homeward.placement.FeeSchedule;
import org.homeward.placement.PriceRow;
import org.homeward.problem.Problems;
import org.homeward.process.ProcessGraph;
import org.homeward.staffing.StaffRole;
import org.homeward.timeuse.Description;
import org.homeward.timeuse.EstimateSet;
import org.homeward.timeuse.Survey;
import org.homeward.timeuse.TimeUseCalculator;

/** Makes a catalogue of its files, or tells every problem of all of them. */
public final class CatalogueReader {

  /** The folder of the tables among the catalogue's files. */
  public static final String TABLES = "catalogue/";

  private static final String PROCESSES = "processes/";
  private static final String PATHWAYS = "processes/pathways/";
  private static final String SURVEYS = "timeuse-surveys/";

  /** The folder of the estimate set that a book has of its own. */
  static final String ESTIMATES = "estimates/";

  private final CatalogueFiles files;
  private final Problems problems = new Problems();

  private CatalogueReader(CatalogueFiles files) {
    this.files = files;
  }

  /**
   * @throws org.homeward.problem.InputException with every problem of every file
   */
  public static Catalogue read(CatalogueFiles files) {
    CatalogueReader reader = new CatalogueReader(files);
    return reader.read(new TableReader(files, reader.problems).read());
  }

  /**
   * Makes a catalogue of documents and of tables that were read before.
   *
   * @throws org.homeward.problem.InputException with every problem of every document
   */
  public static Catalogue read(CatalogueFiles files, ReferenceTables tables) {
    return new CatalogueReader(files).read(tables);
  }

  private Catalogue read(ReferenceTables tables) {
    KnownIds roles = roles(files, tables.roles());
    Set<String> unread = new TreeSet<>();
    List<ProcessGraph> processes = processes(roles, unread);
    KnownIds processIds = new KnownIds(processes.stream().map(ProcessGraph::id).toList(), unread);
    Set<String> items = new TreeSet<>(tables.prices().stream().map(PriceRow::item).toList());
    List<PathwayTemplate> pathways = pathways(items);
    List<Survey> surveys = surveys(processes, processIds, roles);
    Conventions conventions =
        new ConventionsReader(processIds).read(files.texts().get(ConventionsReader.PATH), problems);
    AuthorityCosts authorities = new AuthorityReader(files, problems).read();
    EstimateSet estimates = estimates(conventions, surveys);
    problems.throwIfAny();
    BookInputs inputs =
        new BookInputs(
            files.hash(),
            conventions,
            tables,
            processes,
            estimates,
            warnings(surveys, tables, authorities, estimates));
    return new Catalogue(inputs.book(), pathways, surveys, inputs, authorities);
  }

  private static List<String> warnings(
      List<Survey> surveys,
      ReferenceTables tables,
      AuthorityCosts authorities,
      EstimateSet estimates) {
    List<String> warnings = new ArrayList<>(new FeeSchedule(tables.allFees()).gaps());
    warnings.addAll(AuthorityFees.notes(tables.fees(), authorities));
    long stated = estimates.timeUse().estimates().stream().filter(e -> e.stated() != null).count();
    if (stated > 0) {
      warnings.add(
          "The book states minutes in place of "
              + stated
              + (stated == 1 ? " estimate" : " estimates")
              + " of surveys.");
    }
    for (Survey survey : surveys) {
      if (survey.includesNonCaseRelatedTime()) {
        warnings.add(
            "The survey "
                + survey.id()
                + " counts time that is not case-related; priced by the case-related hour that time"
                + " would be counted twice.");
      }
    }
    new TimeUseCalculator()
        .disagreements(surveys, Description.DISAGREEMENT)
        .forEach(
            d ->
                warnings.add(
                    "Methods disagree by more than a factor of "
                        + Description.DISAGREEMENT
                        + ": "
                        + d
                        + "."));
    return warnings;
  }

  /** The set that the book has of its own, else that of the surveys beside it. */
  private EstimateSet estimates(Conventions conventions, List<Survey> surveys) {
    SortedMap<String, String> own = EstimateSetPackage.of(files);
    EstimateSetReader.Read read = own.isEmpty() ? null : EstimateSetReader.read(own, problems);
    return StatedMinutesReader.read(
        files,
        read == null ? EstimateSet.shipped(surveys, conventions.methods()) : read.set(),
        problems);
  }

  private String schema(String path) {
    String text = files.texts().get(path);
    if (text == null) {
      problems.add(
          path,
          null,
          "The schema is missing.",
          "Put it back: the files beside it are checked against it.");
      return "{}";
    }
    return text;
  }

  /**
   * Ids of every role that has a line, whether or not it can be read.
   *
   * @param read roles that were read
   */
  static KnownIds roles(CatalogueFiles files, List<StaffRole> read) {
    Set<String> there = new TreeSet<>();
    String path = TABLES + TableReader.ROLES;
    String text = files.texts().getOrDefault(path, "role\n");
    for (CsvTable.Row row : CsvTable.read(path, text, List.of("role"), new Problems()).rows()) {
      there.add(row.text("role"));
    }
    return new KnownIds(read.stream().map(StaffRole::id).toList(), there);
  }

  private List<ProcessGraph> processes(KnownIds roles, Set<String> unread) {
    ProcessReader reader = new ProcessReader(schema(PROCESSES + "process.schema.json"), roles);
    List<ProcessGraph> processes = new ArrayList<>();
    files
        .under(PROCESSES)
        .forEach(
            (path, text) -> {
              if (isProcess(path)) {
                ProcessGraph process = reader.read(path, text, problems);
                if (process == null) {
                  unread.add(ProcessReader.id(path, text));
                } else {
                  processes.add(process);
                }
              }
            });
    return processes;
  }

  private static boolean isProcess(String path) {
    return path.endsWith(".yaml") && !path.startsWith(PATHWAYS);
  }

  /** Ids of every process that has a file, whether or not it can be read. */
  static Set<String> processIds(CatalogueFiles files) {
    Set<String> ids = new TreeSet<>();
    files
        .under(PROCESSES)
        .forEach(
            (path, text) -> {
              if (isProcess(path)) {
                ids.add(ProcessReader.id(path, text));
              }
            });
    return ids;
  }

  private List<PathwayTemplate> pathways(Set<String> items) {
    PathwayReader reader = new PathwayReader(schema(PATHWAYS + "pathway.schema.json"), items);
    List<PathwayTemplate> pathways = new ArrayList<>();
    files
        .under(PATHWAYS)
        .forEach(
            (path, text) -> {
              if (path.endsWith(".yaml")) {
                PathwayTemplate pathway = reader.read(path, text, problems);
                if (pathway != null) {
                  pathways.add(pathway);
                }
              }
            });
    return pathways;
  }

  private List<Survey> surveys(List<ProcessGraph> processes, KnownIds processIds, KnownIds roles) {
    SurveyReader reader = new SurveyReader(processes, processIds, roles);
    List<Survey> surveys = new ArrayList<>();
    Set<String> folders = new TreeSet<>();
    files.under(SURVEYS).keySet().stream()
        .filter(p -> p.indexOf('/', SURVEYS.length()) > 0)
        .forEach(p -> folders.add(p.substring(0, p.indexOf('/', SURVEYS.length()) + 1)));
    for (String folder : folders) {
      Survey survey = reader.read(folder, files.under(folder), problems);
      if (survey != null) {
        surveys.add(survey);
      }
    }
    return surveys;
  }
}
