package org.homeward.returnfile;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.homeward.returns.ChildHistory;
import org.homeward.returns.Finding;
import org.homeward.returns.MergedReturns;
import org.homeward.returns.Pseudonym;
import org.homeward.returns.Pseudonyms;
import org.homeward.returns.ReturnsMerge;
import org.homeward.returns.Rule;
import org.homeward.returns.Stay;

/** Returns written in a test, read and merged as files are. */
final class Returns {

  static final String KEY = "a key that only tests have";
  static final String AUTHORITY = "Testshire";

  private static final String EPISODES =
      "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";
  private static final String HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
  private static final DateTimeFormatter UK = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** Which return a file is of, where a test says so by the way in which it was written. */
  private final Map<String, Integer> said = new LinkedHashMap<>();

  /** A return with episodes as they are submitted, and a header of the children born in 2015. */
  Returns year(int year, String... episodes) {
    return episodes(year, episodes).header(year, childrenOf(episodes));
  }

  Returns episodes(int year, String... rows) {
    said.put(year + "-episodes.csv", year);
    return file(year + "-episodes.csv", EPISODES + String.join("\n", rows) + "\n");
  }

  private Returns header(int year, List<String> children) {
    StringBuilder text = new StringBuilder(HEADER);
    children.forEach(
        c -> text.append(c).append(year < 2025 ? ",2" : ",F").append(",01/06/2015,WBRI,,,\n"));
    return file(year + "-header.csv", text.toString());
  }

  Returns header(int year, String... rows) {
    return file(year + "-header.csv", HEADER + String.join("\n", rows) + "\n");
  }

  private static List<String> childrenOf(String... episodes) {
    List<String> children = new ArrayList<>();
    for (String row : episodes) {
      String child = row.substring(0, row.indexOf(',')).strip();
      if (!child.isEmpty() && !children.contains(child)) {
        children.add(child);
      }
    }
    return children;
  }

  Returns file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Returns file(String name, byte[] bytes) {
    files.put(name, bytes);
    return this;
  }

  /** A row of episodes; the postcode of the placement tells its place and provider apart. */
  static String episode(
      String child,
      String decom,
      String rne,
      String ls,
      String place,
      String provider,
      String dec,
      String rec) {
    String postcode = "ZZ1 1" + (place + provider + "AA").replaceAll("[^A-Z]", "").substring(0, 2);
    return String.join(
        ",", child, decom, rne, ls, "N1", place, provider, dec, rec, "", "ZZ1 1AA", postcode, "");
  }

  ReturnReader.Reading read(LoadOptions options) {
    return read(options, 2);
  }

  private ReturnReader.Reading read(LoadOptions options, int threads) {
    List<ReturnSource> sources =
        files.entrySet().stream()
            .map(
                f ->
                    new ReturnSource(
                        f.getKey(),
                        f.getValue().length,
                        () -> new ByteArrayInputStream(f.getValue())))
            .toList();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      return ReturnReader.read(sources, options, CodeTables.codes(), pool, bytes -> {});
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      pool.shutdownNow();
    }
  }

  Merged merge() {
    return merge(new LoadOptions(AUTHORITY, said, ReturnsMerge.SMALL_GAP), 2);
  }

  Merged merge(LoadOptions options, int threads) {
    ReturnReader.Reading reading = read(options, threads);
    return new Merged(merge(reading, options, threads), reading.files());
  }

  static MergedReturns merge(ReturnReader.Reading reading, LoadOptions options, int threads) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      return ReturnsMerge.merge(
          reading.tables(),
          CodeTables.codes(),
          options.smallGap(),
          new Pseudonyms(KEY),
          pool,
          (children, of) -> {});
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      pool.shutdownNow();
    }
  }

  /** What came out, as tests ask for it. */
  record Merged(MergedReturns returns, List<FileReport> files) {

    Merged {
      if (!returns.reconciliation().agrees()) {
        throw new AssertionError("In and out do not agree: " + returns.reconciliation());
      }
    }

    ChildHistory child(String number) {
      return child(AUTHORITY, number);
    }

    ChildHistory child(String authority, String number) {
      Pseudonym pseudonym = new Pseudonyms(KEY).of(authority, number);
      return returns
          .histories()
          .child(
              returns
                  .histories()
                  .find(pseudonym)
                  .orElseThrow(() -> new AssertionError("There is no child " + number)));
    }

    boolean has(String number) {
      return returns.histories().find(new Pseudonyms(KEY).of(AUTHORITY, number)).isPresent();
    }

    /** Stays as {@code 01/05/2022-31/08/2022 U6 PR1}. */
    List<String> stays(String number) {
      return child(number).stays().stream().map(Merged::text).toList();
    }

    private static String text(Stay stay) {
      return date(stay.span().from())
          + "-"
          + date(stay.span().to())
          + " "
          + stay.place().code()
          + (stay.provider() == null ? "" : " " + stay.provider().code());
    }

    /** Findings as {@code OVERLAP 2024-episodes.csv:3}. */
    List<String> found() {
      return returns.findings().stream()
          .map(f -> f.rule() + " " + returns.files().get(f.file()) + ":" + f.line())
          .toList();
    }

    List<Finding> found(Rule rule) {
      return returns.findings().stream().filter(f -> f.rule() == rule).toList();
    }

    List<String> events(String number) {
      return child(number).events().stream()
          .map(e -> e.type().code() + " " + date(LocalDate.ofEpochDay(e.day())))
          .toList();
    }

    long costed(int year) {
      return returns.reconciliation().nights().get(year).costed();
    }
  }

  static String date(LocalDate day) {
    return day.format(UK);
  }
}
