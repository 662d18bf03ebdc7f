package io.faceline.ingest.live;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.track.FaceTrack;
import io.faceline.contracts.track.TrackedFrame;
import java.util.List;

/** Answers with one face, and its track. */
final class TestTracks {
    static final long NUMBER = 3;
    static final PersonId ADA = new PersonId("ada");

    private TestTracks() {}

    static Match oneFace(FrameFacts facts) {
        return TestFrames.match(facts)
                .faces(new MatchedFace(TestFaces.face(), null))
                .build();
    }

    /** The face is Ada by the frames so far. */
    static TrackedFrame tracked(FrameFacts facts) {
        return new TrackedFrame(
                oneFace(facts), List.of(new FaceTrack(facts.source() + "/0/0", NUMBER, Decision.MATCH, ADA)));
    }
}
