package org.homeward.returnfile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.homeward.problem.Discretion;
import org.homeward.problem.InputException;
import org.homeward.problem.Problem;
import org.homeward.problem.Problems;
import org.homeward.returns.ChildIds;
import org.homeward.returns.CountedRows;
import org.homeward.returns.DatedRows;
import org.homeward.returns.Districts;
import org.homeward.returns.EpisodeRows;
import org.homeward.returns.PersonRows;
import org.homeward.returns.ReadTables;
import org.homeward.returns.ReturnCodes;
import org.homeward.returns.Table;
import org.homeward.returns.TableRows;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of a load, each by whichever thread is free, and finds out what each of them is.
 */
public final class ReturnReader {

  /** Bytes of a row, at least; to guess how many there are. */
  private static final int SHORT_ROW = 16;

  private static final int SHORT_EPISODE = 60;
  private static final int LOOK = 64;

  private final ReturnCodes codes;
  private final LongConsumer progress;
  private final AtomicLong bytesRead = new AtomicLong();
  private final ChildIds ids = new ChildIds();
  private final Authorities authorities = new Authorities();

  private ReturnReader(ReturnCodes codes, LongConsumer progress) {
    this.codes = codes;
    this.progress = progress;
  }

  /** What was read, and what each file turned out to be. */
  public record Reading(ReadTables tables, List<FileReport> files) {}

  /**
   * Reads every file.
   *
   * @param progress told how many bytes are read, now and then
   * @throws InputException naming every file that cannot be used: unreadable, or of a return or an
   *     authority that is not told
   */
  public static Reading read(
      List<ReturnSource> sources,
      LoadOptions options,
      ReturnCodes codes,
      ExecutorService threads,
      LongConsumer progress)
      throws InterruptedException {
    return new ReturnReader(codes, progress).read(sources, options, threads);
  }

  private Reading read(List<ReturnSource> sources, LoadOptions options, ExecutorService threads)
      throws InterruptedException {
    Problems problems = new Problems();
    List<Callable<List<ReadFile>>> tasks = new ArrayList<>();
    List<Integer> largestFirst = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      largestFirst.add(i);
    }
    largestFirst.sort(Comparator.comparingLong((Integer i) -> -sources.get(i).size()));
    for (int file : largestFirst) {
      tasks.add(() -> readSource(file, sources.get(file)));
    }
    List<Future<List<ReadFile>>> futures = tasks.stream().map(threads::submit).toList();
    List<List<ReadFile>> byFile = new ArrayList<>();
    sources.forEach(s -> byFile.add(List.of()));
    for (int t = 0; t < futures.size(); t++) {
      int file = largestFirst.get(t);
      try {
        byFile.set(file, futures.get(t).get());
      } catch (ExecutionException e) {
        problems.add(problem(sources.get(file), e.getCause()));
      }
    }
    problems.throwIfAny();
    return LoadPlan.of(sources, byFile, options, codes, ids, authorities);
  }

  private static Problem problem(ReturnSource source, @Nullable Throwable cause) {
    if (cause instanceof IOException) {
      return Problem.of(
          source.name(),
          null,
          "The file cannot be read. " + cause.getMessage(),
          "Save it once more as CSV, or send the XML as it was made.");
    }
    if (cause instanceof InputException input) {
      return input.problems().get(0);
    }
    throw cause instanceof RuntimeException fault ? fault : new IllegalStateException(cause);
  }

  private List<ReadFile> readSource(int file, ReturnSource source) throws IOException {
    try (InputStream in = PlainBytes.of(new Counting(source.open()))) {
      in.mark(LOOK);
      byte[] start = in.readNBytes(LOOK / 2);
      in.reset();
      if (new String(start, StandardCharsets.ISO_8859_1).stripLeading().startsWith("<")) {
        List<ReadFile> tables = new ArrayList<>();
        for (ByteRows rows : XmlReturn.read(in)) {
          readTable(file, source, rows, 0).ifPresent(tables::add);
        }
        return tables;
      }
      return readTable(file, source, new ByteRows(in), source.size()).stream().toList();
    }
  }

  private Optional<ReadFile> readTable(int file, ReturnSource source, ByteRows rows, long size)
      throws IOException {
    if (!rows.next()) {
      return Optional.empty();
    }
    List<String> header = new ArrayList<>();
    for (int cell = 0; cell < rows.cells; cell++) {
      header.add(rows.text(cell));
    }
    Optional<TableLayout> found = TableLayout.of(header);
    if (found.isEmpty()) {
      String near = TableLayout.nearest(header);
      if (near.isEmpty()) {
        return Optional.empty();
      }
      throw new InputException(
          Problem.of(
              source.name() + ": line 1",
              header.stream().map(Discretion::shown).collect(Collectors.joining(",")),
              "The columns are those of no table of the return; nearest is " + near + ".",
              "Add the missing columns, or leave the file out."));
    }
    TableLayout layout = found.get();
    Cells cells = new Cells(rows);
    ReadContext context = new ReadContext(file, rows, cells, layout, ids, authorities);
    TableRows table = rowsFor(layout.table(), file, Math.max(0, size));
    Districts homes = new Districts();
    if (table instanceof EpisodeRows episodes) {
      EpisodeReader reader =
          new EpisodeReader(codes, authorities, rows, cells, context, layout, episodes);
      reader.read();
      reader.finish();
      homes = reader.homes();
    } else if (table instanceof PersonRows persons) {
      OtherReaders.persons(rows, cells, context, layout, persons);
    } else if (table instanceof DatedRows dated) {
      OtherReaders.dated(rows, cells, context, layout, dated);
    } else if (table instanceof CountedRows counted) {
      OtherReaders.counted(rows, context, counted);
    }
    return Optional.of(
        new ReadFile(
            source, table, context.findings, context.hasYear(), context.hasAuthority(), homes));
  }

  private static TableRows rowsFor(Table table, int file, long size) {
    int episodes = (int) Math.min(size / SHORT_EPISODE, Integer.MAX_VALUE / 2);
    int others = (int) Math.min(size / (2 * SHORT_ROW), Integer.MAX_VALUE / 2);
    return switch (table) {
      case EPISODES -> new EpisodeRows(file, episodes);
      case HEADER, UASC -> new PersonRows(table, file, others);
      case REVIEWS, MISSING, AD1, PLACED_FOR_ADOPTION, SW_EPISODES ->
          new DatedRows(table, file, others);
      case OC2, OC3, PREVIOUS_PERMANENCE, DOLO -> new CountedRows(table, file, others);
    };
  }

  /** Counts what is read of a file. */
  private final class Counting extends FilterInputStream {

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      count(Math.max(0, count));
      return count;
    }

    private void count(int bytes) {
      progress.accept(bytesRead.addAndGet(bytes));
    }
  }
}
