package org.homeward.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.homeward.Books;
import org.homeward.comparison.Journey;
import org.homeward.comparison.JourneyComparison;
import org.homeward.comparison.JourneyComparisonCalculator;
import org.homeward.history.EventType;
import org.homeward.process.Condition;
import org.homeward.process.ProcessGraph;
import org.homeward.process.Task;
import org.homeward.process.Trigger;
import org.homeward.quantity.Money;
import org.homeward.quantity.Rate;
import org.homeward.timeuse.Statistics;
import org.junit.jupiter.api.Test;

/** Where charts draw a value, worked by hand from the value and the frame of the chart. */
class ChartGeometryTest {

  private static Spending.Series series(String name, long... pounds) {
    return new Spending.Series(
        name, java.util.Arrays.stream(pounds).map(p -> 100 * p).boxed().toList());
  }

  @Test
  void aLineRunsThroughWhatHasBeenSpentByEachMonth() {
    Spending spending =
        new Spending(List.of(series("A", 2_500, 5_000, 7_500, 10_000)), List.of(), 24);
    // 1060 wide less 78 left and 236 for names: 746 for 4 months, 186.5 each. The axis ends at
    // £10,000 (marks of £2,000), 380 high from 398 up to 18: a quarter is 95.
    assertThat(CumulativeChart.of("c", "t", spending, Size.WIDE))
        .contains("data-plot=\"78 824 18 398 4\" data-age=\"24\"")
        .contains("d=\"M78 398L265 303L451 208L638 113L824 18\"");
    // 344 wide less 46 and 14: 284, 71 a month; below one line of key, 240 high from 278 up to 38.
    assertThat(CumulativeChart.of("c", "t", spending, Size.NARROW))
        .contains("d=\"M46 278L117 218L188 158L259 98L330 38\"");
  }

  @Test
  void theRingMarksTheMonthFromWhichALineIsTheCheaper() {
    Spending spending =
        new Spending(
            List.of(
                series("A", 2_500, 5_000, 7_500, 10_000), series("B", 4_000, 4_500, 5_000, 5_500)),
            List.of(new Spending.Turn(2, 1)),
            24);
    // Month 2 of 4 is in the middle, 78 + 373; £4,500 of £10,000 is 171 above the base, which the
    // words of the turn have moved down to 420.
    assertThat(CumulativeChart.of("c", "t", spending, Size.WIDE))
        .contains("<circle cx=\"451\" cy=\"249\"")
        .contains("From month 2 B is the cheaper");
  }

  @Test
  void thePartsOfABarAreAsLongAsTheirShares() {
    // £10,000 is the whole of 960 pixels: £3,000 are 288, £7,000 are 672; a pixel parts them.
    assertThat(
            ComponentChart.of(
                "c",
                "t",
                List.of("Placement", "Support"),
                List.of(
                    new ComponentChart.Bar("A", List.of(300_000L, 700_000L)),
                    new ComponentChart.Bar("B", List.of(0L, 250_000L))),
                Size.WIDE))
        .contains("<rect x=\"0\" y=\"64\" width=\"287\"")
        .contains("<rect x=\"288\" y=\"64\" width=\"671\"")
        .contains("<rect x=\"0\" y=\"140\" width=\"239\"") // of B: 240, a row of 76 below
        .contains("data-part=\"Support, B: £2,500\"");
  }

  @Test
  void aStayIsAsWideAsItsDaysAndAMarkStandsOnItsDay() {
    LocalDate first = LocalDate.of(2021, 1, 1);
    String chart =
        TimelineChart.of(
            "c",
            "t",
            List.of(
                new TimelineChart.Bar("Foster", first, first.plusDays(25), "Foster, 25 days"),
                new TimelineChart.Bar(
                    "Residential",
                    first.plusDays(25),
                    first.plusDays(100),
                    "Residential, 75 days")),
            List.of(new TimelineChart.Mark(first.plusDays(50), "Review")),
            Size.WIDE);
    // 1060 less 200 for names and 24: 836 for 100 days; 25 days are 209. A lane is 34 high.
    assertThat(chart)
        .contains("<rect x=\"200\" y=\"20\" width=\"208\"")
        .contains("<rect x=\"409\" y=\"54\" width=\"626\"")
        .contains(
            "<rect x=\"616\" y=\"92\" width=\"5\"") // 200 + 418, its middle; 8 below the lanes
        .contains("data-part=\"Residential, 75 days\"", "data-part=\"Review\"");
  }

  @Test
  void anAnswerStandsAtItsMinutesAndAFarOneAtTheEnd() {
    AnswersChart.Strip strip =
        new AnswersChart.Strip(
            "Invite",
            List.of(20.0, 70.0),
            List.of(100.0),
            42,
            new Statistics(40, 30, 50, 0, 20, 100, 0, 0, 0, 35, 49));
    String chart = AnswersChart.of("c", "t", List.of(strip), Size.WIDE);
    // From 330 to 1030 there are 700 pixels for 70 minutes, the greatest that is not far: 10 each.
    assertThat(chart)
        .contains("<rect x=\"630\" y=\"57\" width=\"200\"") // the middle half, 30 to 50
        .contains("d=\"M730 57l0 22\"") // the median
        .contains("d=\"M680 87L820 87\"") // the interval of the mean
        .contains("d=\"M750 81l6 6") // the mean
        .contains("d=\"M527 68a3") // 20 minutes: a dot of 3 around 530
        .contains("<circle cx=\"1030\"", ">100 →<")
        .contains(
            "data-part=\"Invite: mean 42.0 minutes (95% interval 35.0 to 49.0), median 40.0, middle half 30.0 to 50.0; 3 answers, far from the others: 100\"");
  }

  private static Journey journey(String name, long weeks, long price, boolean concurrent) {
    Journey.Stretch stretch =
        new Journey.Stretch(
            new Journey.Length(BigDecimal.valueOf(weeks), Journey.Length.Unit.WEEKS),
            new Journey.Price(Money.ofPounds(price), Rate.Per.WEEK));
    Journey.Row row = new Journey.Row("Foster", List.of(stretch), false, null);
    return new Journey(
        name,
        concurrent
            ? List.of(row, new Journey.Row("Outreach", List.of(stretch), true, null))
            : List.of(row),
        null);
  }

  @Test
  void aBlockIsAsWideAsItLastsAndAsHighAsItCostsAWeek() {
    JourneyComparison compared =
        new JourneyComparisonCalculator(Journey.MonthLength.FOUR_WEEKS, LocalDate.EPOCH)
            .calculate(journey("Was", 10, 1_000, false), journey("Would", 5, 250, true), null);
    // 970 pixels for 10 weeks; 170 for £1,000 a week, above the base at 210; a pixel parts blocks.
    assertThat(JourneyTimeline.of("c", "t", compared, Size.WIDE))
        .contains("<rect x=\"78\" y=\"40\" width=\"969\" height=\"170\"")
        // Five weeks are 485, £250 are 42.5; the base is 40 + 170 + 16 + 40 + 170 = 436.
        .contains("<rect x=\"78\" y=\"393\" width=\"484\" height=\"43\"")
        .contains("<rect x=\"78\" y=\"351\" width=\"484\" height=\"42\"") // what runs beside it
        .contains("Outreach, 5 weeks: £1,250");
  }

  private static Task task(String id, int elapsed, String... after) {
    return new Task(
        id, "Task " + id, List.of(after), BigDecimal.ONE, BigDecimal.ONE, elapsed, List.of());
  }

  private static ProcessGraph process() {
    return new ProcessGraph(
        "p",
        "P",
        "test",
        false,
        "",
        new Trigger.OnEvent(EnumSet.of(EventType.CARE_START), 0, Condition.ALWAYS),
        List.of(task("a", 1), task("b", 2, "a"), task("c", 5, "a")),
        List.of(),
        Books.INVENTED);
  }

  @Test
  void tasksStandInColumnsAndTheLongestChainIsDrawnThick() {
    String drawing = ProcessSvg.of(process(), task -> "12 min · £3.40");
    // Boxes of 216 × 92, 56 apart across and 28 down; 24 of margin, and 60 for the title.
    assertThat(drawing)
        .containsPattern("<rect x=\"24\" y=\"144\" [^>]*stroke-width=\"3\"") // a, between b and c
        .containsPattern("<rect x=\"296\" y=\"84\" [^>]*stroke-width=\"1\"") // b
        .containsPattern("<rect x=\"296\" y=\"204\" [^>]*stroke-width=\"3\"") // c
        .contains("Critical path: 6 working days", "Critical path: Task a, then Task c.")
        .containsPattern("d=\"M240 190C[^\"]* 250\"[^>]*stroke-width=\"4\"") // a to c
        .containsPattern("d=\"M240 190C[^\"]* 130\"[^>]*stroke-width=\"1\""); // a to b
    assertThat(drawing.split("12 min · £3.40</text>", -1)).hasSize(4); // on each of the three
  }

  @Test
  void axesEndAtARoundNumberWithAFewMarks() {
    // £12,345: marks of £5,000, three of them; of nothing there is still an axis.
    assertThat(Axis.upTo(1_234_500).marks()).containsExactly(0L, 500_000L, 1_000_000L, 1_500_000L);
    assertThat(Axis.upTo(1_234_500).at(750_000, 300)).isEqualTo(150);
    assertThat(Axis.upTo(0).marks()).containsExactly(0L, 100L);
    // 18 months with at most 8 marks: every 3; from age 2 and a half.
    assertThat(TimeAxis.of(18, 30, 8).marks()).containsExactly(0, 3, 6, 9, 12, 15, 18);
    assertThat(TimeAxis.of(18, 30, 8).age(6)).isEqualTo("3");
    assertThat(TimeAxis.of(18, 30, 8).age(9)).isEqualTo("3y 3m");
    assertThat(TimeAxis.of(18, 30, 8).at(9, 501)).isEqualTo(251); // 250.5
  }
}
