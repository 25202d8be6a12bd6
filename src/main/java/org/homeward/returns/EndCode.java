package org.homeward.returns;

import org.jspecify.annotations.Nullable;

/**
 * A code of REC, the reason an episode ceased.
 *
 * @param route the road by which the child left care; null if care goes on in another episode
 */
public record EndCode(String code, String label, Validity validity, @Nullable Route route)
    implements ReturnCode {

  /** Whether care goes on in another episode. */
  public boolean continues() {
    return route == null;
  }
}
