package io.faceline.matcher.change;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.session.SessionState;
import io.faceline.matcher.decision.VerificationPairs;
import io.faceline.matcher.people.People;
import io.faceline.matcher.people.SessionGalleries;
import io.faceline.matcher.people.WritePeople;
import io.faceline.matcher.store.Outbox;
import io.faceline.matcher.store.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

    public Sessions(
            Table<Long> lastSeen,
            SessionGalleries galleries,
            VerificationPairs pairs,
            People people,
            WritePeople write,
            Outbox outbox,
            InstantSource clock,
            Duration expiry) {
        this.lastSeen = lastSeen;
        this.galleries = galleries;
        this.pairs = pairs;
        this.people = people;
        this.write = write;
        this.outbox = outbox;
        this.clock = clock;
        this.expiry = expiry;
    }

    /** The session is in use. Written down once in a while only, since every frame says so. */
    public void see(SessionId session) {
        // A camera's session does not expire, and its writer makes up the name: remembering each would never end.
        if (session.isShared() || session.isCamera()) {
            return;
        }
        var now = clock.instant();
        var before = lastSeen.read(session.value()).map(Instant::ofEpochMilli);
        if (before.isEmpty() || before.get().plus(coarseness()).isBefore(now)) {
            lastSeen.write(session.value(), now.toEpochMilli());
            outbox.session(session, new SessionState(session, now));
        }
    }

    /**
     * Erases all that is the session's. Its people are marked first, so that no replay brings them back; doing it twice
     * does no harm.
     */
    void end(SessionId session) {
        people.ofSession(session).forEach(person -> write.markDeleted(person.id(), session));
        galleries.of(session).gallery().people().stream()
                .filter(id -> people.find(id).isEmpty())
                .forEach(id -> write.markDeleted(id, session));
        galleries.erase(session);
        pairs.erase(session);
        lastSeen.remove(session.value());
        outbox.session(session, null);
    }

    /**
     * Never too early: a session may have been seen a little later than was written down.
     *
     * @return whether any ended
     */
    public boolean expireIdle() {
        if (!write.isReady()) {
            return false;
        }
        var earliest = clock.instant().minus(expiry).minus(coarseness()).toEpochMilli();
        var idle = lastSeen.where(seen -> seen < earliest).keySet();
        for (var session : idle) {
            LOG.info("session expired session={} expiry={}", session, expiry);
            end(new SessionId(session));
        }
        return !idle.isEmpty();
    }

    private Duration coarseness() {
        var share = expiry.dividedBy(SIGHTS_PER_EXPIRY);
        return share.compareTo(COARSEST_SIGHT) < 0 ? share : COARSEST_SIGHT;
    }
}
