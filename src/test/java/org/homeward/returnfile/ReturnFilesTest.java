package org.homeward.returnfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.homeward.returnfile.Returns.episode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.homeward.history.Area;
import org.homeward.problem.InputException;
import org.homeward.returnfile.FileReport.YearFrom;
import org.homeward.returnfile.Returns.Merged;
import org.homeward.returns.Rule;
import org.homeward.returns.Stay;
import org.homeward.returns.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Returns are read as councils have them: whatever the names, columns, encodings and packing. */
class ReturnFilesTest {

  private static final String HEAD =
      "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";
  private static final String ROW =
      episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "01/06/2022", "E4A") + "\n";
  private static final String STAY = "01/05/2022-01/06/2022 U6 PR1";

  @ParameterizedTest
  @CsvSource({
    "'CHILD,SEX,DOB,ETHNIC', HEADER",
    "'CHILD,SEX,DOB,DUC', UASC",
    "'CHILD,DOB,REVIEW,REVIEW_CODE', REVIEWS",
    "'CHILD,DOB,MISSING,MIS_START,MIS_END', MISSING",
    "'CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR', AD1",
    "'CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED', PLACED_FOR_ADOPTION",
    "'CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM', PREVIOUS_PERMANENCE",
    "'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON', SW_EPISODES",
    "'CHILD,DOB,IN_TOUCH,ACTIV,ACCOM', OC3",
    "'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK', OC2",
    "'CHILD,DOB,DOLO_START,DOLO_END', DOLO"
  })
  void aTableIsKnownByItsColumnsAndNotByItsName(String header, Table table) {
    Merged merged =
        new Returns().file("a.csv", HEAD + ROW).file("whatever.txt", header + "\n").merge();
    assertThat(merged.files().get(1).table()).isEqualTo(table);
    assertThat(merged.files().get(0).table()).isEqualTo(Table.EPISODES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16"})
  void anyEncodingIsRead(String charset) {
    String text = HEAD + ROW.replace("ZZ1 1AA", "Çé");
    Merged merged = new Returns().file("a.csv", text.getBytes(Charset.forName(charset))).merge();
    assertThat(merged.stays("1")).containsExactly(STAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void aByteOrderMarkAndWindowsLineEndsAndOtherSeparatorsDoNotMatter(String separator) {
    String text = "\uFEFF" + (HEAD + ROW).replace(",", separator).replace("\n", "\r\n");
    assertThat(new Returns().file("a.csv", text).merge().stays("1")).containsExactly(STAY);
  }

  @Test
  void smallLettersSpacesOrderAndOtherColumnsInTheHeaderDoNotMatter() {
    Merged merged =
        new Returns()
            .file(
                "a.csv",
                "year, la ,note,rec,dec,place,cin,ls,rne,decom,child,place provider\n"
                    + "2023,301,\"a, \"\"b\"\"\nc\",E4A,01/06/2022,U6,N1,C2,S,01/05/2022,1,PR1\n"
                    + "2023,302,,E4A,01/06/2022,K2,N1,C2,S,01/05/2022,1,PR1\n")
            .merge(LoadOptions.of(null), 1);
    assertThat(merged.child("301", "1").stays())
        .extracting(s -> s.place().code())
        .containsExactly("U6");
    assertThat(merged.child("302", "1").stays())
        .extracting(s -> s.place().code())
        .containsExactly("K2");
    assertThat(merged.files().get(0).yearFrom()).isEqualTo(YearFrom.COLUMN);
    assertThat(merged.files().get(0).authorities()).containsExactly("301", "302");
  }

  @Test
  void aLineKeepsItsNumberAfterEmptyLinesAndLineEndsInQuotes() {
    Merged merged =
        new Returns()
            .file(
                "a.csv",
                "NOTE,"
                    + HEAD
                    + "\n\"two\nlines\","
                    + ROW
                    + "x,"
                    + ROW.replace("01/05/2022", "31/04/2022"))
            .merge();
    assertThat(merged.found()).containsExactly("DECOM_NOT_A_DATE a.csv:5");
  }

  @Test
  void severalYearsInOneFileAreToldApartByTheColumnYear() {
    String head = "YEAR," + HEAD;
    String open = "," + episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "", "") + "\n";
    String closed =
        "," + episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "01/06/2023", "E4A") + "\n";
    Merged merged = new Returns().file("a.csv", head + "2023" + open + "2023/24" + closed).merge();
    assertThat(merged.stays("1")).containsExactly("01/05/2022-01/06/2023 U6 PR1");
    assertThat(merged.files().get(0).years()).containsExactly(2023, 2024);
  }

  @Test
  void ANumberOfAChildMayBeLongOrHaveLetters() {
    String text = HEAD + ROW.replaceFirst("1", "abc-1234567890123") + ROW.replaceFirst("1", "É9");
    Merged merged = new Returns().file("a.csv", text.getBytes(StandardCharsets.ISO_8859_1)).merge();
    assertThat(merged.stays("ABC-1234567890123")).containsExactly(STAY);
    assertThat(merged.stays("É9")).containsExactly(STAY);
  }

  @Test
  void leadingZerosMakeAnotherNumber() {
    Merged merged = new Returns().file("a.csv", HEAD + ROW + "0" + ROW).merge();
    assertThat(merged.returns().histories().size()).isEqualTo(2);
  }

  @Test
  void aRowWithTooFewCellsOrNoChildIsRejectedAlone() {
    Merged merged =
        new Returns().file("a.csv", HEAD + ROW + "2,01/05/2022,S\n," + ROW.substring(2)).merge();
    assertThat(merged.found()).containsExactly("CELLS_MISSING a.csv:3", "CHILD_MISSING a.csv:4");
    assertThat(merged.returns().histories().size()).isEqualTo(1);
  }

  // Zip, folders, XML

  @Test
  void aZipIsAFolder(@TempDir Path folder) throws Exception {
    Path zip = folder.resolve("returns.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : List.of("North/2023-a.csv", "South/2023-a.csv")) {
        out.putNextEntry(new ZipEntry(name));
        out.write((HEAD + ROW).getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    Files.writeString(folder.resolve("README.md"), "Not a table, but it has a comma.");
    try (ReturnSources sources = new ReturnSources()) {
      sources.add("", folder);
      assertThat(sources.list())
          .extracting(ReturnSource::name)
          .containsExactly("README.md", "North/2023-a.csv", "South/2023-a.csv");
    }
  }

  @Test
  void aDamagedZipIsTold(@TempDir Path folder) throws Exception {
    Path zip = folder.resolve("returns.zip");
    Files.write(zip, new byte[] {'P', 'K', 3, 4, 9, 9, 9});
    try (ReturnSources sources = new ReturnSources()) {
      assertThatThrownBy(() -> sources.add("returns.zip", zip))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void theXmlFormSaysTheSame() {
    String xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <EXPSSDA903>
          <CHILD>
            <HEADER>
              <CHILDID>1</CHILDID><SEX>2</SEX><DOB>01/06/2015</DOB><ETHNIC>WBRI</ETHNIC><UPN/>
              <UASC>0</UASC><DUC/><MOTHER/><MC_DOB/><DATE_INT/><DATE_MATCH/>
              <AREVIEW><REVIEW>10/05/2022</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
              <AMISSING><MISSING>M</MISSING><MIS_START>12/05/2022</MIS_START><MIS_END>13/05/2022</MIS_END></AMISSING>
            </HEADER>
            <EPISODE>
              <DECOM>01/05/2022</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U6</PL>
              <PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC>01/06/2022</DEC><REC>X1</REC>
            </EPISODE>
            <EPISODE>
              <DECOM>01/06/2022</DECOM><RNE>P</RNE><LS>C2</LS><CIN>N1</CIN><PL>U66</PL>
              <PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC/><REC/>
            </EPISODE>
          </CHILD>
        </EXPSSDA903>
        """;
    Merged merged = new Returns().file("return.xml", xml).merge();
    assertThat(merged.stays("1")).containsExactly(STAY);
    assertThat(merged.events("1"))
        .contains("review-held 10/05/2022", "missing-start 12/05/2022", "missing-end 13/05/2022");
    assertThat(merged.found()).contains("PLACE_UNKNOWN return.xml:14");
    assertThat(merged.child("1").birth()).isEqualTo("2015-06-01");
  }

  @Test
  void brokenXmlIsToldWithItsLine() {
    assertThatThrownBy(() -> new Returns().file("return.xml", "<EXPSSDA903>\n<CHILD>").merge())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Line 2");
  }

  @Test
  void xmlReachesNoOtherFile(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "01/05/2022");
    String xml =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \""
            + secret.toUri()
            + "\">]><EXPSSDA903><CHILD><HEADER>"
            + "<CHILDID>1</CHILDID><DOB>&e;</DOB></HEADER></CHILD></EXPSSDA903>";
    assertThatThrownBy(() -> new Returns().file("return.xml", xml).merge())
        .isInstanceOf(InputException.class);
  }

  // Which return, whose return

  @Test
  void theReturnIsFoundOutOfTheDatesAndSaid() {
    Merged merged =
        new Returns()
            .file(
                "2021-episodes.csv", HEAD + ROW) // named by the year in which it starts? No matter.
            .file("2021-header.csv", "CHILD,SEX,DOB,ETHNIC\n1,2,01/06/2015,WBRI\n")
            .merge();
    assertThat(merged.files()).extracting(FileReport::years).containsOnly(List.of(2023));
    assertThat(merged.files())
        .extracting(FileReport::yearFrom)
        .containsExactly(YearFrom.DATES, YearFrom.SIBLING);
  }

  @Test
  void whatTheUserSaysOfAFileCounts() {
    Merged merged =
        new Returns()
            .file("a.csv", HEAD + episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "", ""))
            .merge(new LoadOptions(Returns.AUTHORITY, Map.of("a.csv", 2024), 7), 1);
    assertThat(merged.files().get(0).years()).containsExactly(2024);
    assertThat(merged.files().get(0).yearFrom()).isEqualTo(YearFrom.USER);
    assertThat(merged.stays("1")).containsExactly("01/05/2022-01/04/2024 U6 PR1");
  }

  @Test
  void aReturnInWhichNothingEndedIsNamedAsTheOthersAre() {
    String open = HEAD + episode("1", "01/05/2022", "S", "C2", "U6", "PR1", "", "");
    Merged merged =
        new Returns()
            .file("episodes-2022.csv", HEAD + ROW) // by the year in which it starts
            .file("episodes-2023.csv", open)
            .merge();
    assertThat(merged.files())
        .extracting(FileReport::years)
        .containsExactly(List.of(2023), List.of(2024));
    assertThat(merged.files().get(1).yearFrom()).isEqualTo(YearFrom.NAMES);
    assertThatThrownBy(() -> new Returns().file("episodes-2023.csv", open).merge())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("It cannot be known of which return this is");
  }

  @Test
  void aYearThatTheDatesContradictIsRefused() {
    assertThatThrownBy(
            () ->
                new Returns()
                    .file("a.csv", HEAD + ROW)
                    .merge(new LoadOptions(Returns.AUTHORITY, Map.of("a.csv", 2022), 7), 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the return of 2023");
  }

  @Test
  void aFileOfSeveralYearsWithoutAColumnYearIsRefusedWithTheWayOut() {
    StringBuilder text = new StringBuilder(HEAD);
    for (int year = 2015; year < 2023; year++) {
      text.append(episode("1", "01/05/" + year, "S", "C2", "U6", "PR1", "01/06/" + year, "E4A"))
          .append('\n');
    }
    assertThatThrownBy(() -> new Returns().file("all.csv", text.toString()).merge())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("all.csv")
        .hasMessageContaining("YEAR");
  }

  @Test
  void anAuthorityThatCannotBeKnownIsAskedFor() {
    assertThatThrownBy(() -> new Returns().file("a.csv", HEAD + ROW).merge(LoadOptions.of(null), 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Say the authority");
  }

  @Test
  void aTableThatLacksAColumnIsToldWhichOne() {
    assertThatThrownBy(() -> new Returns().file("a.csv", HEAD.replace("RNE,", "") + ROW).merge())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("episodes without RNE");
  }

  @Test
  void aLoadWithoutEpisodesIsRefused() {
    assertThatThrownBy(() -> new Returns().file("2023-h.csv", "CHILD,SEX,DOB,ETHNIC\n").merge())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no table of episodes");
  }

  @Test
  void whatIsNoTableOfTheReturnIsLeftAloneAndSaid() {
    Merged merged = new Returns().file("a.csv", HEAD + ROW).file("README", "Hello, all.").merge();
    assertThat(merged.files().get(1).table()).isNull();
    assertThat(merged.files().get(1).note()).contains("left alone");
  }

  // Area

  @Test
  void theColumnPlLocationTellsTheArea() {
    Merged merged =
        new Returns()
            .file(
                "a.csv", "PL_LOCATION," + HEAD + "IN," + ROW + "OUT," + ROW.replaceFirst("1", "2"))
            .merge();
    assertThat(merged.child("1").stays()).extracting(Stay::area).containsExactly(Area.IN_AREA);
    assertThat(merged.child("2").stays()).extracting(Stay::area).containsExactly(Area.OUT_OF_AREA);
  }

  @Test
  void withoutItTheDistrictsOfTheChildrensHomesAreTheArea() {
    Merged merged =
        new Returns()
            .year(
                2023,
                "1,01/05/2022,S,C2,N1,U6,PR1,,,,ZZ1 1AA,ZZ1 9ZZ,",
                "2,01/05/2022,S,C2,N1,U6,PR1,,,,ZZ1 1AA,ZZ77 9ZZ,",
                "3,01/05/2022,S,C2,N1,U6,PR1,,,,ZZ1 1AA,,",
                "4,01/05/2022,S,C2,N1,U6,PR1,,,,,zz19zz,")
            .merge();
    assertThat(merged.child("1").stays().get(0).area()).isEqualTo(Area.IN_AREA);
    assertThat(merged.child("2").stays().get(0).area()).isEqualTo(Area.OUT_OF_AREA);
    assertThat(merged.child("3").stays().get(0).area()).isNull();
    assertThat(merged.child("4").stays().get(0).area()).isEqualTo(Area.IN_AREA);
  }

  @Test
  void aFindingIsTellingButHoldsNoNumberOfAChild() {
    Merged merged =
        new Returns()
            .year(2023, episode("7654321", "01/05/2022", "S", "C2", "U9", "PR1", "", ""))
            .file("b.csv", HEAD + ROW)
            .merge();
    assertThat(merged.found(Rule.PLACE_UNKNOWN))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.sentence()).contains("PLACE").contains("U9");
              assertThat(f.child()).isNotNull();
              assertThat(f.toString()).doesNotContain("7654321");
            });
  }

  @Test
  void bytesAreReadWhereverTheBufferEnds() {
    ByteArrayOutputStream large = new ByteArrayOutputStream();
    large.writeBytes(HEAD.getBytes(StandardCharsets.UTF_8));
    for (int i = 1; i <= 9_000; i++) { // several buffers of different row lengths
      String number = Integer.toString(i % 7 == 0 ? i * 100_000 : i);
      large.writeBytes((number + ROW.substring(1)).getBytes(StandardCharsets.UTF_8));
    }
    Merged merged = new Returns().file("a.csv", large.toByteArray()).merge();
    assertThat(merged.returns().histories().size()).isEqualTo(9_000);
    assertThat(merged.costed(2023)).isEqualTo(9_000L * 31);
    assertThat(merged.found()).isEmpty();
  }
}
