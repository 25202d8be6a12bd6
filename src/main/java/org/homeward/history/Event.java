package org.homeward.history;

/** Something that happened to a child on an epoch day. */
public record Event(EventType type, int day) {}
