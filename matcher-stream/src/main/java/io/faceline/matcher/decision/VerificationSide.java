package io.faceline.matcher.decision;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The first frame of a pair, stored until the second arrives.
 *
 * @param embedding of the largest face; absent if the frame has no face
 * @param loss why the frame was lost; absent if it was not
 * @param rawLength as in {@link EmbeddedFace}; absent also in entries of older versions
 */
public record VerificationSide(
        FrameId frame,
        FrameId other,
        SessionId session,
        String modelId,
        @Nullable Embedding embedding,
        @Nullable String loss,
        Instant keptAt,
        @Nullable Double rawLength) {
    String key() {
        return key(session, frame);
    }

    static String key(SessionId session, FrameId frame) {
        return session.value() + "|" + frame.value();
    }

    boolean isPairedWith(VerificationSide second) {
        return other.equals(second.frame) && second.other.equals(frame);
    }
}
