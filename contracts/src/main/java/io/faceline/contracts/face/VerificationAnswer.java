package io.faceline.contracts.face;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Whether two faces are the same person, decided with {@link Thresholds#verify}.
 *
 * @param otherFrame the frame compared with; absent if compared with a person
 * @param otherPerson the person compared with, by the best of the person's references; absent if compared with a frame
 * @param similarity cosine similarity of the largest face of each side; absent if either side has no face
 * @param reason {@link Reason#UNRECOGNISABLE} if the similarity suffices, but both faces are too poor to tell people apart
 */
public record VerificationAnswer(
        @Nullable FrameId otherFrame,
        @Nullable PersonId otherPerson,
        @Nullable Double similarity,
        Decision decision,
        @OmittedIfAbsent @Nullable Reason reason) {
    public VerificationAnswer(
            @Nullable FrameId otherFrame,
            @Nullable PersonId otherPerson,
            @Nullable Double similarity,
            Decision decision) {
        this(otherFrame, otherPerson, similarity, decision, null);
    }
}
