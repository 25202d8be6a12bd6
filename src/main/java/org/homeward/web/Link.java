package org.homeward.web;

/** Words that lead to an address. */
public record Link(String text, String href) {}
