package org.homeward.quantity;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A kind that has a code: the word by which files, requests and answers name it. */
public interface Coded {

  String code();

  /**
   * The kind of a code.
   *
   * @throws IllegalArgumentException naming every known code, if this is none
   */
  static <E extends Enum<E> & Coded> E of(Class<E> kind, String code) {
    E[] known = kind.getEnumConstants();
    return Arrays.stream(known)
        .filter(k -> k.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\""
                        + code
                        + "\" is not one of "
                        + Arrays.stream(known).map(Coded::code).collect(Collectors.joining(", "))
                        + "."));
  }
}
