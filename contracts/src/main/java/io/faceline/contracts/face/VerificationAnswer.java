package io.faceline.contracts.face;

import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Whether two faces are the same person, decided with {@link Thresholds#verify}.
 *
 * @param otherFrame what was compared with, where it is a frame
 * @param otherPerson what was compared with, where it is a person: the best of the person's references
 * @param similarity cosine of the largest face of each side; absent when either side has no face
 */
public record VerificationAnswer(
        @Nullable FrameId otherFrame,
        @Nullable PersonId otherPerson,
        @Nullable Double similarity,
        Decision decision) {}
