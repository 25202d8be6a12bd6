package org.homeward.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Task;

/**
 * Where the boxes of a process's tasks stand: a column is the longest chain of tasks before it,
 * rows are in file order.
 *
 * @param boxes by task id
 * @param columns how many there are
 * @param rows in the fullest column
 */
record TaskLayout(Map<String, Box> boxes, int columns, int rows) {

  static final int WIDTH = 216;
  static final int HEIGHT = 92;
  static final int GAP_X = 56;
  static final int GAP_Y = 28;

  /** Upper left corner, in pixels, before any margin. */
  record Box(int x, int y) {

    int middle() {
      return y + HEIGHT / 2;
    }

    int right() {
      return x + WIDTH;
    }
  }

  static TaskLayout of(ProcessGraph process) {
    Map<String, Integer> columnOf = new LinkedHashMap<>();
    for (Task task : process.inOrderOfWork()) {
      columnOf.put(
          task.id(),
          task.after().stream().mapToInt(a -> columnOf.getOrDefault(a, 0) + 1).max().orElse(0));
    }
    List<List<String>> columns = new ArrayList<>();
    for (Task task : process.tasks()) {
      int column = columnOf.getOrDefault(task.id(), 0);
      while (columns.size() <= column) {
        columns.add(new ArrayList<>());
      }
      columns.get(column).add(task.id());
    }
    int rows = columns.stream().mapToInt(List::size).max().orElse(1);
    Map<String, Box> boxes = new LinkedHashMap<>();
    for (int c = 0; c < columns.size(); c++) {
      int free = (rows - columns.get(c).size()) * (HEIGHT + GAP_Y) / 2;
      for (int r = 0; r < columns.get(c).size(); r++) {
        boxes.put(columns.get(c).get(r), new Box(c * (WIDTH + GAP_X), free + r * (HEIGHT + GAP_Y)));
      }
    }
    return new TaskLayout(boxes, columns.size(), rows);
  }

  Box box(String task) {
    return boxes.getOrDefault(task, new Box(0, 0));
  }

  int width() {
    return columns * (WIDTH + GAP_X) - GAP_X;
  }

  int height() {
    return rows * (HEIGHT + GAP_Y) - GAP_Y;
  }
}
