package org.homeward.picture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.homeward.picture.Drawing.Anchor;

/**
 * Where a child lived, a lane for each kind of placement, with what happened below, from left to
 * right.
 */
public final class TimelineChart {

  private static final int WIDTH = 960;
  private static final int LEFT = 200;
  private static final int RIGHT = 24;
  private static final int LANE = 34;
  private static final int TOP = 16;

  private TimelineChart() {}

  /** A stretch of days in a lane. */
  public record Bar(String lane, LocalDate from, LocalDate to, String title) {}

  /** Something that happened on a day. */
  public record Mark(LocalDate day, String title) {}

  /**
   * @param id starts the ids inside the picture
   * @param bars in order of days, one at least
   */
  public static String of(String id, String title, List<Bar> bars, List<Mark> marks) {
    List<String> lanes = new ArrayList<>();
    LocalDate from = bars.get(0).from();
    LocalDate to = from;
    for (Bar bar : bars) {
      if (!lanes.contains(bar.lane())) {
        lanes.add(bar.lane());
      }
      to = bar.to().isAfter(to) ? bar.to() : to;
    }
    Scale scale = new Scale(from, to.isAfter(from) ? to : from.plusDays(1));
    int bottom = TOP + LANE * lanes.size();
    Drawing drawing = new Drawing(WIDTH, bottom + 76, id, title, description(bars));
    for (int l = 0; l < lanes.size(); l++) {
      drawing.text(LEFT - 10, TOP + LANE * l + 21, 14, Anchor.END, Palette.INK, lanes.get(l));
    }
    for (int year = from.getYear() + 1; year <= to.getYear(); year++) {
      int x = scale.at(LocalDate.of(year, 1, 1));
      drawing.line(x, TOP, x, bottom, Palette.RULE);
      drawing.text(x, bottom + 58, 14, Anchor.MIDDLE, Palette.GREY, Integer.toString(year));
    }
    for (Bar bar : bars) {
      int lane = lanes.indexOf(bar.lane());
      int x = scale.at(bar.from());
      int width = Math.max(2, scale.at(bar.to()) - x - 1);
      drawing.rect(x, TOP + LANE * lane + 4, width, LANE - 8, Palette.colour(lane), bar.title());
    }
    drawing.line(LEFT, bottom, WIDTH - RIGHT, bottom, Palette.INK);
    drawing.text(LEFT - 10, bottom + 21, 14, Anchor.END, Palette.INK, "What happened");
    for (Mark mark : marks) {
      if (!mark.day().isBefore(from) && !mark.day().isAfter(to)) {
        drawing.rect(scale.at(mark.day()) - 2, bottom + 8, 5, 16, Palette.INK, mark.title());
      }
    }
    return drawing.done();
  }

  private static String description(List<Bar> bars) {
    List<String> sentences = new ArrayList<>();
    bars.forEach(b -> sentences.add(b.title() + "."));
    return String.join(" ", sentences);
  }

  /** Days on the width of the picture. */
  private record Scale(LocalDate from, LocalDate to) {
    int at(LocalDate day) {
      long days = to.toEpochDay() - from.toEpochDay();
      return LEFT + (int) ((day.toEpochDay() - from.toEpochDay()) * (WIDTH - LEFT - RIGHT) / days);
    }
  }
}
