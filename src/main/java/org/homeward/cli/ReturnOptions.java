package org.homeward.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.returnfile.LoadOptions;
import org.homeward.returnfile.ReturnSources;
import org.homeward.returns.Pseudonyms;
import org.homeward.returns.ReturnsMerge;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which returns, and how they are read. */
final class ReturnOptions {

  private static final int KEY_BYTES = 24;

  @Parameters(paramLabel = "DIR", description = "Folder of the returns, a zip, or one file")
  Path folder = Path.of("");

  @Option(
      names = "--authority",
      description = "Whose returns they are, where no column LA and no folder tells")
  @Nullable String authority;

  @Option(
      names = "--year",
      description = "Return of a file that does not tell, by the year it ends in: a.csv=2024")
  Map<String, Integer> years = new LinkedHashMap<>();

  @Option(
      names = "--small-gap",
      description = "Gap after X1, in days, that is taken as going on (default: 7)")
  int smallGap = ReturnsMerge.SMALL_GAP;

  @Option(
      names = "--key-file",
      description =
          "File with your key for the pseudonyms; else HOMEWARD_KEY, else one for this run only")
  @Nullable Path keyFile;

  LoadOptions options() {
    try {
      return new LoadOptions(authority, years, smallGap);
    } catch (IllegalArgumentException e) {
      throw new InputException(
          Problem.of("--small-gap", smallGap, String.valueOf(e.getMessage()), "Give fewer days."));
    }
  }

  Pseudonyms pseudonyms() {
    try {
      return new Pseudonyms(key());
    } catch (IllegalArgumentException e) {
      throw new InputException(
          Problem.of("--key-file", keyFile, String.valueOf(e.getMessage()), "Give a longer key."));
    }
  }

  /**
   * The files.
   *
   * @throws IOException if they cannot be read
   */
  ReturnSources sources() throws IOException {
    if (!Files.isReadable(folder)) {
      throw new InputException(
          Problem.of("DIR", folder, "There is nothing here that can be read.", "Check the path."));
    }
    ReturnSources sources = new ReturnSources();
    Path name = folder.getFileName();
    sources.add(name == null ? "" : name.toString(), folder);
    return sources;
  }

  private String key() {
    if (keyFile != null) {
      try {
        return Files.readString(keyFile, StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new InputException(
            Problem.of(
                "--key-file", keyFile, "There is no file that can be read.", "Check the path."));
      }
    }
    String given = System.getenv("HOMEWARD_KEY");
    if (given != null) {
      return given;
    }
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
