package io.faceline.api.jobs.visits;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.Look;
import io.faceline.contracts.track.TrackIdentity;
import io.faceline.contracts.track.TrackShot;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Appearances in a video of five frames a second. */
public final class TestAppearances {
    private final SessionId session;
    private final String job;
    private long number;

    public TestAppearances(SessionId session, String job) {
        this.session = session;
        this.job = job;
    }

    public Appearance of(String person, double from, double to) {
        return appearance(
                from, to, new TrackIdentity(Decision.MATCH, new PersonId(person), 3, 4, 0.7, 0.46, "model", 5), null);
    }

    public Appearance perhaps(String person, double from, double to) {
        return appearance(
                from,
                to,
                new TrackIdentity(Decision.UNCERTAIN, new PersonId(person), 1, 4, 0.44, 0.46, "model", 5),
                null);
    }

    /** @param group of the same unknown person */
    public Appearance ofUnknown(String group, double from, double to) {
        return appearance(from, to, new TrackIdentity(Decision.UNKNOWN, null, 0, 4, null, 0.46, "model", 5), group);
    }

    private Appearance appearance(double from, double to, TrackIdentity identity, @Nullable String group) {
        number++;
        var first = look(from);
        var shot = shot(first);
        return new Appearance(
                TrackUpdate.id(first.frame(), (int) number),
                job,
                session,
                number,
                number,
                false,
                first,
                look(to),
                Math.round((to - from) * 5) + 1,
                identity,
                shot,
                shot,
                shot,
                group,
                true,
                null);
    }

    private Look look(double seconds) {
        var sequence = Math.round(seconds * 5);
        return new Look(FrameId.of(job, sequence), sequence, seconds, Instant.EPOCH);
    }

    private static TrackShot shot(Look look) {
        return new TrackShot(
                look.frame(),
                look.sequence(),
                look.seconds(),
                new BoundingBox(0.1, 0.1, 0.2, 0.2),
                new Quality(0.8, 100, 0.9, 0.5, 0, 0, 0),
                0.8,
                List.of());
    }
}
