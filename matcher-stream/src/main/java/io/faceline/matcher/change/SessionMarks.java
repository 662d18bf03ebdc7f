package io.faceline.matcher.change;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.session.SessionMark;
import io.faceline.contracts.session.SessionState;
import io.faceline.matcher.store.Outbox;
import io.faceline.runtime.store.Table;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The marks of sessions that are over, for this task in the table of last-seen times and for ingest and api in the topic
 * {@code sessions}, under the same keys. Confined to the task thread.
 */
final class SessionMarks {
    private final Table<Long> lastSeen;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Duration expiry;
    private final Duration kept;

    /**
     * @param expiry idle time after which an entry of the table is old
     * @param kept after this time nothing of an ended session can be left in any topic
     */
    SessionMarks(Table<Long> lastSeen, Outbox outbox, InstantSource clock, Duration expiry, Duration kept) {
        this.lastSeen = lastSeen;
        this.outbox = outbox;
        this.clock = clock;
        this.expiry = expiry;
        this.kept = kept;
    }

    void write(SessionMark mark, SessionId session) {
        var now = clock.instant();
        // With this time the entry becomes old, as sessions do, when the mark is not needed any more.
        var counted = now.plus(kept).minus(expiry);
        lastSeen.write(mark.keyOf(session), counted.toEpochMilli());
        outbox.session(mark.keyOf(session), new SessionState(session, now));
    }

    boolean has(SessionMark mark, SessionId session) {
        return lastSeen.read(mark.keyOf(session)).isPresent();
    }

    /** Does nothing without a mark. */
    void remove(SessionMark mark, SessionId session) {
        if (has(mark, session)) {
            remove(mark.keyOf(session));
        }
    }

    void remove(String key) {
        lastSeen.remove(key);
        outbox.session(key, null);
    }
}
