package io.faceline.contracts.frame;

import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.face.VerificationAnswer;
import io.faceline.contracts.person.EnrollmentAnswer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer for a frame: {@code matches}, public JSON. Carries person ids and never a name.
 *
 * @param modelId the embedding model that all of this rests on
 * @param galleryVersion the offset of the shared gallery that answered, -1 for an empty one
 * @param enrollment present when the frame was to be enrolled
 * @param verification present when the frame was to be compared, and is not the first of its pair
 */
public record Match(
        FrameFacts facts,
        Outcome<Faces<MatchedFace>> outcome,
        String modelId,
        Thresholds thresholds,
        long galleryVersion,
        Instant answeredAt,
        @Nullable EnrollmentAnswer enrollment,
        @Nullable VerificationAnswer verification) {
    public Match {
        if (facts.role() instanceof Role.Enrollment role) {
            facts = facts.withRole(role.withoutName());
        }
    }
}
