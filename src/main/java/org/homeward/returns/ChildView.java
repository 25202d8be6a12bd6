package org.homeward.returns;

import java.util.Set;
import org.homeward.history.EventType;
import org.homeward.history.Need;

/**
 * Shows one child after another without making an object for any. Places of codes are those of the
 * {@link ReturnCodes}, days are epoch days, spans half-open. Not to be shared between threads.
 */
public final class ChildView {

  private static final EventType[] EVENT_TYPES = EventType.values();
  private static final Route[] ROUTES = Route.values();
  private static final Sex[] SEXES = Sex.values();

  private final ChildHistories histories;
  private HistoryBlock block = new HistoryBlock();

  /** The number of the first child of the block. */
  private int begin;

  private int child;
  private int index;
  private int stay;
  private int agreement;
  private int event;

  ChildView(ChildHistories histories) {
    this.histories = histories;
  }

  /**
   * Shows another child from now on.
   *
   * @throws IndexOutOfBoundsException if there is none of this number
   */
  public void moveTo(int number) {
    if (number < 0 || number >= histories.size()) {
      throw new IndexOutOfBoundsException(
          "There is no child " + number + " among " + histories.size() + ".");
    }
    child = number;
    if (number < begin || number >= begin + block.children) {
      int b = histories.blockOf(number);
      block = histories.block(b);
      begin = histories.start(b);
    }
    index = number - begin;
    stay = block.firstStay[index];
    agreement = block.firstAgreement[index];
    event = block.firstEvent[index];
  }

  public int child() {
    return child;
  }

  /** Its place in {@link ChildHistories#authorities}. */
  public int authority() {
    return block.authority[index];
  }

  public Pseudonym pseudonym() {
    return new Pseudonym(block.pseudonym[index]);
  }

  public Sex sex() {
    return SEXES[block.sex[index]];
  }

  public Route route() {
    return ROUTES[block.route[index]];
  }

  public boolean isUnaccompanied() {
    return block.unaccompanied[index];
  }

  /** Whether the day of birth is known. */
  public boolean hasBirth() {
    return block.birthDay[index] != HistoryBlock.UNKNOWN_DAY;
  }

  /** Of use only where {@link #hasBirth}. */
  public int birthDay() {
    return block.birthDay[index];
  }

  // Stays, numbered from 0 in order of days

  public int stays() {
    return block.firstStay[index + 1] - stay;
  }

  public int from(int i) {
    return block.from[stay + i];
  }

  public int to(int i) {
    return block.to[stay + i];
  }

  public byte place(int i) {
    return block.place[stay + i];
  }

  /** {@link CodeSet#NONE} where it is blank, missing or impossible. */
  public byte provider(int i) {
    return block.provider[stay + i];
  }

  /** {@link CodeSet#NONE} where the return has no known code. */
  public byte legalStatus(int i) {
    return block.legalStatus[stay + i];
  }

  /** {@link CodeSet#NONE} where it is missing. */
  public byte need(int i) {
    return block.need[stay + i];
  }

  /** The reason for the new episode, or {@link CodeSet#NONE}. */
  public byte began(int i) {
    return block.began[stay + i];
  }

  /** The reason why the episode ceased, or {@link CodeSet#NONE}. */
  public byte ended(int i) {
    return block.ended[stay + i];
  }

  /** The reason for the change of placement after it, or {@link CodeSet#NONE}. */
  public byte moved(int i) {
    return block.moved[stay + i];
  }

  /** Where the fee runs: the placement that goes on during a stay away, otherwise the same. */
  public byte usualPlace(int i) {
    return block.usualPlace[stay + i];
  }

  /** Whose fee runs, or {@link CodeSet#NONE}. */
  public byte usualProvider(int i) {
    return block.usualProvider[stay + i];
  }

  /**
   * Whether it continues the stay before it with the same carer, so that it is no new placement.
   */
  public boolean isSameCarer(int i) {
    return has(i, HistoryBlock.SAME_CARER);
  }

  /** Whether it had not ended when the last return did. */
  public boolean isOpen(int i) {
    return has(i, HistoryBlock.OPEN);
  }

  /** Whether it is known if it lies in the authority's area. */
  public boolean hasArea(int i) {
    return has(i, HistoryBlock.IN_AREA | HistoryBlock.OUT_OF_AREA);
  }

  public boolean isOutOfArea(int i) {
    return has(i, HistoryBlock.OUT_OF_AREA);
  }

  private boolean has(int i, int flag) {
    return (block.flags[stay + i] & flag) != 0;
  }

  // Agreements to short breaks

  public int agreements() {
    return block.firstAgreement[index + 1] - agreement;
  }

  public int agreementFrom(int i) {
    return block.agreementFrom[agreement + i];
  }

  public int agreementTo(int i) {
    return block.agreementTo[agreement + i];
  }

  // Events, numbered from 0 in order of days

  public int events() {
    return block.firstEvent[index + 1] - event;
  }

  public EventType eventType(int i) {
    return EVENT_TYPES[block.eventType[event + i]];
  }

  public int eventDay(int i) {
    return block.eventDay[event + i];
  }

  /**
   * What the return says of a child that makes a case take more work: by need code and table UASC.
   */
  public Set<Need> needs() {
    return histories.needsOf(block, index);
  }
}
