package io.faceline.contracts.frame;

import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.VerificationAnswer;
import io.faceline.contracts.person.EnrollmentAnswer;
import java.time.Instant;
import java.util.List;

/** The answer for a frame: no faces, from an empty gallery, and what a test changes. */
public final class MatchBuilder {
    private final FrameFacts facts;
    private Outcome<Faces<MatchedFace>> outcome = Outcome.made(TestFrames.faces(List.of()));
    private long galleryVersion = FrameFacts.ANY_GALLERY;
    private Instant answeredAt = TestFrames.NOW;
    private EnrollmentAnswer enrollment;
    private VerificationAnswer verification;

    MatchBuilder(FrameFacts facts) {
        this.facts = facts;
    }

    public MatchBuilder faces(MatchedFace... found) {
        return faces(List.of(found));
    }

    public MatchBuilder faces(List<MatchedFace> found) {
        return outcome(Outcome.made(TestFrames.faces(found)));
    }

    public MatchBuilder outcome(Outcome<Faces<MatchedFace>> changed) {
        outcome = changed;
        return this;
    }

    public MatchBuilder galleryVersion(long changed) {
        galleryVersion = changed;
        return this;
    }

    public MatchBuilder answeredAt(Instant changed) {
        answeredAt = changed;
        return this;
    }

    public MatchBuilder enrollment(EnrollmentAnswer changed) {
        enrollment = changed;
        return this;
    }

    public MatchBuilder verification(VerificationAnswer changed) {
        verification = changed;
        return this;
    }

    public Match build() {
        return new Match(
                facts,
                outcome,
                TestFrames.MODEL,
                TestFrames.THRESHOLDS,
                galleryVersion,
                answeredAt,
                enrollment,
                verification);
    }
}
