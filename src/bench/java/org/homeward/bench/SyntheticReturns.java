package org.homeward.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Makes returns of invented children: headers, episodes and reviews of ten years, about as many and
 * as long as England's. Nobody in them is real, and no rate is an observed one.
 */
final class SyntheticReturns {

  static final int ENGLAND = 435_000;

  private static final int FIRST = 2015;
  private static final int LAST = 2024;
  private static final DateTimeFormatter BRITISH = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final String[] PLACES = {
    "U6,PR1", "U6,PR1", "U6,PR4", "U4,PR4", "U3,PR1", "U3,PR1", "K2,PR4", "P1,PR0", "H5,PR4"
  };
  private static final String[] STATUSES = {"C1", "C2", "C2", "C2", "V2", "E1"};
  private static final String[] NEEDS = {
    "N1", "N1", "N1", "N1", "N2", "N3", "N4", "N5", "N5", "N8"
  };
  private static final String[] ENDS = {
    "E4A", "E4A", "E11", "E12", "E45", "E48", "E5", "E17", "E13"
  };

  private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(903);
  private final Map<String, BufferedWriter> files = new HashMap<>();
  private final Path folder;

  private SyntheticReturns(Path folder) {
    this.folder = folder;
  }

  static Path england() throws IOException {
    Path folder = Files.createTempDirectory("homeward-returns");
    make(folder, ENGLAND);
    return folder;
  }

  static void make(Path folder, int children) throws IOException {
    SyntheticReturns returns = new SyntheticReturns(folder);
    for (int child = 1; child <= children; child++) {
      returns.child(child);
    }
    for (BufferedWriter file : returns.files.values()) {
      file.close();
    }
  }

  private String one(String[] of) {
    return of[random.nextInt(of.length)];
  }

  private void child(int child) throws IOException {
    LocalDate start = LocalDate.of(FIRST - 3, 4, 1).plusDays(random.nextInt(12 * 365));
    LocalDate birth = start.minusDays(random.nextInt(16 * 365));
    int length = 1 + (int) (-950 * Math.log(1 - random.nextDouble()));
    LocalDate end = start.plusDays(length);
    end = end.isBefore(birth.plusYears(18)) ? end : birth.plusYears(18);
    if (end.isBefore(LocalDate.of(FIRST - 1, 4, 2)) || !start.isBefore(end)) {
      end = LocalDate.of(FIRST - 1, 6, 1);
      start = end.minusDays(30);
      birth = start.minusYears(8);
    }
    String need = one(NEEDS);
    LocalDate from = start;
    String began = "S";
    while (from.isBefore(end)) {
      LocalDate to = from.plusDays(20 + random.nextInt(520));
      boolean last = !to.isBefore(end);
      episode(child, from, last ? end : to, began, need, last ? one(ENDS) : "X1");
      from = last ? end : to;
      began = random.nextInt(3) == 0 ? "L" : "P";
    }
    others(child, birth, start, end);
  }

  private void episode(
      int child, LocalDate from, LocalDate to, String began, String need, String ended)
      throws IOException {
    String middle = "," + began + "," + one(STATUSES) + "," + need + "," + one(PLACES) + ",";
    for (int year = FIRST; year <= LAST; year++) {
      LocalDate first = LocalDate.of(year - 1, 4, 1);
      LocalDate after = LocalDate.of(year, 4, 1);
      if (from.isBefore(after) && !to.isBefore(first)) {
        boolean open = !to.isBefore(after);
        line(
            year,
            "episodes",
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,"
                + "PL_POST,URN",
            child
                + ","
                + BRITISH.format(from)
                + middle
                + (open ? ",," : BRITISH.format(to) + "," + ended + ",")
                + ",ZZ1 1AA,ZZ2 2BB,SC123456");
      }
    }
  }

  private void others(int child, LocalDate birth, LocalDate start, LocalDate end)
      throws IOException {
    String born = BRITISH.format(birth);
    int sex = 1 + random.nextInt(2);
    for (int year = FIRST; year <= LAST; year++) {
      if (start.isBefore(LocalDate.of(year, 4, 1)) && !end.isBefore(LocalDate.of(year - 1, 4, 1))) {
        line(
            year,
            "header",
            "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB",
            child + "," + sex + "," + born + ",WBRI,A000000000000,0,");
      }
    }
    for (LocalDate review = start.plusDays(25);
        review.isBefore(end);
        review = review.plusDays(182)) {
      int year = review.getMonthValue() < 4 ? review.getYear() : review.getYear() + 1;
      if (year >= FIRST && year <= LAST) {
        line(
            year,
            "reviews",
            "CHILD,DOB,REVIEW,REVIEW_CODE",
            child + "," + born + "," + BRITISH.format(review) + ",PN1");
      }
    }
    line(FIRST, "missing", "CHILD,DOB,MISSING,MIS_START,MIS_END", null);
    line(
        FIRST,
        "placed_for_adoption",
        "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED",
        null);
  }

  /** Writes a line; with none, only makes sure that the file is there. */
  private void line(int year, String table, String header, String line) throws IOException {
    String name = year + "-" + table + ".csv";
    BufferedWriter file = files.get(name);
    if (file == null) {
      file = Files.newBufferedWriter(folder.resolve(name));
      file.write(header);
      file.write('\n');
      files.put(name, file);
    }
    if (line != null) {
      file.write(line);
      file.write('\n');
    }
  }
}
