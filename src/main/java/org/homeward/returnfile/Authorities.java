package org.homeward.returnfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.returns.Districts;

/** The authorities of a load by number, and the postcode districts of their children's homes. */
final class Authorities {

  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<Districts> districts = new ArrayList<>();

  synchronized int number(String name) {
    return numbers.computeIfAbsent(
        name,
        n -> {
          districts.add(new Districts());
          return numbers.size();
        });
  }

  synchronized void addDistricts(int number, Districts found) {
    districts.get(number).addAll(found);
  }

  synchronized List<String> names() {
    return List.copyOf(numbers.keySet());
  }

  synchronized List<Districts> districts() {
    return List.copyOf(districts);
  }
}
