package io.faceline.tracking.summary;

import java.util.List;

/**
 * A person who is not in the gallery.
 *
 * @param number from 1, by first appearance; people who cannot be distinguished come last
 * @param isClear whether a face was good enough to recognise the person again; if not, this is a single track that may
 *     be anybody
 * @param appearances ordered by time, at least one
 * @param bestShot best shot of all appearances
 */
public record UnknownPerson(int number, boolean isClear, List<Visit> appearances, long frames, SeenShot bestShot) {
    public UnknownPerson {
        appearances = List.copyOf(appearances);
    }
}
