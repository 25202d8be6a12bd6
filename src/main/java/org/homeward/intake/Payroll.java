package org.homeward.intake;

import java.util.List;
import org.homeward.staffing.PayrollPost;

/**
 * A payroll that was read whole.
 *
 * @param notes what was done in reading that a user should know
 */
public record Payroll(String file, List<PayrollPost> posts, List<String> notes) {
  public Payroll {
    posts = List.copyOf(posts);
    notes = List.copyOf(notes);
  }
}
