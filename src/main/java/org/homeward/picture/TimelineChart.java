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

  private static final int NAMES = 200;
  private static final int RIGHT = 24;
  private static final int BAR = 26;
  private static final int TOP = 16;

  /** The height of a name that stands above its bars, as it does on a telephone. */
  private static final int NAME = 22;

  private TimelineChart() {}

  /** A stretch of days in a lane. */
  public record Bar(String lane, LocalDate from, LocalDate to, String title) {}

  /** Something that happened on a day. */
  public record Mark(LocalDate day, String title) {}

  /**
   * @param id starts the ids inside the picture
   * @param bars in order of days, one at least
   */
  public static String of(String id, String title, List<Bar> bars, List<Mark> marks, Size size) {
    List<String> lanes = new ArrayList<>();
    LocalDate from = bars.get(0).from();
    LocalDate to = from;
    for (Bar bar : bars) {
      if (!lanes.contains(bar.lane())) {
        lanes.add(bar.lane());
      }
      to = bar.to().isAfter(to) ? bar.to() : to;
    }
    Frame frame = new Frame(size, from, to.isAfter(from) ? to : from.plusDays(1));
    int bottom = TOP + frame.lane() * lanes.size();
    int happened = bottom + frame.name();
    Drawing drawing = new Drawing(size.width(), happened + 66, id, title, description(bars));
    for (int l = 0; l < lanes.size(); l++) {
      frame.name(drawing, TOP + frame.lane() * l, lanes.get(l));
    }
    for (int year = from.getYear() + 1; year <= to.getYear(); year++) {
      int x = frame.at(LocalDate.of(year, 1, 1));
      drawing.line(x, TOP, x, bottom, Palette.RULE);
      String text = Integer.toString(year);
      drawing.text(x, happened + 54, size.type(), Anchor.MIDDLE, Palette.GREY, text);
    }
    for (Bar bar : bars) {
      int lane = lanes.indexOf(bar.lane());
      int x = frame.at(bar.from());
      int y = TOP + frame.lane() * lane + frame.name() + 4;
      int width = Math.max(2, frame.at(bar.to()) - x - 1);
      drawing.group("part", bar.title());
      drawing.rect(x, y, width, BAR, Palette.colour(lane), bar.title()).end();
    }
    drawing.line(frame.left(), bottom, size.width() - RIGHT, bottom, Palette.INK);
    frame.name(drawing, bottom, "What happened");
    for (Mark mark : marks) {
      if (!mark.day().isBefore(from) && !mark.day().isAfter(to)) {
        drawing.group("part", mark.title());
        drawing
            .rect(frame.at(mark.day()) - 2, happened + 8, 5, 16, Palette.INK, mark.title())
            .end();
      }
    }
    return drawing.done();
  }

  private static String description(List<Bar> bars) {
    List<String> sentences = new ArrayList<>();
    bars.forEach(b -> sentences.add(b.title() + "."));
    return String.join(" ", sentences);
  }

  /**
   * Days on the width of the picture; names beside their lanes, or above them where it is narrow.
   */
  private record Frame(Size size, LocalDate from, LocalDate to) {

    int left() {
      return size.narrow() ? RIGHT : NAMES;
    }

    int name() {
      return size.narrow() ? NAME : 0;
    }

    int lane() {
      return name() + BAR + 8;
    }

    void name(Drawing drawing, int top, String name) {
      if (size.narrow()) {
        drawing.text(left(), top + 18, size.type(), Anchor.START, Palette.INK, name);
      } else {
        drawing.text(left() - 10, top + 21, size.type(), Anchor.END, Palette.INK, name);
      }
    }

    int at(LocalDate day) {
      long days = to.toEpochDay() - from.toEpochDay();
      int width = size.width() - left() - RIGHT;
      return left() + (int) ((day.toEpochDay() - from.toEpochDay()) * width / days);
    }
  }
}
