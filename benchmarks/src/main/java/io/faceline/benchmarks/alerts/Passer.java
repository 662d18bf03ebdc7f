package io.faceline.benchmarks.alerts;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.Look;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackIdentity;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackShot;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People who pass by a camera one after another, each for ten seconds at five frames a second: of ten, six are known, from the
 * third look on.
 *
 * @param start of the first
 */
record Passer(int camera, Instant start) {
    static final long MILLIS_OF_FRAME = 200;

    private static final int LOOKS = 50;
    private static final int LOOKS_UNTIL_NAMED = 2;
    private static final int TEN = 10;
    private static final int KNOWN_OF_TEN = 6;
    private static final int STEP = 31;

    /** @param frame number of the camera's frame */
    TrackUpdate at(long frame) {
        var visit = (int) (frame / LOOKS);
        var first = (long) visit * LOOKS;
        var look = frame - first;
        var isLast = look == LOOKS - 1;
        return new TrackUpdate(
                TrackUpdate.id(id(first), 0),
                RuleMix.source(camera),
                new SessionId(SessionId.CAMERA_PREFIX + RuleMix.source(camera)),
                visit + 1,
                isLast ? TrackPhase.END : look == 0 ? TrackPhase.NEW : TrackPhase.UPDATE,
                frame,
                look(first),
                look(frame),
                look + 1,
                identity(look < LOOKS_UNTIL_NAMED ? null : person(visit), (int) look + 1),
                null,
                shot(frame - look % TEN),
                isLast ? TrackEnd.LOST : null);
    }

    private @Nullable PersonId person(int visit) {
        var isKnown = (camera + visit) % TEN < KNOWN_OF_TEN;
        return isKnown ? RuleMix.person(camera * STEP + visit * (STEP + 2)) : null;
    }

    private FrameId id(long frame) {
        return FrameId.of(RuleMix.source(camera), frame);
    }

    private Look look(long frame) {
        return new Look(id(frame), frame, null, start.plusMillis(frame * MILLIS_OF_FRAME));
    }

    private TrackShot shot(long frame) {
        return new TrackShot(
                id(frame),
                frame,
                frame * MILLIS_OF_FRAME / 1e3,
                new BoundingBox(0.1, 0.1, 0.2, 0.2),
                new Quality(0.8, 90, 0.5, 0.5, 0, 0, 0),
                0.7,
                List.of());
    }

    private static TrackIdentity identity(@Nullable PersonId who, int looks) {
        return who == null
                ? new TrackIdentity(Decision.UNKNOWN, null, 0, looks, null, 0.4, "model", 7)
                : new TrackIdentity(Decision.MATCH, who, looks, looks, 0.7, 0.4, "model", 7);
    }
}
