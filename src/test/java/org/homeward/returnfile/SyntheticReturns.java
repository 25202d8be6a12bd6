package org.homeward.returnfile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Makes histories first and writes the yearly returns of them, so that the truth is known before
 * anything is read. Nobody in them is real.
 */
final class SyntheticReturns {

  private static final String HEAD =
      "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN";
  private static final DateTimeFormatter UK = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final List<String> PLACES = List.of("U6", "U4", "K2", "R1", "S1", "H5");
  private static final List<String> PROVIDERS = List.of("PR1", "PR2", "PR4", "PR5");

  private final Random random;
  private final int firstYear;
  private final int lastYear;

  /** By return: rows of episodes and of the header. */
  final Map<Integer, List<String>> episodes = new TreeMap<>();

  final Map<Integer, List<String>> headers = new TreeMap<>();

  /** Nights by return and placement code. */
  final Map<String, Long> nights = new TreeMap<>();

  /** The latest return's episodes that last, by child. */
  int stillInCare;

  SyntheticReturns(long seed, int children, int firstYear, int lastYear) {
    random = new Random(seed);
    this.firstYear = firstYear;
    this.lastYear = lastYear;
    for (int child = 1; child <= children; child++) {
      history(child);
    }
  }

  private LocalDate start(int year) {
    return LocalDate.of(year - 1, 4, 1);
  }

  private void history(int child) {
    LocalDate begin =
        start(firstYear).minusDays(400).plusDays(random.nextInt(365 * (lastYear - firstYear + 2)));
    LocalDate birth = begin.minusDays(300 + random.nextInt(3000));
    List<String[]> known = new ArrayList<>(); // decom, rne, place, provider, dec, rec
    LocalDate day = begin;
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      LocalDate end = day.plusDays(1 + random.nextInt(random.nextBoolean() ? 20 : 500));
      known.add(
          new String[] {
            day.toString(),
            i == 0 ? "S" : "P",
            PLACES.get(random.nextInt(PLACES.size())),
            PROVIDERS.get(random.nextInt(PROVIDERS.size())),
            end.toString(),
            i == count - 1 ? "E4A" : "X1"
          });
      day = end;
    }
    for (int year = firstYear; year <= lastYear; year++) {
      write(child, birth, known, year);
    }
    LocalDate end = start(lastYear + 1);
    stillInCare += begin.isBefore(end) && day.isAfter(end.minusDays(1)) ? 1 : 0;
  }

  private void write(int child, LocalDate birth, List<String[]> known, int year) {
    LocalDate from = start(year);
    LocalDate to = start(year + 1);
    boolean there = false;
    for (String[] e : known) {
      LocalDate decom = LocalDate.parse(e[0]);
      LocalDate dec = LocalDate.parse(e[4]);
      if (!decom.isBefore(to) || dec.isBefore(from)) {
        continue;
      }
      boolean open = !dec.isBefore(to);
      there = true;
      episodes
          .computeIfAbsent(year, y -> new ArrayList<>())
          .add(
              String.join(
                  ",",
                  Integer.toString(child),
                  decom.format(UK),
                  e[1],
                  "C2",
                  "N1",
                  e[2],
                  e[3],
                  open ? "" : dec.format(UK),
                  open ? "" : e[5],
                  "",
                  "ZZ1 1AA",
                  "ZZ1 1" + e[2].charAt(0) + e[3].charAt(2),
                  ""));
      LocalDate a = decom.isBefore(from) ? from : decom;
      LocalDate b = dec.isBefore(to) ? dec : to;
      if (a.isBefore(b)) {
        nights.merge(year + " " + e[2], b.toEpochDay() - a.toEpochDay(), Long::sum);
      }
    }
    if (there) {
      headers
          .computeIfAbsent(year, y -> new ArrayList<>())
          .add(child + ",2," + birth.format(UK) + ",WBRI,,,");
    }
  }

  /** The files, with the rows in another order if a seed says so. */
  Returns files(long shuffle, String folder) {
    Returns returns = new Returns();
    add(returns, shuffle, folder);
    return returns;
  }

  void add(Returns returns, long shuffle, String folder) {
    List<Integer> years = new ArrayList<>(episodes.keySet());
    Random order = new Random(shuffle);
    if (shuffle != 0) {
      Collections.shuffle(years, order);
    }
    for (int year : years) {
      returns.file(folder + year + "-e.csv", text(HEAD, episodes.get(year), shuffle, order));
      returns.file(
          folder + year + "-h.csv",
          text("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", headers.get(year), shuffle, order));
    }
  }

  private static String text(String head, List<String> rows, long shuffle, Random order) {
    List<String> lines = new ArrayList<>(rows);
    if (shuffle != 0) {
      Collections.shuffle(lines, order);
    }
    return head + "\n" + String.join("\n", lines) + "\n";
  }
}
