package io.faceline.alerting;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.Look;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackIdentity;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackShot;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One track of a test, as the tracker reports it: a record a look, five looks a second, each of them good. Not thread-safe.
 */
public final class TestTracks {
    public static final String MODEL = "model-1";

    private static final double THRESHOLD = 0.45;
    private static final double LOOKS_PER_SECOND = 5;
    private static final double MILLIS_PER_SECOND = 1000;

    private final String source;
    private final SessionId session;
    private final Instant first;
    private final boolean isFilm;
    private final int face;
    private Instant last;
    private Decision decision = Decision.UNKNOWN;
    private @Nullable PersonId person;
    private @Nullable Integer matches;
    private @Nullable Integer goodLooks;
    private double similarity = 0.7;
    private double score = 0.5;
    private Instant shotAt;
    private boolean isBegun;

    private TestTracks(String source, SessionId session, Instant first, boolean isFilm, int face) {
        this.source = source;
        this.session = session;
        this.first = first;
        this.isFilm = isFilm;
        this.face = face;
        last = first;
        shotAt = first;
    }

    /** A track of a camera that begins at this time. */
    public static TestTracks at(String camera, Instant first) {
        return at(camera, first, 0);
    }

    /** @param face index in its first frame: another track that begins at the same time */
    public static TestTracks at(String camera, Instant first, int face) {
        return new TestTracks(camera, new SessionId(SessionId.CAMERA_PREFIX + camera), first, false, face);
    }

    /** A track of a film, whose position 0 was captured at the epoch second 1.8 billion, or of a visitor's webcam. */
    public static TestTracks film(String job, double position) {
        var first = Instant.ofEpochSecond(1_800_000_000).plusMillis(Math.round(position * MILLIS_PER_SECOND));
        return new TestTracks(job, new SessionId("visitor-1"), first, true, 0);
    }

    public String id() {
        return TrackUpdate.id(look(first).frame(), face);
    }

    /** Whom it names now; null if nobody. */
    public @Nullable String named() {
        return decision == Decision.MATCH && person != null ? person.value() : null;
    }

    public Instant first() {
        return first;
    }

    public Instant last() {
        return last;
    }

    @CanIgnoreReturnValue
    public TestTracks named(String who) {
        decision = Decision.MATCH;
        person = new PersonId(who);
        return this;
    }

    @CanIgnoreReturnValue
    public TestTracks maybe(String who) {
        decision = Decision.UNCERTAIN;
        person = new PersonId(who);
        return this;
    }

    @CanIgnoreReturnValue
    public TestTracks unknown() {
        decision = Decision.UNKNOWN;
        person = null;
        return this;
    }

    @CanIgnoreReturnValue
    public TestTracks matches(int looks) {
        matches = looks;
        return this;
    }

    @CanIgnoreReturnValue
    public TestTracks goodLooks(int looks) {
        goodLooks = looks;
        return this;
    }

    @CanIgnoreReturnValue
    public TestTracks similarity(double best) {
        similarity = best;
        return this;
    }

    /** With a better shot, of its next look. */
    @CanIgnoreReturnValue
    public TestTracks betterShot(Instant at, double better) {
        shotAt = at;
        score = better;
        return this;
    }

    /** The reference that the face resembles if somebody is named. */
    public static ReferenceId reference(String who) {
        return new ReferenceId("photo-of-" + who + "/0:0");
    }

    /** A look so many seconds after the first. */
    public TrackUpdate look(double seconds) {
        return look(seconds, null);
    }

    /** @param former whom the record before named, if this one does not */
    public TrackUpdate look(double seconds, @Nullable String former) {
        last = first.plusMillis(Math.round(seconds * MILLIS_PER_SECOND));
        var phase = isBegun ? TrackPhase.UPDATE : TrackPhase.NEW;
        isBegun = true;
        return update(phase, former, null);
    }

    public TrackUpdate end() {
        return end(TrackEnd.LOST);
    }

    public TrackUpdate end(TrackEnd reason) {
        return update(TrackPhase.END, null, reason);
    }

    private TrackUpdate update(TrackPhase phase, @Nullable String former, @Nullable TrackEnd end) {
        var looks = 1 + (int) (Duration.between(first, last).toMillis() / MILLIS_PER_SECOND * LOOKS_PER_SECOND);
        var isKnown = person != null;
        var identity = new TrackIdentity(
                decision,
                person,
                decision == Decision.MATCH ? matches == null ? looks : matches : 0,
                goodLooks == null ? looks : goodLooks,
                isKnown ? similarity : null,
                THRESHOLD,
                MODEL,
                1,
                null,
                person == null ? null : reference(person.value()));
        var beginning = look(first);
        return new TrackUpdate(
                id(),
                source,
                session,
                1,
                phase,
                look(last).sequence() + (end == null ? 0 : 2),
                beginning,
                look(last),
                looks,
                identity,
                former == null ? null : new PersonId(former),
                shot(),
                end);
    }

    private TrackShot shot() {
        var quality = new Quality(score, 120, 0.7, 0.5, 0, 0, 0);
        var at = look(shotAt);
        return new TrackShot(
                at.frame(),
                at.sequence(),
                at.seconds(),
                new BoundingBox(0.1, 0.1, 0.2, 0.2),
                quality,
                score,
                List.of());
    }

    private Look look(Instant at) {
        if (isFilm) {
            var position = (at.toEpochMilli() - 1_800_000_000_000L) / MILLIS_PER_SECOND;
            var sequence = Math.round(position * LOOKS_PER_SECOND);
            return new Look(
                    FrameId.of(source, sequence),
                    sequence,
                    position,
                    Instant.ofEpochSecond(1_800_000_000).plusMillis(Math.round(position * MILLIS_PER_SECOND)));
        }
        var sequence = at.toEpochMilli() / 200;
        return new Look(FrameId.of(source, sequence), sequence, null, at);
    }
}
