package io.faceline.tracking.summary;

import io.faceline.contracts.identity.PersonId;

/**
 * A possible appearance of a person, which a human should review.
 *
 * @param person the best candidate
 * @param cause why it is uncertain
 * @param similarity maximum similarity of a frame to the person's references; with {@code LIKE_SOMEBODY_NAMED}, of
 *     these faces to those named elsewhere
 */
public record UncertainSighting(PersonId person, Cause cause, double similarity, Visit appearance) {
    /** Why a sighting is uncertain. */
    public enum Cause {
        /** Too few frames match the person, or frames contradict each other. */
        UNSURE_FRAMES,
        /** No frame has a candidate, but the faces resemble a person who is named elsewhere in the video. */
        LIKE_SOMEBODY_NAMED
    }
}
