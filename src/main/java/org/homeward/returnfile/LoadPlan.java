package org.homeward.returnfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.problem.Problems;
import org.homeward.returnfile.FileReport.YearFrom;
import org.homeward.returns.ChildIds;
import org.homeward.returns.EpisodeRows;
import org.homeward.returns.Findings;
import org.homeward.returns.ReadTables;
import org.homeward.returns.ReturnCodes;
import org.homeward.returns.ReturnYears;
import org.homeward.returns.Table;
import org.homeward.returns.TableRows;
import org.homeward.returns.YearCheck;

/**
 * Finds out which return and which authority each table is of. The return: a column YEAR, then what
 * the user said, then its dates, then the episodes beside it, in the same folder under the same
 * year in the name. The authority: a column LA, then what the user said, then the folder.
 */
final class LoadPlan {

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d(?:[-_/ ]?\\d\\d(?!\\d))?");

  private final LoadOptions options;
  private final Authorities authorities;
  private final Problems problems = new Problems();
  private final Map<ReadFile, YearFrom> yearFrom = new LinkedHashMap<>();
  private final Map<ReadFile, Integer> years = new LinkedHashMap<>();

  private LoadPlan(LoadOptions options, Authorities authorities) {
    this.options = options;
    this.authorities = authorities;
  }

  static ReturnReader.Reading of(
      List<ReturnSource> sources,
      List<List<ReadFile>> byFile,
      LoadOptions options,
      ReturnCodes codes,
      ChildIds ids,
      Authorities authorities) {
    LoadPlan plan = new LoadPlan(options, authorities);
    List<ReadFile> files = byFile.stream().flatMap(List::stream).toList();
    plan.findYears(files);
    plan.findAuthorities(files);
    if (files.stream().noneMatch(f -> f.rows() instanceof EpisodeRows)) {
      plan.problems.add(
          "files",
          null,
          "There is no table of episodes among them.",
          "Send the episodes, known by their columns CHILD, DECOM, RNE, LS, CIN, PLACE, DEC, REC.");
    }
    plan.problems.throwIfAny();
    List<TableRows> tables = files.stream().map(ReadFile::rows).toList();
    List<Findings> findings = new ArrayList<>(files.stream().map(ReadFile::findings).toList());
    findings.add(YearCheck.check(tables, codes, CodeTables.sexes()));
    ReadTables read =
        ReadTables.of(
            sources.stream().map(ReturnSource::name).toList(),
            tables,
            authorities.names(),
            authorities.districts(),
            ids,
            findings);
    return new ReturnReader.Reading(read, plan.reports(sources, byFile));
  }

  // Years

  private void findYears(List<ReadFile> files) {
    for (ReadFile file : files) {
      if (file.yearByRow()) {
        set(file, 0, YearFrom.COLUMN);
      } else if (said(file.source()) != 0) {
        set(file, said(file.source()), YearFrom.USER);
      } else if (file.rows() instanceof EpisodeRows) {
        int year = YearFinder.of(file.rows());
        if (year != 0) {
          set(file, year, YearFrom.DATES);
        }
      }
    }
    nameAlike(files);
    Map<String, Set<Integer>> beside = new LinkedHashMap<>();
    years.forEach(
        (file, year) -> {
          if (file.rows() instanceof EpisodeRows && year != 0) {
            beside.computeIfAbsent(label(file.source()), l -> new LinkedHashSet<>()).add(year);
          }
        });
    for (ReadFile file : files) {
      if (years.containsKey(file)) {
        checkYear(file);
        continue;
      }
      Set<Integer> siblings = beside.getOrDefault(label(file.source()), Set.of());
      if (siblings.size() == 1 && !(file.rows() instanceof EpisodeRows)) {
        set(file, siblings.iterator().next(), YearFrom.SIBLING);
      } else if (!(file.rows() instanceof EpisodeRows) && YearFinder.of(file.rows()) != 0) {
        set(file, YearFinder.of(file.rows()), YearFrom.DATES);
      } else if (file.rows().size() == 0 || !file.rows().table().isNeeded()) {
        set(file, 0, YearFrom.NOT_NEEDED);
      } else {
        problems.add(
            file.source().name(),
            null,
            "It cannot be known of which return this is: there is no column YEAR, and the dates do"
                + " not tell.",
            "Say it with the year in which the return ends, such as 2024 for 1 April 2023 to 31"
                + " March 2024; or split a file of several years.");
      }
    }
  }

  /**
   * Episodes of which none has ended tell nothing themselves; but where the other files are all
   * named by the year in which their return starts, or all by that in which it ends, so are they.
   */
  private void nameAlike(List<ReadFile> files) {
    Set<Integer> offsets = new LinkedHashSet<>();
    years.forEach(
        (file, year) -> {
          if (yearFrom.get(file) == YearFrom.DATES) {
            offsets.add(
                named(file.source()) == 0 ? Integer.MAX_VALUE : year - named(file.source()));
          }
        });
    if (offsets.size() != 1 || offsets.contains(Integer.MAX_VALUE)) {
      return;
    }
    int offset = offsets.iterator().next();
    for (ReadFile file : files) {
      boolean undated = file.rows() instanceof EpisodeRows && !years.containsKey(file);
      if (undated && named(file.source()) != 0 && ((EpisodeRows) file.rows()).hasNoEnds()) {
        set(file, named(file.source()) + offset, YearFrom.NAMES);
      }
    }
  }

  /** The year in the name of a file, or 0. */
  private static int named(ReturnSource source) {
    Matcher year = YEAR.matcher(source.fileName());
    return year.find() ? Integer.parseInt(year.group().substring(0, 4)) : 0;
  }

  private void set(ReadFile file, int year, YearFrom from) {
    years.put(file, year);
    yearFrom.put(file, from);
    file.rows().setYear(year);
  }

  private int said(ReturnSource source) {
    Map<String, Integer> said = options.years();
    Integer year = said.get(source.name());
    if (year == null) {
      year = said.get(source.fileName());
    }
    if (year == null) {
      year = said.get(source.folder());
    }
    if (year == null) {
      year = said.getOrDefault("*", 0);
    }
    if (year != 0 && (year < ReturnYears.FIRST || year > ReturnYears.LAST)) {
      problems.add(
          source.name(),
          year,
          "A return ends between " + ReturnYears.FIRST + " and " + ReturnYears.LAST + ".",
          "Say the year in which it ends, such as 2024.");
      return 0;
    }
    return year;
  }

  private void checkYear(ReadFile file) {
    if (file.rows() instanceof EpisodeRows episodes && episodes.contradictsItsYears()) {
      int year = YearFinder.of(file.rows());
      problems.add(
          file.source().name(),
          file.yearByRow() ? "column YEAR" : years.get(file),
          "Most episodes do not end in the year of this return"
              + (year == 0 ? "." : "; they end in that of the return of " + year + "."),
          "Name a return by the year in which it ends: 2024 is 1 April 2023 to 31 March 2024.");
    }
  }

  /** The folder, and the year in the name of the file, whatever it means. */
  private static String label(ReturnSource source) {
    Matcher year = YEAR.matcher(source.fileName());
    return source.folder() + "|" + (year.find() ? year.group() : "");
  }

  // Authorities

  private void findAuthorities(List<ReadFile> files) {
    for (ReadFile file : files) {
      if (file.authorityByRow()) {
        continue;
      }
      String name =
          options.authority() != null ? options.authority().strip() : folder(file.source());
      if (name.isEmpty()) {
        problems.add(
            file.source().name(),
            null,
            "It cannot be known whose return this is: there is no column LA, and no folder tells.",
            "Say the authority, or put each authority's files in a folder of its name.");
        return; // once is enough
      }
      int number = authorities.number(name);
      file.rows().setAuthority(number);
      file.findings().setAuthorities(number);
      authorities.addDistricts(number, file.homes());
    }
  }

  /** The nearest folder that is not named by a year. */
  private static String folder(ReturnSource source) {
    String folder = source.folder();
    while (!folder.isEmpty()) {
      String last = folder.substring(folder.lastIndexOf('/') + 1);
      if (!last.isBlank() && !YEAR.matcher(last).find()) {
        return last.strip();
      }
      folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
    }
    return "";
  }

  // What the files were

  private List<FileReport> reports(List<ReturnSource> sources, List<List<ReadFile>> byFile) {
    List<FileReport> reports = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      if (byFile.get(i).isEmpty()) {
        reports.add(
            new FileReport(
                sources.get(i).name(),
                null,
                List.of(),
                YearFrom.NOT_NEEDED,
                List.of(),
                0,
                "No table of the return; left alone."));
      }
      for (ReadFile file : byFile.get(i)) {
        reports.add(report(file));
      }
    }
    return List.copyOf(reports);
  }

  private FileReport report(ReadFile file) {
    TableRows rows = file.rows();
    Set<String> names = new LinkedHashSet<>();
    rows.authorities().forEach(a -> names.add(authorities.names().get(a)));
    Table table = rows.table();
    return new FileReport(
        file.source().name(),
        table,
        List.copyOf(new TreeSet<>(rows.years())),
        yearFrom.getOrDefault(file, YearFrom.NOT_NEEDED),
        List.copyOf(names),
        rows.size(),
        table.isNeeded() ? "" : "Counted; costs do not rest on it.");
  }
}
