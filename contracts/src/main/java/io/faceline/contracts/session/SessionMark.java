package io.faceline.contracts.session;

import io.faceline.contracts.identity.SessionId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The mark of a session that is over: a record of the topic {@code sessions} under a key of its own, which no record of
 * the session replaces, whoever writes it and in whatever order. Its value has the time of the end as
 * {@link SessionState#lastSeen}. A tombstone follows once nothing of the session can be left.
 */
public enum SessionMark {
    /** Its owner ended it: nothing of it is accepted any more, not even what was under way. */
    ENDED("ended:"),
    /** It was idle for too long. A frame of a run that continues after a long pause takes the mark away. */
    EXPIRED("expired:");

    private final String prefix;

    SessionMark(String prefix) {
        this.prefix = prefix;
    }

    /** The key of the mark. */
    public String keyOf(SessionId session) {
        return prefix + session.value();
    }

    /** Whether this is the key of a mark, so that no session may have it as its id. */
    public static boolean isMark(String key) {
        return of(key).isPresent();
    }

    /** The session that a key marks as over; empty for the key of a session. */
    public static Optional<SessionId> sessionOf(String key) {
        return of(key).flatMap(mark -> SessionId.parse(key.substring(mark.prefix.length())));
    }

    private static Optional<SessionMark> of(String key) {
        return Stream.of(values()).filter(mark -> key.startsWith(mark.prefix)).findFirst();
    }
}
