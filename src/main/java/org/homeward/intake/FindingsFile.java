package org.homeward.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import org.homeward.loader.SpreadsheetText;
import org.homeward.returns.Finding;
import org.homeward.returns.MergedReturns;
import org.jspecify.annotations.Nullable;

/** The list of all that was found in the rows of a load, as CSV in parts of some thousand lines. */
public final class FindingsFile implements Iterator<String> {

  private static final int LINES = 5_000;

  private final MergedReturns merged;
  private final Iterator<Finding> findings;
  private boolean first = true;

  public FindingsFile(MergedReturns merged) {
    this.merged = merged;
    findings = merged.findings().stream().iterator();
  }

  @Override
  public boolean hasNext() {
    return first || findings.hasNext();
  }

  @Override
  public String next() {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      if (first) {
        csv.writeRecord("file", "line", "child", "dfe_rule", "rule", "outcome", "what");
        first = false;
      }
      for (int line = 0; line < LINES && findings.hasNext(); line++) {
        write(csv, findings.next());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory cannot fail to be written", e);
    }
    return text.toString();
  }

  private void write(CsvWriter csv, Finding finding) throws IOException {
    csv.writeRecord(
        SpreadsheetText.neutral(merged.files().get(finding.file())),
        Integer.toString(finding.line()),
        text(finding.child()),
        finding.rule().number(),
        finding.rule().code(),
        finding.rule().outcome().name().toLowerCase(Locale.ROOT),
        SpreadsheetText.neutral(finding.sentence()));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
