package org.homeward.web;

import java.util.List;

/**
 * Published journeys to begin with, row for row as they are printed: Leicestershire County Council,
 * Examples of Potential Provision and Costs (2018-19). Its months are four weeks long.
 */
public record JourneyExample(String name, JourneyQuestion question) {

  static final String SOURCE =
      "Leicestershire County Council, Examples of Potential Provision and Costs (2018-19)";

  /** Five months in a residential home, or three and then home with outreach. */
  static final JourneyExample CHILD_3 =
      new JourneyExample(
          "Child 3: home sooner, with outreach",
          question(
              List.of(
                  "Residential Placement|5|months|4250|week||85000",
                  "Residential School|5|months|737|week||14730",
                  "Home|2|months|0|week||0"),
              List.of(
                  "Residential Placement|3|months|4250|week||51000",
                  "Home|9|months|0|week||0",
                  "Above Plus ART Outreach Support|6|months|660|week|beside|15840"),
              "99730",
              "66840",
              "32890"));

  /** Where the printed outreach is twelve weeks long and its length says six months. */
  static final JourneyExample CHILD_2 =
      new JourneyExample(
          "Child 2: a printed total that its length does not give",
          question(
              List.of(
                  "Family|8|weeks|0|week||0",
                  "Residential Placement (1.1)|4|weeks|2800|week||11200",
                  "Residential Placement|9|months|4005|week||144180"),
              List.of(
                  "Hub Assessment Bed|28|days|5200|week||20800",
                  "Residential Placement (1.1)|11|months|2800|week||123200",
                  "Above Plus ART Outreach Support|6|months|660|week|beside|7920"),
              "155380",
              "151920",
              "3460"));

  public static final List<JourneyExample> ALL = List.of(CHILD_3, CHILD_2);

  private static JourneyQuestion question(
      List<String> actual,
      List<String> anticipated,
      String statedActual,
      String statedAnticipated,
      String statedAvoided) {
    return new JourneyQuestion(
        "four-weeks",
        "",
        actual.stream().map(JourneyRow::read).toList(),
        anticipated.stream().map(JourneyRow::read).toList(),
        statedActual,
        statedAnticipated,
        statedAvoided,
        "Prices, lengths and stated totals as printed by " + SOURCE + ".");
  }
}
