package org.homeward.parameter;

import java.util.ArrayList;
import java.util.List;
import org.homeward.costbook.BookInputs;
import org.homeward.placement.HomePart;
import org.homeward.placement.InHouseHome;

/** A part of a home, and the home that it is of. */
record PartOfHome(InHouseHome home, HomePart part) {

  /** The parts of all homes, one home after the other. */
  static List<PartOfHome> all(BookInputs inputs) {
    List<PartOfHome> all = new ArrayList<>();
    inputs.tables().homes().forEach(h -> h.parts().forEach(p -> all.add(new PartOfHome(h, p))));
    return all;
  }

  /**
   * The inputs with other parts of their homes; parts of homes that are not there count for none.
   */
  static BookInputs put(BookInputs inputs, List<PartOfHome> parts) {
    List<InHouseHome> homes = new ArrayList<>(inputs.tables().homes());
    homes.replaceAll(
        h -> h.withParts(parts.stream().filter(p -> p.home.isSameAs(h)).map(p -> p.part).toList()));
    return inputs.withTables(inputs.tables().withHomes(homes));
  }

  String path() {
    return Paths.part(home, part);
  }

  /** The id of the role that its posts are of, or empty. */
  String role() {
    return part instanceof HomePart.PostsOfRole posts ? posts.role() : "";
  }

  /** With posts of the role of another part, where both have one. */
  PartOfHome withRole(PartOfHome other) {
    return part instanceof HomePart.PostsOfRole own
            && other.part instanceof HomePart.PostsOfRole theirs
        ? new PartOfHome(
            home,
            new HomePart.PostsOfRole(own.name(), theirs.role(), own.posts(), own.provenance()))
        : this;
  }

  /** {@code Care workers, home for residential care}. */
  String name() {
    return part.name() + ", " + BookNames.home(home);
  }
}
