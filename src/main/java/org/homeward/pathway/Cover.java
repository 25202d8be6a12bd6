package org.homeward.pathway;

/**
 * Processes that a one-off cost already pays for over a stretch of days.
 *
 * @param processes bits by their place in the book
 * @param paidBy the cost's label
 */
record Cover(long processes, int fromDay, int toDay, String paidBy) {

  boolean on(int day) {
    return fromDay <= day && day < toDay;
  }
}
