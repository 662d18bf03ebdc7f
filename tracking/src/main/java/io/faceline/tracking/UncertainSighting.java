package io.faceline.tracking;

import io.faceline.contracts.identity.PersonId;

/**
 * Somebody who may be this person: a human should look.
 *
 * @param person the best candidate
 * @param cause why it is no more than that
 * @param similarity of the best frame to the person's references; with {@code LIKE_SOMEBODY_NAMED}, of the faces here
 *     to those that were named
 */
public record UncertainSighting(PersonId person, Cause cause, double similarity, Appearance appearance) {
    /** Why a sighting is uncertain. */
    public enum Cause {
        /** Frames point to the person, but too few, or they contradict each other. */
        UNSURE_FRAMES,
        /** No frame points to anybody, but the faces look like somebody who is named elsewhere in the video. */
        LIKE_SOMEBODY_NAMED
    }
}
