package org.homeward.cohort;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.homeward.history.PlacementType;
import org.homeward.history.Provider;
import org.homeward.problem.Problems;

/**
 * Shares of placements that other providers give, in order: a later move takes its share of what an
 * earlier one has brought, too. Whether a placement is in one share says nothing of another, so a
 * child is counted in every combination, by the product of their shares.
 *
 * <p>A combination is known by its place: a digit to the base of three for each move, 0 where it
 * cannot touch the child, 1 for the part that stays, 2 for the part that moves.
 */
public record PlacementMoves(List<PlacementMove> moves) {

  public static final PlacementMoves NONE = new PlacementMoves(List.of());

  /** The combination of a child whom no move touches. */
  static final int WHOLE = 0;

  private static final int MOST = 4;
  private static final int DIGITS = 3;
  private static final int STAYS = 1;
  private static final int MOVES = 2;

  /**
   * @throws org.homeward.problem.InputException if there are more than four
   */
  public PlacementMoves {
    moves = List.copyOf(moves);
    if (moves.size() > MOST) {
      Problems problems = new Problems();
      problems.add(
          "changes",
          moves.size(),
          "At most " + MOST + " shares of placements can move at once.",
          "Leave some out.");
      problems.throwIfAny();
    }
  }

  /** How many combinations there can be. */
  int combinations() {
    int count = 1;
    for (int move = 0; move < moves.size(); move++) {
      count *= DIGITS;
    }
    return count;
  }

  /** The part of a child that lives in a combination. */
  BigFraction share(int combination) {
    BigFraction share = BigFraction.ONE;
    for (int move = 0; move < moves.size(); move++) {
      BigFraction moved = moves.get(move).exactShare();
      int digit = digit(combination, move);
      if (digit != 0) {
        share = share.multiply(digit == MOVES ? moved : BigFraction.ONE.subtract(moved));
      }
    }
    return share;
  }

  /** Whether nothing moves in a combination: exactly one of a child's is so. */
  boolean isAsItWas(int combination) {
    for (int move = 0; move < moves.size(); move++) {
      if (digit(combination, move) == MOVES) {
        return false;
      }
    }
    return true;
  }

  /** A bit for each move that can touch a placement, at once or after an earlier one. */
  int touching(PlacementType type, Provider by) {
    int reached = 1 << by.ordinal();
    int touching = 0;
    for (int i = 0; i < moves.size(); i++) {
      PlacementMove move = moves.get(i);
      if (move.type() == type && (reached & 1 << move.from().ordinal()) != 0) {
        touching |= 1 << i;
        reached |= 1 << move.to().ordinal();
      }
    }
    return touching;
  }

  /** The combinations of a child whom some moves touch, the one in which nothing moves first. */
  List<Integer> combinationsOf(int touching) {
    List<Integer> combinations = new ArrayList<>(List.of(WHOLE));
    int power = 1;
    for (int i = 0; i < moves.size(); i++, power *= DIGITS) {
      if ((touching & 1 << i) != 0) {
        List<Integer> further = new ArrayList<>();
        for (int before : combinations) {
          further.add(before + STAYS * power);
        }
        for (int before : combinations) {
          further.add(before + MOVES * power);
        }
        combinations = further;
      }
    }
    return combinations;
  }

  /** Who gives a placement in a combination. */
  Provider provider(int combination, PlacementType type, Provider by) {
    Provider now = by;
    for (int i = 0; i < moves.size(); i++) {
      if (digit(combination, i) == MOVES && moves.get(i).moves(type, now)) {
        now = moves.get(i).to();
      }
    }
    return now;
  }

  private static int digit(int combination, int move) {
    int rest = combination;
    for (int i = 0; i < move; i++) {
      rest /= DIGITS;
    }
    return rest % DIGITS;
  }
}
