package org.homeward.returns;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.homeward.history.Area;
import org.homeward.history.Event;
import org.homeward.history.Need;
import org.homeward.quantity.DateSpan;
import org.jspecify.annotations.Nullable;

/**
 * The merged histories of a load, numbered from 0: in columns of primitives, some 80 bytes a stay
 * for a nation's million and a half. Immutable; read with a {@link ChildView} of one's own in each
 * thread. The order of the children carries no meaning.
 */
public final class ChildHistories {

  /** Children that {@link PlainHistories} put in a block. */
  static final int BLOCK = 1 << 12;

  private final ReturnCodes codes;
  private final List<String> authorities;
  private final DateSpan[] observed;
  private final HistoryBlock[] blocks;

  /** The number of the first child of each block, and how many children there are. */
  private final int[] starts;

  ChildHistories(
      ReturnCodes codes,
      List<String> authorities,
      List<DateSpan> observed,
      List<HistoryBlock> blocks) {
    this.codes = codes;
    this.authorities = List.copyOf(authorities);
    this.observed = observed.toArray(DateSpan[]::new);
    this.blocks = blocks.toArray(HistoryBlock[]::new);
    starts = new int[blocks.size() + 1];
    for (int b = 0; b < blocks.size(); b++) {
      starts[b + 1] = starts[b] + blocks.get(b).children;
    }
  }

  /**
   * Histories from plain values.
   *
   * @param observed for each authority the years whose returns are held
   * @throws IllegalArgumentException for a child of another authority, or a code that is not of
   *     these sets
   */
  public static ChildHistories of(
      ReturnCodes codes, Map<String, DateSpan> observed, List<ChildHistory> children) {
    return PlainHistories.of(codes, observed, children);
  }

  /** How many children. */
  public int size() {
    return starts[blocks.length];
  }

  /** How many stays, all children together. */
  public long stays() {
    long stays = 0;
    for (HistoryBlock block : blocks) {
      stays += block.stays;
    }
    return stays;
  }

  public ReturnCodes codes() {
    return codes;
  }

  /** By the number of {@link ChildView#authority}. */
  public List<String> authorities() {
    return authorities;
  }

  /**
   * The years whose returns are held, as one span. What was before it is known only as far as it
   * still lasted then, so costs are summed inside it.
   */
  public DateSpan observed(int authority) {
    return observed[authority];
  }

  /** From the first day that any authority's returns cover to the last. */
  public DateSpan observed() {
    int from = Integer.MAX_VALUE;
    int to = Integer.MIN_VALUE;
    for (DateSpan span : observed) {
      from = Math.min(from, span.fromDay());
      to = Math.max(to, span.toDay());
    }
    return observed.length == 0 ? new DateSpan(0, 0) : new DateSpan(from, to);
  }

  /** A new view; it shows no child before it is moved to one. */
  public ChildView view() {
    return new ChildView(this);
  }

  /** Which block a child is in. */
  int blockOf(int child) {
    int found = Arrays.binarySearch(starts, child);
    return found >= 0 ? found : -found - 2;
  }

  HistoryBlock block(int number) {
    return blocks[number];
  }

  int start(int block) {
    return starts[block];
  }

  /** By the need code of the latest stay that has one, and by whether the child came alone. */
  Set<Need> needsOf(HistoryBlock block, int index) {
    int code = CodeSet.NONE;
    for (int i = block.firstStay[index + 1] - 1; i >= block.firstStay[index] && code < 0; i--) {
      code = block.need[i];
    }
    Need need = code < 0 ? null : codes.needs().at(code).need();
    if (!block.unaccompanied[index]) {
      return need == null ? Set.of() : Set.of(need);
    }
    return need == null || need == Need.UNACCOMPANIED_ASYLUM_SEEKING
        ? Set.of(Need.UNACCOMPANIED_ASYLUM_SEEKING)
        : Set.of(Need.UNACCOMPANIED_ASYLUM_SEEKING, need);
  }

  /** The child of a pseudonym, by a search through all. */
  public OptionalInt find(Pseudonym pseudonym) {
    for (int b = 0; b < blocks.length; b++) {
      for (int i = 0; i < blocks[b].children; i++) {
        if (blocks[b].pseudonym[i] == pseudonym.bits()) {
          return OptionalInt.of(starts[b] + i);
        }
      }
    }
    return OptionalInt.empty();
  }

  /** One child as a value. */
  public ChildHistory child(int child) {
    ChildView view = view();
    view.moveTo(child);
    return new ChildHistory(
        authorities.get(view.authority()),
        view.pseudonym(),
        view.sex(),
        view.hasBirth() ? LocalDate.ofEpochDay(view.birthDay()) : null,
        view.isUnaccompanied(),
        IntStream.range(0, view.stays()).mapToObj(i -> stay(view, i)).toList(),
        IntStream.range(0, view.agreements())
            .mapToObj(i -> new DateSpan(view.agreementFrom(i), view.agreementTo(i)))
            .toList(),
        IntStream.range(0, view.events())
            .mapToObj(i -> new Event(view.eventType(i), view.eventDay(i)))
            .toList(),
        view.route());
  }

  private Stay stay(ChildView view, int i) {
    return new Stay(
        new DateSpan(view.from(i), view.to(i)),
        codes.places().at(view.place(i)),
        orNull(codes.providers(), view.provider(i)),
        orNull(codes.legalStatuses(), view.legalStatus(i)),
        orNull(codes.needs(), view.need(i)),
        orNull(codes.newEpisodes(), view.began(i)),
        orNull(codes.ends(), view.ended(i)),
        orNull(codes.moves(), view.moved(i)),
        codes.places().at(view.usualPlace(i)),
        orNull(codes.providers(), view.usualProvider(i)),
        area(view, i),
        view.isSameCarer(i),
        view.isOpen(i));
  }

  private static @Nullable Area area(ChildView view, int i) {
    if (!view.hasArea(i)) {
      return null;
    }
    return view.isOutOfArea(i) ? Area.OUT_OF_AREA : Area.IN_AREA;
  }

  private static <C extends ReturnCode> @Nullable C orNull(CodeSet<C> set, int place) {
    return place >= 0 ? set.at(place) : null;
  }
}
