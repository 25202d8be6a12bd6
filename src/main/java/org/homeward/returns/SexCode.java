package org.homeward.returns;

/** A code of SEX. */
public record SexCode(String code, String label, Validity validity, Sex sex)
    implements ReturnCode {}
