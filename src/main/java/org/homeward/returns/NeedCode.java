package org.homeward.returns;

import org.homeward.history.Need;
import org.jspecify.annotations.Nullable;

/**
 * A code of CIN, the category of need.
 *
 * @param need what it says about the work of a case, if anything
 */
public record NeedCode(String code, String label, Validity validity, @Nullable Need need)
    implements ReturnCode {}
