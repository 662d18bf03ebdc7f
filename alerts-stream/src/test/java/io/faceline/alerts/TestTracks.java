package io.faceline.alerts;

import io.faceline.contracts.Blob;
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
import io.faceline.contracts.track.TrackPicture;
import io.faceline.contracts.track.TrackShot;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Updates of a track at a camera, five frames per second. */
public final class TestTracks {
    public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    public static final PersonId ADA = new PersonId("ada");
    public static final PersonId GRACE = new PersonId("grace");
    public static final String DOOR = "back-door";
    public static final SessionId CAMERA = new SessionId("camera:back-door");

    private static final long MILLIS_OF_FRAME = 200;

    private final String source;
    private final SessionId session;
    private final long first;

    /** @param first sequence number of the first frame */
    public TestTracks(String source, SessionId session, long first) {
        this.source = source;
        this.session = session;
        this.first = first;
    }

    public static TestTracks atDoor(long first) {
        return new TestTracks(DOOR, CAMERA, first);
    }

    public String id() {
        return TrackUpdate.id(frame(first), 0);
    }

    /** @param who null for somebody unknown */
    public TrackUpdate at(long sequence, @Nullable PersonId who) {
        return update(sequence, who, first, null);
    }

    /** With this frame as the best look. */
    public TrackUpdate shownAt(long sequence, @Nullable PersonId who, long shot) {
        return update(sequence, who, shot, null);
    }

    public TrackUpdate endedAt(long sequence, @Nullable PersonId who) {
        return update(sequence, who, first, TrackEnd.LOST);
    }

    private TrackUpdate update(long sequence, @Nullable PersonId who, long shot, @Nullable TrackEnd end) {
        var started = sequence == first ? TrackPhase.NEW : TrackPhase.UPDATE;
        return new TrackUpdate(
                id(),
                source,
                session,
                1,
                end == null ? started : TrackPhase.END,
                sequence,
                look(first),
                look(sequence),
                sequence - first + 1,
                identity(who),
                null,
                new TrackShot(
                        frame(shot),
                        shot,
                        shot * MILLIS_OF_FRAME / 1e3,
                        new BoundingBox(0.1, 0.1, 0.2, 0.2),
                        new Quality(0.8, 90, 0.5, 0.5, 0, 0, 0),
                        0.7,
                        List.of()),
                end);
    }

    public TrackPicture picture(long shot) {
        return new TrackPicture(id(), frame(shot), jpeg(shot));
    }

    public static Blob jpeg(long shot) {
        return Blob.wrap(new byte[] {-1, -40, (byte) shot});
    }

    public FrameId frame(long sequence) {
        return new FrameId(source + "/" + sequence);
    }

    private Look look(long sequence) {
        return new Look(frame(sequence), sequence, null, START.plusMillis(sequence * MILLIS_OF_FRAME));
    }

    private static TrackIdentity identity(@Nullable PersonId who) {
        return who == null
                ? new TrackIdentity(Decision.UNKNOWN, null, 0, 3, null, 0.4, "model", 7)
                : new TrackIdentity(Decision.MATCH, who, 3, 3, 0.7, 0.4, "model", 7);
    }
}
