package org.homeward.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.homeward.cohort.Milestone;
import org.homeward.quantity.Coded;
import org.homeward.returns.ChildHistory;
import org.homeward.returns.ChildView;
import org.homeward.returns.ReturnCode;
import org.jspecify.annotations.Nullable;

/**
 * A child as it is kept: under its pseudonym, with the month of birth and not the day.
 *
 * @param birthMonth as {@code 2015-06}; null if it is not known
 * @param pence what the care of the child cost in the years that are held
 * @param nights in care in these years
 * @param entry into the last period of care; null if the returns do not tell
 * @param milestones that were reached since then, in order of days
 */
public record ChildLine(
    String pseudonym,
    String authority,
    String sex,
    @Nullable String birthMonth,
    boolean unaccompanied,
    String route,
    long pence,
    int nights,
    @Nullable String entry,
    @Nullable List<MilestoneLine> milestones,
    List<StayLine> stays,
    List<SpanLine> agreements,
    List<EventLine> events) {

  /** A stay; codes as the return has them, null where it does not tell. */
  public record StayLine(
      String from,
      String to,
      String place,
      String placeLabel,
      String type,
      @Nullable String provider,
      @Nullable String legalStatus,
      @Nullable String need,
      @Nullable String area,
      boolean sameCarer,
      boolean open) {}

  /** A milestone, and how many days after entry it was reached. */
  public record MilestoneLine(String milestone, String day, int daysSinceEntry) {}

  /** From a day to, not with, another. */
  public record SpanLine(String from, String to) {}

  public record EventLine(String type, String day) {}

  static ChildLine of(ChildHistory child, int entry, ChildView view, long pence, int nights) {
    LocalDate birth = child.birth();
    return new ChildLine(
        child.pseudonym().toString(),
        child.authority(),
        child.sex().code(),
        birth == null ? null : YearMonth.from(birth).toString(),
        child.unaccompanied(),
        child.route().code(),
        pence,
        nights,
        entry == Milestone.NO_DAY ? null : LocalDate.ofEpochDay(entry).toString(),
        milestones(view, entry),
        child.stays().stream()
            .map(
                s ->
                    new StayLine(
                        s.span().from().toString(),
                        s.span().to().toString(),
                        s.place().code(),
                        s.place().label(),
                        s.type().code(),
                        code(s.provider()),
                        code(s.legalStatus()),
                        code(s.need()),
                        word(s.area()),
                        s.sameCarer(),
                        s.open()))
            .toList(),
        child.agreements().stream()
            .map(a -> new SpanLine(a.from().toString(), a.to().toString()))
            .toList(),
        child.events().stream()
            .filter(e -> !e.type().code().startsWith("records-"))
            .map(e -> new EventLine(e.type().code(), LocalDate.ofEpochDay(e.day()).toString()))
            .toList());
  }

  private static List<MilestoneLine> milestones(ChildView child, int entry) {
    return Arrays.stream(entry == Milestone.NO_DAY ? new Milestone[0] : Milestone.values())
        .filter(m -> m.dayOf(child, entry) != Milestone.NO_DAY)
        .sorted(Comparator.comparingInt(m -> m.dayOf(child, entry)))
        .map(
            m ->
                new MilestoneLine(
                    m.code(),
                    LocalDate.ofEpochDay(m.dayOf(child, entry)).toString(),
                    m.dayOf(child, entry) - entry))
        .toList();
  }

  private static @Nullable String code(@Nullable ReturnCode code) {
    return code == null ? null : code.code();
  }

  private static @Nullable String word(@Nullable Coded coded) {
    return coded == null ? null : coded.code();
  }
}
