package io.faceline.tracking;

import java.util.List;

/**
 * Somebody who is not in the gallery.
 *
 * @param number from 1, by first appearance; those that cannot be told apart come last
 * @param isClear whether a face was good enough to find the same person again; if not, this is one track alone and
 *     may be anybody
 * @param appearances in order of time, at least one
 * @param bestShot of all appearances
 */
public record UnknownPerson(int number, boolean isClear, List<Appearance> appearances, long frames, BestShot bestShot) {
    public UnknownPerson {
        appearances = List.copyOf(appearances);
    }
}
