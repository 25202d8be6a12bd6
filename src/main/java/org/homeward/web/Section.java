package org.homeward.web;

/** What the navigation leads to, in its order. A section is added with its first page. */
public enum Section {
  COMPARE("Compare routes", "/"),

  JOURNEYS("Journeys", "/journeys"),

  WHAT_IF("What if", "/what-if"),

  PROCESSES("Processes", "/processes"),

  TIME_DATA("Time data", "/time-data"),

  COST_BOOKS("Cost books", "/cost-books"),

  COHORTS("Cohorts", "/cohorts");

  private final String title;
  private final String address;

  Section(String title, String address) {
    this.title = title;
    this.address = address;
  }

  public String title() {
    return title;
  }

  public String address() {
    return address;
  }

  /** As the way back to it. */
  public Link link() {
    return new Link(title, address);
  }
}
