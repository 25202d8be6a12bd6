package org.homeward.returns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.homeward.history.Event;
import org.homeward.quantity.DateSpan;
import org.jspecify.annotations.Nullable;

/** Puts histories that are plain values into columns. */
final class PlainHistories {

  private final ReturnCodes codes;
  private final List<String> authorities;
  private final List<HistoryBlock> blocks = new ArrayList<>();

  private PlainHistories(ReturnCodes codes, List<String> authorities) {
    this.codes = codes;
    this.authorities = authorities;
  }

  static ChildHistories of(
      ReturnCodes codes, Map<String, DateSpan> observed, List<ChildHistory> children) {
    List<String> authorities = observed.keySet().stream().sorted().toList();
    PlainHistories plain = new PlainHistories(codes, authorities);
    children.forEach(plain::add);
    return new ChildHistories(
        codes, authorities, authorities.stream().map(observed::get).toList(), plain.blocks);
  }

  private void add(ChildHistory child) {
    int authority = authorities.indexOf(child.authority());
    if (authority < 0) {
      throw new IllegalArgumentException(
          "The authority \"" + child.authority() + "\" is none of " + authorities + ".");
    }
    if (blocks.isEmpty() || blocks.get(blocks.size() - 1).children == ChildHistories.BLOCK) {
      blocks.add(new HistoryBlock());
    }
    HistoryBlock block = blocks.get(blocks.size() - 1);
    child.stays().forEach(stay -> add(stay, block));
    child.agreements().forEach(a -> block.addAgreement(a.fromDay(), a.toDay()));
    child.events().stream()
        .sorted(Comparator.comparingInt(Event::day))
        .forEach(e -> block.addEvent(e.type(), e.day()));
    block.endChild(
        authority,
        child.pseudonym().bits(),
        child.sex(),
        child.birth() == null ? HistoryBlock.UNKNOWN_DAY : (int) child.birth().toEpochDay(),
        child.unaccompanied(),
        child.route());
  }

  private void add(Stay stay, HistoryBlock block) {
    block.addStay(
        stay.span().fromDay(),
        stay.span().toDay(),
        place(codes.places(), stay.place()),
        place(codes.providers(), stay.provider()),
        place(codes.legalStatuses(), stay.legalStatus()),
        place(codes.needs(), stay.need()),
        place(codes.newEpisodes(), stay.began()),
        place(codes.ends(), stay.ended()),
        place(codes.moves(), stay.moved()));
    int last = block.stays - 1;
    block.usualPlace[last] = place(codes.places(), stay.usualPlace());
    block.usualProvider[last] = place(codes.providers(), stay.usualProvider());
    int flags = stay.sameCarer() ? HistoryBlock.SAME_CARER : 0;
    flags |= stay.open() ? HistoryBlock.OPEN : 0;
    if (stay.area() != null) {
      flags |=
          switch (stay.area()) {
            case IN_AREA -> HistoryBlock.IN_AREA;
            case OUT_OF_AREA -> HistoryBlock.OUT_OF_AREA;
          };
    }
    block.flags[last] = (byte) flags;
  }

  private static <C extends ReturnCode> byte place(CodeSet<C> set, @Nullable C code) {
    if (code == null) {
      return CodeSet.NONE;
    }
    byte place = set.placeOf(code.code());
    if (place < 0) {
      throw new IllegalArgumentException("The code " + code.code() + " is not in the set.");
    }
    return place;
  }
}
