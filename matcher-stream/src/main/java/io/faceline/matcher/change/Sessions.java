package io.faceline.matcher.change;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.session.SessionMark;
import io.faceline.contracts.session.SessionState;
import io.faceline.matcher.decision.VerificationPairs;
import io.faceline.matcher.people.People;
import io.faceline.matcher.people.SessionGalleries;
import io.faceline.matcher.people.WritePeople;
import io.faceline.matcher.store.Outbox;
import io.faceline.runtime.store.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When each session was last seen, and what goes with a session when it ends. */
public final class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final int SIGHTS_PER_EXPIRY = 100;
    /** With the time between two looks it stays well below the minute within which an expired session must be gone. */
    private static final Duration COARSEST_SIGHT = Duration.ofSeconds(20);

    private final Table<Long> lastSeen;
    private final SessionGalleries galleries;
    private final VerificationPairs pairs;
    private final People people;
    private final WritePeople write;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Duration expiry;
    private final SessionMarks marks;

    /**
     * @param expiry idle time after which a session ends
     * @param markKept how long it must be known that a session ended
     */
    public Sessions(
            Table<Long> lastSeen,
            SessionGalleries galleries,
            VerificationPairs pairs,
            People people,
            WritePeople write,
            Outbox outbox,
            InstantSource clock,
            Duration expiry,
            Duration markKept) {
        this.lastSeen = lastSeen;
        this.galleries = galleries;
        this.pairs = pairs;
        this.people = people;
        this.write = write;
        this.outbox = outbox;
        this.clock = clock;
        this.expiry = expiry;
        this.marks = new SessionMarks(lastSeen, outbox, clock, expiry, markKept);
    }

    /** The session is in use. Written down once in a while only, since every frame says so. */
    public void see(SessionId session) {
        // A camera's session does not expire, and its writer makes up the name: remembering each would never end.
        if (session.isShared() || session.isCamera() || isOver(session)) {
            return;
        }
        var now = clock.instant();
        var before = lastSeen(session);
        if (before.isEmpty()) {
            // Nobody has its secret any more but a run that continues after a long pause, or a frame that was under
            // way.
            marks.remove(SessionMark.EXPIRED, session);
        }
        if (before.isEmpty() || before.get().plus(coarseness()).isBefore(now)) {
            write(session, now);
        }
    }

    /**
     * The session does not expire before, as if it was seen later than now; see {@link
     * io.faceline.contracts.change.Change.KeepAlive}.
     */
    public void keepUntil(SessionId session, Instant until) {
        var now = clock.instant();
        var before = lastSeen(session);
        if (session.isShared() || session.isCamera() || isOver(session) || before.isEmpty()) {
            return;
        }
        var seen = until.minus(expiry);
        var isKept = seen.isAfter(now);
        var change = Duration.between(before.get(), seen).abs();
        if (isKept && change.compareTo(coarseness()) > 0) {
            write(session, seen);
        } else if (!isKept && before.get().isAfter(now)) {
            write(session, now);
        }
    }

    private Optional<Instant> lastSeen(SessionId session) {
        return lastSeen.read(session.value()).map(Instant::ofEpochMilli);
    }

    private void write(SessionId session, Instant seen) {
        lastSeen.write(session.value(), seen.toEpochMilli());
        outbox.session(session.value(), new SessionState(session, seen));
    }

    /** Whether the owner ended the session: whatever of it was under way is refused, in whatever order it comes. */
    public boolean hasEnded(SessionId session) {
        return marks.has(SessionMark.ENDED, session);
    }

    /** The key of a mark is no session, whoever says so. */
    private boolean isOver(SessionId session) {
        return SessionMark.isMark(session.value()) || hasEnded(session);
    }

    void end(SessionId session) {
        end(session, SessionMark.ENDED);
    }

    /**
     * Erases all that is the session's. Its people are marked first, so that no replay brings them back; doing it twice
     * does no harm.
     */
    private void end(SessionId session, SessionMark mark) {
        // A camera goes on under the name that its writer made up.
        if (!session.isCamera()) {
            marks.write(mark, session);
        }
        people.ofSession(session).forEach(person -> write.markDeleted(person.id(), session));
        galleries.of(session).gallery().people().stream()
                .filter(id -> people.find(id).isEmpty())
                .forEach(id -> write.markDeleted(id, session));
        galleries.erase(session);
        pairs.erase(session);
        lastSeen.remove(session.value());
        outbox.session(session.value(), null);
    }

    /**
     * Never too early: a session may have been seen a little later than was written down. Also forgets old marks.
     *
     * @return whether any ended
     */
    public boolean expireIdle() {
        if (!write.isReady()) {
            return false;
        }
        var earliest = clock.instant().minus(expiry).minus(coarseness()).toEpochMilli();
        var old = lastSeen.where(seen -> seen < earliest).keySet();
        old.stream().filter(SessionMark::isMark).forEach(marks::remove);
        var idle = old.stream().filter(key -> !SessionMark.isMark(key)).toList();
        for (var session : idle) {
            LOG.info("session expired session={} expiry={}", session, expiry);
            end(new SessionId(session), SessionMark.EXPIRED);
        }
        return !idle.isEmpty();
    }

    private Duration coarseness() {
        var share = expiry.dividedBy(SIGHTS_PER_EXPIRY);
        return share.compareTo(COARSEST_SIGHT) < 0 ? share : COARSEST_SIGHT;
    }
}
