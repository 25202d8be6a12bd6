package org.homeward.cohort;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.homeward.costbook.FeeTerm;
import org.homeward.history.Area;
import org.homeward.history.Child;
import org.homeward.history.HistoryColumns;
import org.homeward.history.LegalStatus;
import org.homeward.history.PlacementKind;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.quantity.CalendarDays;
import org.homeward.quantity.FinancialYear;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.ChildView;
import org.homeward.returns.CodeSet;
import org.homeward.returns.LegalStatusCode;
import org.homeward.returns.ReturnCodes;
import org.jspecify.annotations.Nullable;

/** Reads one merged history after another as the walk and the tally want it. One a thread. */
final class CohortReader {

  /** A child whose birth no return tells is costed as of this age when care is first seen. */
  static final int ASSUMED_AGE = 10;

  private static final int DAYS_OF_TEN_YEARS = 3_652;
  private static final List<Integer> UNTOUCHED = List.of(PlacementMoves.WHOLE);

  private final ChildHistories histories;
  private final ChildView view;
  private final ReturnCodes codes;
  private final Grouping grouping;
  private final @Nullable AfterCare afterCare;
  private final PlacementMoves moves;
  private final ChildFees allFees;
  private final FeeTerms feeTerms;
  private final FeesOfChild fees = new FeesOfChild();
  private final List<@Nullable FeeTerm> statedFees = new ArrayList<>();
  private final HistoryColumns history = new HistoryColumns();
  private final ChildFacts facts = new ChildFacts();
  private int touching;

  CohortReader(
      ChildHistories histories,
      ChildFees allFees,
      FeeTerms feeTerms,
      Grouping grouping,
      @Nullable AfterCare afterCare,
      PlacementMoves moves) {
    this.histories = histories;
    this.afterCare = afterCare;
    view = histories.view();
    codes = histories.codes();
    this.allFees = allFees;
    this.feeTerms = feeTerms;
    this.grouping = grouping;
    this.moves = moves;
  }

  /**
   * Reads a child.
   *
   * @return whether it has a stay at all
   */
  boolean moveTo(int child) {
    view.moveTo(child);
    if (view.stays() == 0) {
      return false;
    }
    touching = 0;
    read(PlacementMoves.WHOLE);
    return true;
  }

  /** The combinations of moves in which parts of the child live; one where no move touches it. */
  List<Integer> combinations() {
    return touching == 0 ? UNTOUCHED : moves.combinationsOf(touching);
  }

  /** Reads the child as it lives in a combination. */
  void read(int combination) {
    facts.begin(numberOfChild(), birthDay(), entryDay());
    int birth = view.hasBirth() ? view.birthDay() : view.from(0) - DAYS_OF_TEN_YEARS;
    history.begin(birth, HistoryColumns.bits(view.needs()));
    statedFees.clear();
    if (!allFees.isEmpty()) {
      fees.begin(allFees.of(view.pseudonym()));
    }
    for (int stay = 0; stay < view.stays(); stay++) {
      addLegs(stay, combination);
    }
    if (afterCare != null && view.hasBirth()) {
      addHomeAfterCare(afterCare);
    }
    for (int event = 0; event < view.events(); event++) {
      history.addEvent(view.eventType(event), view.eventDay(event));
    }
  }

  /** The child that is read. */
  ChildView view() {
    return view;
  }

  ChildFacts facts() {
    return facts;
  }

  HistoryColumns history() {
    return history;
  }

  /** The child's own fees, by leg; null and none where the table's hold. */
  List<@Nullable FeeTerm> statedFees() {
    return statedFees;
  }

  private int birthDay() {
    return view.hasBirth() ? view.birthDay() : ChildFacts.NO_DAY;
  }

  /** The day of the first entry into care; not known where the child was already in care. */
  private int entryDay() {
    for (int stay = 0; stay < view.stays(); stay++) {
      if (!isShortBreak(stay)) {
        byte began = view.began(stay);
        boolean entry = began >= 0 && codes.newEpisodes().at(began).starts();
        return entry ? view.from(stay) : ChildFacts.NO_DAY;
      }
    }
    return ChildFacts.NO_DAY;
  }

  private long numberOfChild() {
    long number = grouping.part(Dimension.SEX, view.sex().ordinal());
    number += grouping.part(Dimension.ROUTE, view.route().ordinal());
    number += grouping.part(Dimension.AUTHORITY, view.authority());
    if (grouping.stride(Dimension.ENTRY_YEAR) != 0) {
      number += grouping.part(Dimension.ENTRY_YEAR, entryYear());
    }
    return number;
  }

  private int entryYear() {
    int unknown = grouping.size(Dimension.ENTRY_YEAR) - 1;
    int entry = entryDay();
    if (entry == ChildFacts.NO_DAY) {
      return unknown;
    }
    int year = FinancialYear.of(LocalDate.ofEpochDay(entry)).startYear();
    int place = year - CohortAxes.firstEntryYear(grouping.window());
    return place < 0 || place >= unknown ? unknown : place;
  }

  private boolean isShortBreak(int stay) {
    return isShortBreak(view, stay, codes);
  }

  static boolean isShortBreak(ChildView view, int stay, ReturnCodes codes) {
    byte status = view.legalStatus(stay);
    return status >= 0
        && codes.legalStatuses().at(status).shortBreak() == LegalStatusCode.ShortBreak.EACH_BREAK;
  }

  private LegalStatus statusOf(int stay) {
    byte status = view.legalStatus(stay);
    return status < 0 ? LegalStatus.NONE : codes.legalStatuses().at(status).status();
  }

  private void addLegs(int stay, int combination) {
    boolean shortBreak = isShortBreak(stay);
    PlacementType type =
        shortBreak ? PlacementType.SHORT_BREAK : codes.places().at(view.usualPlace(stay)).type();
    byte code = view.usualProvider(stay);
    Provider provider =
        code == CodeSet.NONE ? Provider.NONE : codes.providers().at(code).provider();
    Area area = view.isOutOfArea(stay) ? Area.OUT_OF_AREA : Area.IN_AREA;
    LegalStatus status = statusOf(stay);
    long number = numberOfStay(stay, type, status);
    Nights nights = shortBreak ? Nights.SHORT_BREAK : Nights.IN_CARE;
    int day = view.from(stay);
    boolean sameCarer = view.isSameCarer(stay);
    while (day < view.to(stay)) {
      ChildFee fee = fees.on(day);
      int until = Math.min(view.to(stay), fees.until(day));
      Provider by = fee == null || fee.provider() == null ? provider : fee.provider();
      touching |= moves.touching(type, by);
      Provider lives = moves.provider(combination, type, by);
      facts.addLeg(number + numberOf(lives), nights);
      history.addLeg(day, until, PlacementKind.of(type, lives, area, status), sameCarer);
      state(lives == by ? fee : null); // with another provider the table's holds
      day = until;
      sameCarer = true;
    }
  }

  /** From the end of care to the 18th birthday, as long as the returns of the authority go. */
  private void addHomeAfterCare(AfterCare homes) {
    PlacementType home = AfterCare.homeOf(view.route());
    if (home == null) {
      return;
    }
    Child child = new Child(LocalDate.ofEpochDay(view.birthDay()), view.needs());
    int end =
        Math.min(
            child.reaches(AfterCare.ENDS_AT_AGE), histories.observed(view.authority()).toDay());
    int last = view.stays() - 1;
    int kind = PlacementKind.of(home, Provider.NONE, Area.IN_AREA, LegalStatus.NONE);
    long number = numberOfStay(last, home, LegalStatus.NONE) + numberOf(Provider.NONE);
    boolean sameHome = false;
    int day = view.to(last);
    while (day < end) {
      String item = AfterCare.allowanceOf(home);
      int until = Math.min(end, feeTerms.nextChange(item, day, child));
      FeeTerm allowance = feeTerms.allowance(item, homes.shareOf(home), day, child.ageOn(day));
      facts.addLeg(number, Nights.AFTER_CARE);
      history.addLeg(day, until, kind, sameHome);
      put(allowance);
      sameHome = true;
      day = until;
    }
  }

  /** Notes at which fee the last leg is. */
  private void state(@Nullable ChildFee fee) {
    if (fee != null) {
      int leg = history.legs() - 1;
      int age = Math.max(0, CalendarDays.monthsBetween(history.birthDay(), history.from(leg)) / 12);
      put(feeTerms.of(fee, history.kind(leg), view.needs().size(), age));
    }
  }

  private void put(FeeTerm ofLastLeg) {
    while (statedFees.size() < history.legs() - 1) {
      statedFees.add(null);
    }
    statedFees.add(ofLastLeg);
  }

  private long numberOf(Provider provider) {
    return grouping.part(Dimension.PROVIDER, provider.ordinal());
  }

  private long numberOfStay(int stay, PlacementType type, LegalStatus status) {
    long number = grouping.part(Dimension.PLACEMENT, type.ordinal());
    number += grouping.part(Dimension.PLACE_CODE, view.place(stay));
    number += grouping.part(Dimension.LEGAL_STATUS, status.ordinal());
    if (grouping.stride(Dimension.AREA) != 0) {
      int area = view.hasArea(stay) ? (view.isOutOfArea(stay) ? 1 : 0) : 2;
      number += grouping.part(Dimension.AREA, area);
    }
    byte need = view.need(stay);
    return number
        + grouping.part(Dimension.NEED, need == CodeSet.NONE ? codes.needs().size() : need);
  }
}
