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

/** Tracks when each session was last used, and erases sessions that end or expire. Confined to the task thread. */
public final class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final int UPDATES_PER_EXPIRY = 100;
    /**
     * Together with the interval of the expiry check this stays below the minute within which an expired session is
     * erased.
     */
    private static final Duration MAX_UPDATE_INTERVAL = Duration.ofSeconds(20);

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

    /** Marks a session as used. Written only at intervals, since every frame calls this. */
    public void touch(SessionId session) {
        if (session.isShared()) {
            return;
        }
        var now = clock.instant();
        var before = lastSeen.find(session.value()).map(Instant::ofEpochMilli);
        if (before.isEmpty() || before.get().plus(updateInterval()).isBefore(now)) {
            lastSeen.put(session.value(), now.toEpochMilli());
            outbox.session(session, new SessionState(session, now));
        }
    }

    /**
     * Erases all data of the session. Its people are marked as deleted first, so that no replay restores them.
     * Idempotent.
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
     * Ends idle sessions. Allows for the update interval, so that no session ends too early.
     *
     * @return whether any session ended
     */
    public boolean expireIdle() {
        if (!write.isReady()) {
            return false;
        }
        var earliest = clock.instant().minus(expiry).minus(updateInterval()).toEpochMilli();
        var idle = lastSeen.where(seen -> seen < earliest).keySet();
        for (var session : idle) {
            LOG.info("event=session_expired session={} expiry={}", session, expiry);
            end(new SessionId(session));
        }
        return !idle.isEmpty();
    }

    private Duration updateInterval() {
        var share = expiry.dividedBy(UPDATES_PER_EXPIRY);
        return share.compareTo(MAX_UPDATE_INTERVAL) < 0 ? share : MAX_UPDATE_INTERVAL;
    }
}
