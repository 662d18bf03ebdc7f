package io.faceline.contracts.frame;

import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.face.VerificationAnswer;
import io.faceline.contracts.person.EnrollmentAnswer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer for a frame: topic {@code matches}, public JSON. Carries person ids and never a name.
 *
 * @param modelId the embedding model used
 * @param galleryVersion offset of the shared gallery that was searched, -1 if it was empty
 * @param enrollment present in a frame of role {@link Role.Enrollment}
 * @param verification present in a frame of a verification role, unless it is the first of its pair
 * @param decidedBy absent in answers of older versions
 */
public record Match(
        FrameFacts facts,
        Outcome<Faces<MatchedFace>> outcome,
        String modelId,
        Thresholds thresholds,
        long galleryVersion,
        Instant answeredAt,
        @Nullable EnrollmentAnswer enrollment,
        @Nullable VerificationAnswer verification,
        @Nullable DecidedBy decidedBy) {
    public Match {
        if (facts.role() instanceof Role.Enrollment role) {
            facts = facts.withRole(role.withoutName());
        }
    }

    public Match(
            FrameFacts facts,
            Outcome<Faces<MatchedFace>> outcome,
            String modelId,
            Thresholds thresholds,
            long galleryVersion,
            Instant answeredAt,
            @Nullable EnrollmentAnswer enrollment,
            @Nullable VerificationAnswer verification) {
        this(facts, outcome, modelId, thresholds, galleryVersion, answeredAt, enrollment, verification, null);
    }

    public Match by(DecidedBy settings) {
        return new Match(
                facts, outcome, modelId, thresholds, galleryVersion, answeredAt, enrollment, verification, settings);
    }

    /** The same answer, once its changes can be read from this version of the shared gallery on. */
    public Match visibleFrom(long version) {
        return new Match(
                facts,
                outcome,
                modelId,
                thresholds,
                Math.max(version, galleryVersion),
                answeredAt,
                enrollment,
                verification,
                decidedBy);
    }
}
