package io.faceline.contracts.alert;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.track.TrackIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, and why it is said.
 *
 * @param person of a match; the best candidate if uncertain; absent if unknown
 * @param matches looks that are matches of the person
 * @param goodLooks looks that are good enough to recognise somebody
 * @param similarity of the best look
 * @param threshold from which a look is a match
 * @param galleryVersion of the shared gallery that was searched
 * @param reference that the best look resembles
 */
public record AlertIdentity(
        Decision decision,
        @OmittedIfAbsent @Nullable PersonId person,
        int matches,
        int goodLooks,
        @OmittedIfAbsent @Nullable Double similarity,
        double threshold,
        String modelId,
        long galleryVersion,
        @OmittedIfAbsent @Nullable ReferenceId reference) {
    public static AlertIdentity of(TrackIdentity track) {
        return new AlertIdentity(
                track.decision(),
                track.person(),
                track.matches(),
                track.goodLooks(),
                track.similarity(),
                track.threshold(),
                track.modelId(),
                track.galleryVersion(),
                track.reference());
    }

    /** The same of a person, as somebody said by hand: no look resembles them. */
    public AlertIdentity said(PersonId who) {
        return new AlertIdentity(Decision.MATCH, who, 0, goodLooks, null, threshold, modelId, galleryVersion, null);
    }

    /** The same of nobody. */
    public AlertIdentity unknown() {
        return new AlertIdentity(Decision.UNKNOWN, null, 0, goodLooks, null, threshold, modelId, galleryVersion, null);
    }
}
