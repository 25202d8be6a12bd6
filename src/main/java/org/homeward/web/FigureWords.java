package org.homeward.web;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a kind of figure is, in plain English, for whoever meets it for the first time. */
final class FigureWords {

  /** By the first word of an address; with a slash where something stands behind it. */
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry(
              "total",
              "All that is spent from the first day to the last, on placements and supports, on"
                  + " courts and on the time of staff."),
          Map.entry(
              "component/",
              "One kind of spending, from the first day to the last: the sum of its items."),
          Map.entry(
              "item/",
              "One item of the spending: what it costs each time that it happens, or while it"
                  + " lasts, over all of the time."),
          Map.entry("payer/", "What one body pays of the total, from the first day to the last."),
          Map.entry(
              "hours",
              "The time that staff spend, whoever employs them. Work that the fee of an agency"
                  + " already pays for is not counted again."),
          Map.entry(
              "hours/",
              "The time that staff of one role spend: the minutes of each task, as often as it is"
                  + " done."),
          Map.entry(
              "role/",
              "What the time of staff of one role costs: their hours, each at its share of pay,"
                  + " of what the employer pays on top, and of overheads."),
          Map.entry(
              "full-time/",
              "How many people of one role would be kept at work for a year by this: their hours,"
                  + " divided by those that one of them works in a full-time year."),
          Map.entry(
              "discounted",
              "What all of it is worth on the first day: money that is spent later counts for less,"
                  + " as the Treasury asks when choices are compared."),
          Map.entry(
              "nominal",
              "What will be on the bills: costs at the prices of one year, moved to the prices of"
                  + " the year in which each is paid."),
          Map.entry(
              "a-week", "The total, spread evenly over the weeks from the first day to the last."),
          Map.entry(
              "a-year", "The total, spread evenly over the years from the first day to the last."),
          Map.entry(
              "spent/", "All that has been spent from the first day to the end of one month."),
          Map.entry(
              "difference",
              "How much more one road costs than the other; below zero, how much less."),
          Map.entry(
              "part/",
              "What one factor has in the difference between two cost books: it is put in place of"
                  + " the other book’s in every order in which all factors can be, and the mean of"
                  + " what it changes is its part."),
          Map.entry(
              "unit-cost/",
              "What a process costs each time that it is done, or for as long as it says: the"
                  + " minutes of each role, at what an hour of that role costs."),
          Map.entry(
              "minutes/",
              "The time that a process takes, of everybody who takes part: what staff have said"
                  + " that each task takes, as often as it is done."),
          Map.entry(
              "hourly-cost/",
              "What an hour of work for children costs: a year of pay with what the employer pays"
                  + " on top and overheads, divided by the hours that are worked in it."),
          Map.entry(
              "fee/",
              "What a placement of this kind costs: the fee of the table, in the prices of the"
                  + " cost book."));

  private static final Pattern ADDRESS =
      Pattern.compile("(?:before/|after/)?(change/|difference/(?=.))?([a-z-]+/?).*");

  private FigureWords() {}

  /**
   * @param address of a figure
   * @return what it is and, of a difference, of what; empty of a figure that says so itself
   */
  static String of(String address) {
    Matcher words = ADDRESS.matcher(address);
    if (!words.matches() || !KINDS.containsKey(words.group(2))) {
      return "";
    }
    String is = KINDS.get(words.group(2));
    return words.group(1) == null
        ? is
        : is + " Here it is told by how much that is more in one case than in the other.";
  }
}
