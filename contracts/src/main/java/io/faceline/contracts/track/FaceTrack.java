package io.faceline.contracts.track;

import io.faceline.contracts.Checks;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Which track a face of a frame belongs to, and who it is by all frames up to this one.
 *
 * @param id of the track
 * @param number of the track, from 1, in the order in which the tracks of the source began
 * @param decision uncertain rather than a match if the face continues the track by its position alone
 * @param person of a match; the best candidate if uncertain; absent if unknown
 */
public record FaceTrack(
        String id, long number, Decision decision, @Nullable PersonId person) {
    public FaceTrack {
        Checks.require(
                (decision == Decision.UNKNOWN) == (person == null),
                "a person is required unless the decision is unknown, was " + decision);
    }

    /** As somebody said by hand. */
    public FaceTrack correctedBy(Correction correction) {
        if (correction.person() != null) {
            return new FaceTrack(id, number, Decision.MATCH, correction.person());
        }
        return person != null && correction.not().contains(person)
                ? new FaceTrack(id, number, Decision.UNKNOWN, null)
                : this;
    }
}
