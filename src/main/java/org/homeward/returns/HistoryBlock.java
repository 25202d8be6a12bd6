package org.homeward.returns;

import java.util.Arrays;
import org.homeward.history.EventType;

/**
 * The histories of some thousands of children in columns. Filled child by child: first the facts of
 * the child, then its stays, agreements and events in order of days, then {@link #endChild}.
 */
final class HistoryBlock {

  /** For a birth that no return tells. */
  static final int UNKNOWN_DAY = Integer.MIN_VALUE;

  static final int SAME_CARER = 1;
  static final int OPEN = 2;
  static final int IN_AREA = 4;
  static final int OUT_OF_AREA = 8;

  int children;
  long[] pseudonym = new long[64];
  short[] authority = new short[64];
  int[] birthDay = new int[64];
  byte[] sex = new byte[64];
  byte[] route = new byte[64];
  boolean[] unaccompanied = new boolean[64];
  int[] firstStay = new int[65];
  int[] firstAgreement = new int[65];
  int[] firstEvent = new int[65];

  int stays;
  int[] from = new int[256];
  int[] to = new int[256];
  byte[] place = new byte[256];
  byte[] provider = new byte[256];
  byte[] legalStatus = new byte[256];
  byte[] need = new byte[256];
  byte[] began = new byte[256];
  byte[] ended = new byte[256];
  byte[] moved = new byte[256];
  byte[] usualPlace = new byte[256];
  byte[] usualProvider = new byte[256];
  byte[] flags = new byte[256];

  int agreements;
  int[] agreementFrom = new int[8];
  int[] agreementTo = new int[8];

  int events;
  int[] eventDay = new int[256];
  byte[] eventType = new byte[256];

  void addStay(
      int fromDay,
      int toDay,
      byte placeCode,
      byte providerCode,
      byte legalStatusCode,
      byte needCode,
      byte beganCode,
      byte endedCode,
      byte movedCode) {
    if (stays == from.length) {
      growStays();
    }
    from[stays] = fromDay;
    to[stays] = toDay;
    place[stays] = placeCode;
    provider[stays] = providerCode;
    legalStatus[stays] = legalStatusCode;
    need[stays] = needCode;
    began[stays] = beganCode;
    ended[stays] = endedCode;
    moved[stays] = movedCode;
    usualPlace[stays] = placeCode;
    usualProvider[stays] = providerCode;
    flags[stays] = 0;
    stays++;
  }

  private void growStays() {
    int size = 2 * from.length;
    from = Arrays.copyOf(from, size);
    to = Arrays.copyOf(to, size);
    place = Arrays.copyOf(place, size);
    provider = Arrays.copyOf(provider, size);
    legalStatus = Arrays.copyOf(legalStatus, size);
    need = Arrays.copyOf(need, size);
    began = Arrays.copyOf(began, size);
    ended = Arrays.copyOf(ended, size);
    moved = Arrays.copyOf(moved, size);
    usualPlace = Arrays.copyOf(usualPlace, size);
    usualProvider = Arrays.copyOf(usualProvider, size);
    flags = Arrays.copyOf(flags, size);
  }

  void addAgreement(int fromDay, int toDay) {
    if (agreements == agreementFrom.length) {
      agreementFrom = Arrays.copyOf(agreementFrom, 2 * agreements);
      agreementTo = Arrays.copyOf(agreementTo, 2 * agreements);
    }
    agreementFrom[agreements] = fromDay;
    agreementTo[agreements++] = toDay;
  }

  void addEvent(EventType type, int day) {
    if (events == eventDay.length) {
      eventDay = Arrays.copyOf(eventDay, 2 * events);
      eventType = Arrays.copyOf(eventType, 2 * events);
    }
    eventDay[events] = day;
    eventType[events++] = (byte) type.ordinal();
  }

  /** Takes what was added since the last child as this one's. */
  void endChild(
      int authorityIndex,
      long pseudonymBits,
      Sex childSex,
      int birth,
      boolean isUnaccompanied,
      Route childRoute) {
    if (children == pseudonym.length) {
      growChildren();
    }
    authority[children] = (short) authorityIndex;
    pseudonym[children] = pseudonymBits;
    sex[children] = (byte) childSex.ordinal();
    birthDay[children] = birth;
    unaccompanied[children] = isUnaccompanied;
    route[children] = (byte) childRoute.ordinal();
    children++;
    firstStay[children] = stays;
    firstAgreement[children] = agreements;
    firstEvent[children] = events;
  }

  private void growChildren() {
    int size = 2 * children;
    pseudonym = Arrays.copyOf(pseudonym, size);
    authority = Arrays.copyOf(authority, size);
    birthDay = Arrays.copyOf(birthDay, size);
    sex = Arrays.copyOf(sex, size);
    route = Arrays.copyOf(route, size);
    unaccompanied = Arrays.copyOf(unaccompanied, size);
    firstStay = Arrays.copyOf(firstStay, size + 1);
    firstAgreement = Arrays.copyOf(firstAgreement, size + 1);
    firstEvent = Arrays.copyOf(firstEvent, size + 1);
  }
}
