package org.homeward.loader;

import java.util.HashMap;
import java.util.Map;

/** Ids that stand for one file each: a second file of the same id is a problem of that file. */
final class UsedIds {

  private final String of;
  private final Map<String, String> paths = new HashMap<>();

  /**
   * @param of what the files are, such as {@code processes}
   */
  UsedIds(String of) {
    this.of = of;
  }

  void use(String id, String path, YamlReader yaml) {
    String other = paths.putIfAbsent(id, path);
    if (other != null) {
      yaml.problems()
          .add(
              yaml.where("/id"),
              id,
              "Two " + of + " have the same id: the other is in " + other + ".",
              "Give one of them an id of its own.");
    }
  }
}
