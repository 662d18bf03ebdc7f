package io.faceline.cli.watch;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.TestFaces;
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

/** Records of tracks; times are seconds since noon. */
final class TestTracks {
    static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    static final PersonId ADA = new PersonId("ada");
    static final PersonId GRACE = new PersonId("grace");
    static final TrackIdentity NOBODY = new TrackIdentity(Decision.UNKNOWN, null, 0, 0, null, 0.4, "model", -1);

    private TestTracks() {}

    static TrackIdentity is(PersonId person, double similarity) {
        return new TrackIdentity(Decision.MATCH, person, 2, 2, similarity, 0.4, "model", 1);
    }

    static TrackIdentity perhaps(PersonId person, double similarity) {
        return new TrackIdentity(Decision.UNCERTAIN, person, 0, 2, similarity, 0.4, "model", 1);
    }

    static Instant at(double seconds) {
        return NOON.plusMillis(Math.round(seconds * 1000));
    }

    static TrackUpdate track(int number, double from, double until, TrackIdentity identity) {
        return track(number, from, until, identity, 10, false);
    }

    static TrackUpdate ended(int number, double from, double until, TrackIdentity identity) {
        return track(number, from, until, identity, 10, true);
    }

    static TrackUpdate track(
            int number, double from, double until, TrackIdentity identity, long frames, boolean isEnded) {
        var first = new Look(new FrameId("watch/" + number), number, from, at(from));
        var last = new Look(new FrameId("watch/" + number + "-" + until), number + 100, until, at(until));
        var shot = new TrackShot(first.frame(), number, from, TestFaces.CENTER, TestFaces.GOOD, 0.9, List.of());
        return new TrackUpdate(
                TrackUpdate.id(first.frame(), 0),
                "watch",
                SessionId.ofSecret("a secret that nobody guesses"),
                number,
                isEnded ? TrackPhase.END : TrackPhase.UPDATE,
                number + 100,
                first,
                last,
                frames,
                identity,
                null,
                shot,
                isEnded ? TrackEnd.LOST : null);
    }
}
