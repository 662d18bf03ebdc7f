package io.faceline.tracker;

import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.identity.SessionId;

/** The key of a source in the tables: with the session, since the writer of a camera may use the source of somebody's video. */
final class SourceName {
    private static final char SEPARATOR = '|';

    private SourceName() {}

    static String of(FrameFacts facts) {
        return of(facts.session(), facts.source());
    }

    static String of(SessionId session, String source) {
        return session.value() + SEPARATOR + source;
    }

    /** Session ids do not contain the separator. */
    static SessionId session(String name) {
        return new SessionId(name.substring(0, name.indexOf(SEPARATOR)));
    }

    static String source(String name) {
        return name.substring(name.indexOf(SEPARATOR) + 1);
    }
}
