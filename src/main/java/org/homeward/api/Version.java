package org.homeward.api;

/** The service's version, as stamped on every answer. */
final class Version {

  static final String VALUE = "0.1.0";

  private Version() {}
}
