package io.faceline.contracts.face;

import io.faceline.contracts.Checks;

/**
 * The thresholds of a decision, all cosine similarities of one embedding model.
 *
 * @param match 1:N: at or above it the best candidate may be named
 * @param uncertain from here up to {@code match} a human should review
 * @param margin minimum lead of the best person over the second best
 * @param verify 1:1: at or above it two faces are the same person
 */
public record Thresholds(double match, double uncertain, double margin, double verify) {
    public Thresholds {
        Checks.between("match threshold", match, -1, 1);
        Checks.between("uncertain threshold", uncertain, -1, match);
        Checks.between("margin", margin, 0, 2);
        Checks.between("verify threshold", verify, -1, 1);
    }

    /** The same with this match threshold, if it is higher. */
    public Thresholds matchingFrom(double stricter) {
        return new Thresholds(Math.max(match, stricter), uncertain, margin, verify);
    }
}
