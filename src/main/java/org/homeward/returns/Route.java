package org.homeward.returns;

import org.homeward.quantity.Coded;

/** The road on which a child left care, or that the child is still there. */
public enum Route implements Coded {
  ADOPTED("adopted"),
  SPECIAL_GUARDIANSHIP("special-guardianship"),
  CHILD_ARRANGEMENTS("child-arrangements"),
  HOME("home"),
  RELATIVES("relatives"),
  AGED_OUT("aged-out"),
  OTHER("other"),
  /** An open episode that no later return has: it was closed without a reason. */
  NOT_RECORDED("not-recorded"),
  STILL_IN_CARE("still-in-care"),
  /** Never looked after otherwise. */
  SHORT_BREAKS("short-breaks");

  private final String code;

  Route(String code) {
    this.code = code;
  }

  /** As it is written in files, requests and answers. */
  @Override
  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException naming every known code, if this is none
   */
  public static Route of(String code) {
    return Coded.of(Route.class, code);
  }
}
