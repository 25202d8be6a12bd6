package org.homeward.returnfile;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.homeward.history.LegalStatus;
import org.homeward.history.Need;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.returns.CodeSet;
import org.homeward.returns.EndCode;
import org.homeward.returns.LegalStatusCode;
import org.homeward.returns.MoveCode;
import org.homeward.returns.NeedCode;
import org.homeward.returns.NewEpisodeCode;
import org.homeward.returns.PlaceCode;
import org.homeward.returns.ProviderCode;
import org.homeward.returns.ReturnCode;
import org.homeward.returns.ReturnCode.Validity;
import org.homeward.returns.ReturnCodes;
import org.homeward.returns.Route;
import org.homeward.returns.Sex;
import org.homeward.returns.SexCode;

/** The code sets of the return, from the tables that come with the program. */
public final class CodeTables {

  private static final ReturnCodes CODES = read();
  private static final CodeSet<SexCode> SEXES = readSexes();

  private CodeTables() {}

  public static ReturnCodes codes() {
    return CODES;
  }

  /** Codes of SEX, on which histories rest only by what they mean. */
  static CodeSet<SexCode> sexes() {
    return SEXES;
  }

  private static ReturnCodes read() {
    return new ReturnCodes(
        set("place", CodeTables::place),
        set(
            "provider",
            r ->
                new ProviderCode(
                    r.getField("code"),
                    r.getField("label"),
                    validity(r),
                    Provider.of(r.getField("provider")))),
        set(
            "legal-status",
            r ->
                new LegalStatusCode(
                    r.getField("code"),
                    r.getField("label"),
                    validity(r),
                    LegalStatus.of(r.getField("legal_status")),
                    kind(LegalStatusCode.ShortBreak.class, r.getField("short_break")))),
        set(
            "need",
            r ->
                new NeedCode(
                    r.getField("code"),
                    r.getField("label"),
                    validity(r),
                    r.getField("need").isEmpty() ? null : Need.of(r.getField("need")))),
        set(
            "new-episode",
            r ->
                new NewEpisodeCode(
                    r.getField("code"),
                    r.getField("label"),
                    validity(r),
                    yes(r, "starts"),
                    yes(r, "placement"),
                    yes(r, "carer"),
                    yes(r, "legal_status"))),
        set(
            "end",
            r ->
                new EndCode(
                    r.getField("code"),
                    r.getField("label"),
                    validity(r),
                    r.getField("route").isEmpty() ? null : Route.of(r.getField("route")))),
        set(
            "place-change",
            r ->
                new MoveCode(
                    r.getField("code"),
                    r.getField("label"),
                    validity(r),
                    kind(MoveCode.Kind.class, r.getField("kind")))));
  }

  private static CodeSet<SexCode> readSexes() {
    return set(
        "sex",
        r ->
            new SexCode(
                r.getField("code"), r.getField("label"), validity(r), Sex.of(r.getField("sex"))));
  }

  private static PlaceCode place(NamedCsvRecord r) {
    return new PlaceCode(
        r.getField("code"),
        r.getField("label"),
        validity(r),
        PlacementType.of(r.getField("placement_type")),
        kind(PlaceCode.Stay.class, r.getField("stay")),
        kind(PlaceCode.ProviderRule.class, r.getField("provider_rule")));
  }

  private static Validity validity(NamedCsvRecord r) {
    String from = r.getField("valid_from");
    String to = r.getField("valid_to");
    return new Validity(
        from.isEmpty() ? Validity.ALWAYS : Integer.parseInt(from),
        to.isEmpty() ? Validity.STILL : Integer.parseInt(to));
  }

  private static <E extends Enum<E>> E kind(Class<E> kinds, String text) {
    return Enum.valueOf(kinds, text.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  private static boolean yes(NamedCsvRecord r, String column) {
    return r.getField(column).equals("yes");
  }

  private static <C extends ReturnCode> CodeSet<C> set(
      String table, Function<NamedCsvRecord, C> make) {
    return new CodeSet<>(rows(table).stream().map(make).toList());
  }

  /** The rows of a table that comes with the program. */
  static List<NamedCsvRecord> rows(String table) {
    String path = "/returns/" + table + ".csv";
    InputStream stream = CodeTables.class.getResourceAsStream(path);
    if (stream == null) {
      throw new IllegalStateException("The program comes without " + path + ".");
    }
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
