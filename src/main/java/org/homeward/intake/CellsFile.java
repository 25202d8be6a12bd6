package org.homeward.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.homeward.cohort.Axis;
import org.homeward.cohort.CostCellRecorder;
import org.homeward.cohort.CostCells;
import org.homeward.cohort.Dimension;
import org.homeward.quantity.DateSpan;

/**
 * The cells of a cohort as they are kept: parts, compressed, with the children in an order of
 * chance, so that none can be told by its place; and in words what the parts hold.
 */
final class CellsFile implements Iterator<byte[]> {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A part is written whole when it is as long; compressed it is always below a megabyte. */
  private static final int PART = 900_000;

  private final CostCellRecorder recorder;
  private final List<Integer> order;
  private final IntConsumer progress;
  private int next;

  /**
   * @param progress told how many children are done
   */
  CellsFile(CostCellRecorder recorder, int children, IntConsumer progress) {
    this.recorder = recorder;
    this.progress = progress;
    order = IntStream.range(0, children).boxed().collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(order);
  }

  @Override
  public boolean hasNext() {
    return next < order.size();
  }

  @Override
  public byte[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    while (hasNext() && recorder.length() < PART) {
      recorder.add(order.get(next++));
    }
    progress.accept(next);
    return deflate(recorder.takePart());
  }

  private static byte[] deflate(byte[] part) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    deflater.setInput(part);
    deflater.finish();
    byte[] compressed = new byte[part.length + part.length / 8 + 64];
    int length = 0;
    while (!deflater.finished()) {
      length += deflater.deflate(compressed, length, compressed.length - length);
    }
    deflater.end();
    return Arrays.copyOf(compressed, length);
  }

  /** A part as it was before it was kept. */
  static byte[] inflate(byte[] compressed) {
    Inflater inflater = new Inflater();
    inflater.setInput(compressed);
    byte[] part = new byte[2 * PART];
    int length = 0;
    try {
      while (!inflater.finished()) {
        if (length == part.length) {
          part = Arrays.copyOf(part, 2 * length);
        }
        length += inflater.inflate(part, length, part.length - length);
      }
    } catch (DataFormatException e) {
      throw new IllegalStateException("Kept cells are damaged", e);
    } finally {
      inflater.end();
    }
    return Arrays.copyOf(part, length);
  }

  /** What the parts hold, in words; to be asked after the last of them. */
  String head() {
    CostCells cells = recorder.cells();
    ObjectNode root = JSON.createObjectNode();
    root.put("fromDay", cells.held().fromDay()).put("toDay", cells.held().toDay());
    ArrayNode axes = root.putArray("axes");
    for (Axis axis : cells.axes()) {
      ArrayNode values =
          axes.addObject().put("dimension", axis.dimension().code()).putArray("values");
      axis.values().forEach(values::add);
    }
    ArrayNode counted = root.putArray("counted");
    for (CostCells.Counted c : cells.counted()) {
      counted
          .addObject()
          .put("of", c.of())
          .put("by", c.by())
          .put("variant", c.variant())
          .put("fee", c.fee());
    }
    return root.toString();
  }

  static CostCells read(String head) {
    JsonNode root;
    try {
      root = JSON.readTree(head);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Kept cells are damaged", e);
    }
    List<Axis> axes = new ArrayList<>();
    for (JsonNode axis : root.path("axes")) {
      List<String> values = new ArrayList<>();
      axis.path("values").forEach(v -> values.add(v.asText()));
      axes.add(new Axis(Dimension.of(axis.path("dimension").asText()), values));
    }
    List<CostCells.Counted> counted = new ArrayList<>();
    for (JsonNode c : root.path("counted")) {
      counted.add(
          new CostCells.Counted(
              c.path("of").asText(),
              c.path("by").asText(),
              c.path("variant").asInt(),
              c.path("fee").asText()));
    }
    DateSpan held = new DateSpan(root.path("fromDay").asInt(), root.path("toDay").asInt());
    return new CostCells(held, axes, counted);
  }
}
