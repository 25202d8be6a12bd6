package org.homeward.cohort;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.homeward.history.Area;
import org.homeward.history.Event;
import org.homeward.history.EventType;
import org.homeward.history.LegalStatus;
import org.homeward.history.Need;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.quantity.DateSpan;
import org.homeward.returns.ChildHistories;
import org.homeward.returns.ChildHistory;
import org.homeward.returns.CodeSet;
import org.homeward.returns.EndCode;
import org.homeward.returns.LegalStatusCode;
import org.homeward.returns.MoveCode;
import org.homeward.returns.NeedCode;
import org.homeward.returns.NewEpisodeCode;
import org.homeward.returns.PlaceCode;
import org.homeward.returns.ProviderCode;
import org.homeward.returns.Pseudonym;
import org.homeward.returns.ReturnCode.Validity;
import org.homeward.returns.ReturnCodes;
import org.homeward.returns.Route;
import org.homeward.returns.Sex;
import org.homeward.returns.Stay;
import org.jspecify.annotations.Nullable;

/** Small cohorts for tests: invented children of two authorities. */
final class Cohorts {

  private static final Validity ALWAYS = new Validity(Validity.ALWAYS, Validity.STILL);

  static final PlaceCode FOSTER = place("U6", PlacementType.FOSTER);
  static final PlaceCode KINSHIP = place("U3", PlacementType.KINSHIP_FOSTER);
  static final PlaceCode HOME = place("K2", PlacementType.RESIDENTIAL);
  static final PlaceCode PARENTS = place("P1", PlacementType.PLACED_WITH_PARENTS);
  static final PlaceCode ADOPTION = place("A4", PlacementType.PLACED_FOR_ADOPTION);
  static final ProviderCode OWN = new ProviderCode("PR1", "own", ALWAYS, Provider.IN_HOUSE);
  static final ProviderCode PRIVATE = new ProviderCode("PR4", "private", ALWAYS, Provider.AGENCY);
  static final LegalStatusCode CARE_ORDER =
      status("C2", LegalStatus.CARE_ORDER, LegalStatusCode.ShortBreak.NO);
  static final LegalStatusCode ACCOMMODATED =
      status("V2", LegalStatus.SINGLE_ACCOMMODATION, LegalStatusCode.ShortBreak.NO);
  static final LegalStatusCode RESPITE =
      status("V3", LegalStatus.SHORT_BREAK, LegalStatusCode.ShortBreak.EACH_BREAK);
  static final NeedCode ABUSE = new NeedCode("N1", "abuse or neglect", ALWAYS, null);
  static final NeedCode DISABILITY = new NeedCode("N2", "disability", ALWAYS, Need.DISABILITY);
  static final NewEpisodeCode STARTS =
      new NewEpisodeCode("S", "starts", ALWAYS, true, true, true, true);
  static final NewEpisodeCode MOVES =
      new NewEpisodeCode("P", "placement", ALWAYS, false, true, true, false);
  static final NewEpisodeCode STATUS =
      new NewEpisodeCode("L", "legal status", ALWAYS, false, false, false, true);

  static final ReturnCodes CODES =
      new ReturnCodes(
          new CodeSet<>(List.of(FOSTER, KINSHIP, HOME, PARENTS, ADOPTION)),
          new CodeSet<>(List.of(OWN, PRIVATE)),
          new CodeSet<>(List.of(CARE_ORDER, ACCOMMODATED, RESPITE)),
          new CodeSet<>(List.of(ABUSE, DISABILITY)),
          new CodeSet<>(List.of(STARTS, MOVES, STATUS)),
          new CodeSet<>(List.of(new EndCode("E4A", "home", ALWAYS, Route.HOME))),
          new CodeSet<>(List.of(new MoveCode("CARPL", "plan", ALWAYS, MoveCode.Kind.PLANNED))));

  static final DateSpan OBSERVED = DateSpan.of(LocalDate.of(2017, 4, 1), LocalDate.of(2024, 4, 1));
  static final Map<String, DateSpan> AUTHORITIES =
      Map.of(
          "Avalon",
          OBSERVED,
          "Barchester",
          DateSpan.of(LocalDate.of(2018, 4, 1), LocalDate.of(2023, 4, 1)));

  private Cohorts() {}

  private static PlaceCode place(String code, PlacementType type) {
    return new PlaceCode(
        code, code, ALWAYS, type, PlaceCode.Stay.USUAL, PlaceCode.ProviderRule.ANY);
  }

  private static LegalStatusCode status(
      String code, LegalStatus status, LegalStatusCode.ShortBreak shortBreak) {
    return new LegalStatusCode(code, code, ALWAYS, status, shortBreak);
  }

  static ChildHistories of(List<ChildHistory> children) {
    return ChildHistories.of(CODES, AUTHORITIES, children);
  }

  static Stay stay(
      String from,
      String to,
      PlaceCode place,
      @Nullable ProviderCode provider,
      NewEpisodeCode began) {
    return stay(
        DateSpan.of(LocalDate.parse(from), LocalDate.parse(to)),
        place,
        provider,
        CARE_ORDER,
        ABUSE,
        began,
        Area.IN_AREA,
        false);
  }

  static Stay stay(
      DateSpan span,
      PlaceCode place,
      @Nullable ProviderCode provider,
      LegalStatusCode status,
      @Nullable NeedCode need,
      @Nullable NewEpisodeCode began,
      @Nullable Area area,
      boolean sameCarer) {
    return new Stay(
        span, place, provider, status, need, began, null, null, place, provider, area, sameCarer,
        false);
  }

  static ChildHistory child(
      long number, @Nullable String birth, Route route, List<Stay> stays, Event... events) {
    return new ChildHistory(
        "Avalon",
        new Pseudonym(number),
        Sex.FEMALE,
        birth == null ? null : LocalDate.parse(birth),
        false,
        stays,
        List.of(),
        List.of(events),
        route);
  }

  static List<ChildHistory> random(UniformRandomProvider random, int children) {
    List<ChildHistory> all = new ArrayList<>();
    for (int i = 0; i < children; i++) {
      all.add(random(random, new Pseudonym(i)));
    }
    return all;
  }

  private static ChildHistory random(UniformRandomProvider random, Pseudonym pseudonym) {
    int day = OBSERVED.fromDay() - 200 + random.nextInt(2_600);
    int birth = day - random.nextInt(16 * 365);
    boolean respite = random.nextInt(10) == 0;
    List<Stay> stays = new ArrayList<>();
    int last = Math.min(OBSERVED.toDay(), birth + 17 * 365);
    for (int s = 1 + random.nextInt(5); s > 0 && day < last; s--) {
      int end = Math.min(last, day + 1 + random.nextInt(respite ? 6 : 700));
      boolean first = stays.isEmpty();
      stays.add(
          stay(
              new DateSpan(day, end),
              one(random, FOSTER, KINSHIP, HOME, PARENTS, ADOPTION),
              random.nextInt(5) == 0 ? null : one(random, OWN, PRIVATE),
              respite ? RESPITE : one(random, CARE_ORDER, ACCOMMODATED),
              random.nextInt(8) == 0 ? null : one(random, ABUSE, DISABILITY),
              first && random.nextInt(3) > 0 ? STARTS : one(random, MOVES, STATUS),
              random.nextInt(6) == 0 ? null : one(random, Area.values()),
              !first && random.nextInt(3) == 0));
      day = end + (random.nextInt(6) == 0 || respite ? random.nextInt(90) : 0);
    }
    if (stays.isEmpty()) {
      stays.add(
          stay(new DateSpan(day, day + 1), FOSTER, OWN, CARE_ORDER, ABUSE, STARTS, null, false));
    }
    int start = stays.get(0).span().fromDay();
    List<Event> events = new ArrayList<>();
    for (int e = random.nextInt(4); e > 0; e--) {
      events.add(
          new Event(
              one(random, EventType.LEGAL_APPLICATION, EventType.CARE_ORDER),
              start - 20 + random.nextInt(400)));
    }
    events.sort(java.util.Comparator.comparingInt(Event::day));
    return new ChildHistory(
        one(random, "Avalon", "Barchester"),
        pseudonym,
        one(random, Sex.values()),
        random.nextInt(20) == 0 ? null : LocalDate.ofEpochDay(birth),
        random.nextInt(10) == 0,
        stays,
        List.of(),
        events,
        one(random, Route.values()));
  }

  @SafeVarargs
  static <T> T one(UniformRandomProvider random, T... of) {
    return of[random.nextInt(of.length)];
  }
}
