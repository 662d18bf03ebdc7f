package io.faceline.contracts.track;

import io.faceline.contracts.Checks;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who a tracked face is, by the votes of all its frames so far.
 *
 * @param person of a match; the best candidate if uncertain; absent if unknown
 * @param matches number of frames that are matches of this person
 * @param goodLooks number of frames with a face good enough to recognise somebody
 * @param similarity highest similarity of a frame to the person; absent if unknown
 * @param threshold similarity from which a frame was a match, in the last frame
 * @param modelId embedding model of the last frame
 * @param galleryVersion of the shared gallery that the last frame was searched in, -1 if it was empty
 */
public record TrackIdentity(
        Decision decision,
        @Nullable PersonId person,
        int matches,
        int goodLooks,
        @Nullable Double similarity,
        double threshold,
        String modelId,
        long galleryVersion) {
    public TrackIdentity {
        Checks.require(
                (decision == Decision.UNKNOWN) == (person == null),
                "a person is required unless the decision is unknown, was " + decision);
    }

    /** @throws IllegalStateException if nobody is known */
    public PersonId requirePerson() {
        if (person == null) {
            throw new IllegalStateException("nobody is known");
        }
        return person;
    }

    /** The same without the person. */
    public TrackIdentity unknown() {
        return new TrackIdentity(Decision.UNKNOWN, null, 0, goodLooks, null, threshold, modelId, galleryVersion);
    }
}
