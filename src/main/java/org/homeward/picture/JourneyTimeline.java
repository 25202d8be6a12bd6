package org.homeward.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.homeward.comparison.JourneyComparison;
import org.homeward.quantity.Pence;

/**
 * Two journeys above each other on the same weeks: a block for each row, as wide as it lasts and as
 * high as it costs a week, so that its area is its cost. What runs beside something else stands on
 * top of it.
 */
public final class JourneyTimeline {

  private static final int FOOT = 40;
  private static final int HEAD = 40;
  private static final int GAP = 16;
  private static final int PAD = 6;

  private final JourneyComparison journeys;
  private final Size size;
  private final int left;
  private final int lane;
  private final double weeks;
  private final Axis money;
  private final Drawing drawing;

  private JourneyTimeline(String id, String title, JourneyComparison journeys, Size size) {
    this.journeys = journeys;
    this.size = size;
    left = size.narrow() ? 46 : 78;
    lane = size.narrow() ? 130 : 170;
    weeks =
        Math.max(1, Math.max(end(blocks(journeys.actual())), end(blocks(journeys.anticipated()))));
    money =
        Axis.upTo(
            Math.round(
                Math.max(top(blocks(journeys.actual())), top(blocks(journeys.anticipated())))));
    drawing =
        new Drawing(size.width(), 2 * (HEAD + lane) + GAP + FOOT, id, title, description(journeys));
  }

  /**
   * @param id starts the ids inside the picture, so that a page may hold several
   */
  public static String of(String id, String title, JourneyComparison journeys, Size size) {
    return new JourneyTimeline(id, title, journeys, size).draw();
  }

  /**
   * Where a row stands.
   *
   * @param number of the row, from 1
   * @param from in weeks
   * @param weeks that it lasts
   * @param below pence a week of what it stands on
   * @param perWeek pence a week of its own
   */
  private record Block(
      int number,
      JourneyComparison.CostedRow row,
      double from,
      double weeks,
      double below,
      double perWeek) {}

  private String draw() {
    journey(journeys.actual(), 0, HEAD);
    journey(journeys.anticipated(), 1, 2 * HEAD + lane + GAP);
    weekMarks();
    return drawing.done();
  }

  private void journey(JourneyComparison.CostedJourney journey, int colour, int top) {
    drawing.bold(0, top - 20, size.type(), Drawing.Anchor.START, Palette.INK, journey.name());
    drawing.bold(
        size.width() - 2,
        top - 20,
        size.type(),
        Drawing.Anchor.END,
        Palette.INK,
        Drawing.pounds(journey.total().value()));
    int base = top + lane;
    for (long mark : money.marks()) {
      int y = base - money.at(mark, lane);
      drawing.line(left, y, size.width() - 2, y, mark == 0 ? Palette.INK : Palette.RULE);
      String pounds = size.narrow() ? Drawing.shortPounds(mark) : Drawing.pounds(mark);
      if (mark == 0 || mark == money.top()) {
        drawing.text(left - 8, y + 5, size.type() - 2, Drawing.Anchor.END, Palette.GREY, pounds);
      }
    }
    drawing.text(
        left - 8, base - lane / 2, size.type() - 2, Drawing.Anchor.END, Palette.GREY, "a week");
    for (Block block : blocks(journey)) {
      draw(block, colour, base);
    }
  }

  private void draw(Block block, int colour, int base) {
    int x = x(block.from());
    int width = Math.max(2, x(block.from() + block.weeks()) - x);
    int y = base - height(block.below() + block.perWeek());
    int height = base - height(block.below()) - y;
    JourneyComparison.CostedRow row = block.row();
    String told =
        row.description() + ", " + row.length() + ": " + Drawing.pounds(row.computed().value());
    drawing.group("part", told);
    drawing.rect(
        x,
        y,
        width > 3 ? width - 1 : width,
        Math.max(3, height),
        block.row().concurrent() ? Palette.colour(3) : Palette.colour(colour),
        told);
    boolean inside = height >= 22;
    int text = inside ? y + 17 : y - PAD;
    String ink = inside ? row.concurrent() ? Palette.on(3) : Palette.on(colour) : Palette.INK;
    String words = block.number() + " " + row.description();
    String label =
        Drawing.width(words, size.type()) + 2 * PAD < width
            ? words
            : Drawing.width("9", size.type()) + 4 < width ? Integer.toString(block.number()) : "";
    if (!label.isEmpty()) {
      drawing.text(x + PAD / 2 + 1, text, size.type(), Drawing.Anchor.START, ink, label);
    }
    if (inside && height >= 42 && label.equals(words)) {
      drawing.text(
          x + PAD / 2 + 1,
          text + 19,
          size.type() - 1,
          Drawing.Anchor.START,
          ink,
          Drawing.pounds(row.computed().value()));
    }
    drawing.end();
  }

  private void weekMarks() {
    int base = 2 * (HEAD + lane) + GAP;
    int step = 1;
    for (int candidate : new int[] {1, 2, 4, 8, 13, 26, 52, 104, 260}) {
      step = candidate;
      if (weeks <= candidate * (size.narrow() ? 5.0 : 13.0)) {
        break;
      }
    }
    for (int week = 0; week <= weeks; week += step) {
      int x = x(week);
      drawing.line(x, base, x, base + 6, Palette.INK);
      drawing.text(
          x,
          base + 22,
          size.type() - 1,
          Drawing.Anchor.MIDDLE,
          Palette.INK,
          Integer.toString(week));
    }
    drawing.text(0, base + 22, size.type() - 1, Drawing.Anchor.START, Palette.INK, "Week");
  }

  private int x(double week) {
    return left + (int) Math.round(week * (size.width() - left - 12) / weeks);
  }

  private int height(double pence) {
    return money.at(Math.round(pence), lane);
  }

  /** A row that runs beside another begins where that one begins, and stands on it. */
  private static List<Block> blocks(JourneyComparison.CostedJourney journey) {
    List<Block> blocks = new ArrayList<>();
    double from = 0;
    double next = 0;
    double below = 0;
    for (JourneyComparison.CostedRow row : journey.rows()) {
      double lasts = row.weeks().doubleValue();
      if (!row.concurrent()) {
        from = next;
        next = from + lasts;
        below = 0;
      }
      double perWeek = lasts == 0 ? 0 : row.computed().value() / lasts;
      blocks.add(new Block(blocks.size() + 1, row, from, lasts, below, perWeek));
      below += perWeek;
    }
    return blocks;
  }

  private static double end(List<Block> blocks) {
    return blocks.stream().mapToDouble(b -> b.from() + b.weeks()).max().orElse(0);
  }

  private static double top(List<Block> blocks) {
    return blocks.stream().mapToDouble(b -> b.below() + b.perWeek()).max().orElse(0);
  }

  private static String description(JourneyComparison journeys) {
    return told(journeys.actual()) + " " + told(journeys.anticipated());
  }

  private static String told(JourneyComparison.CostedJourney journey) {
    List<String> rows = new ArrayList<>();
    for (JourneyComparison.CostedRow row : journey.rows()) {
      Pence cost = row.computed();
      rows.add(
          (row.concurrent() ? "beside it " : "")
              + row.description()
              + " for "
              + row.length()
              + " at "
              + Drawing.pounds(cost.value())
              + " in all");
    }
    return String.format(
        Locale.ROOT,
        "%s: %s; together %s.",
        journey.name(),
        String.join("; ", rows),
        Drawing.pounds(journey.total().value()));
  }
}
