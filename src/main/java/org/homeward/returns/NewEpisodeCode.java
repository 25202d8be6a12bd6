package org.homeward.returns;

/**
 * A code of RNE, the reason for a new episode.
 *
 * @param starts whether a period of care starts
 * @param placement whether the placement changes
 * @param carer whether the carer changes
 * @param legalStatus whether the legal status changes
 */
public record NewEpisodeCode(
    String code,
    String label,
    Validity validity,
    boolean starts,
    boolean placement,
    boolean carer,
    boolean legalStatus)
    implements ReturnCode {}
