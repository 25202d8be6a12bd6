package org.homeward.process;

import org.homeward.quantity.Minutes;

/** Minutes that one doing of a task takes of a role, in one time category. */
public record RoleMinutes(String role, TimeCategory category, Minutes minutes) {}
