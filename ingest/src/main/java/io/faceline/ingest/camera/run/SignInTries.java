package io.faceline.ingest.camera.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The tries that a camera refused. Many cameras lock the account after a few, for half an hour from the last one: so there are
 * never more than three in half an hour, whatever else changes. Not thread-safe.
 */
final class SignInTries {
    static final int MAX = 3;
    static final Duration WINDOW = Duration.ofMinutes(30);

    private final Deque<Instant> refused = new ArrayDeque<>();

    void refused(Instant at) {
        refused.addLast(at);
        while (refused.size() > MAX) {
            refused.removeFirst();
        }
    }

    /** This time, or later if there were too many tries before it. */
    Instant notBefore(Instant wanted) {
        if (refused.size() < MAX) {
            return wanted;
        }
        var allowed = refused.getFirst().plus(WINDOW);
        return allowed.isAfter(wanted) ? allowed : wanted;
    }
}
