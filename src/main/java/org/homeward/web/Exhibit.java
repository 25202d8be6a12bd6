package org.homeward.web;

/** Something on a page that can be taken away as a file. */
public sealed interface Exhibit permits Table, Picture, Document {

  /** What it is called on its page: lower-case letters, digits and hyphens. */
  String id();

  /** The type of one of the files, as its name ends; {@code null} where there is none of it. */
  byte @org.jspecify.annotations.Nullable [] file(String ending);
}
