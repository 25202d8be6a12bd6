package org.homeward.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.homeward.timeuse.EstimateSet;

/** Which estimates the unit costs use. */
@Serdeable
record EstimateSetStamp(String id, String name, String methods, List<String> surveys) {
  static EstimateSetStamp of(EstimateSet set) {
    return new EstimateSetStamp(set.id(), set.name(), set.methodsInWords(), set.surveys());
  }
}
