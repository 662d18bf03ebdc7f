package io.faceline.delivery.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many messages about opened alerts a receiver got within the last hour. Not thread-safe. */
final class Lid {
    /** Why a message waits. */
    static final String REASON = "More than the receiver wants in an hour: told in a summary";

    private static final Duration WINDOW = Duration.ofHours(1);

    private final Deque<Instant> told = new ArrayDeque<>();

    void told(Instant when) {
        told.addLast(when);
    }

    boolean isFull(int lid, Instant now) {
        while (!told.isEmpty() && !told.getFirst().plus(WINDOW).isAfter(now)) {
            told.removeFirst();
        }
        return told.size() >= lid;
    }

    /** When the next may be told. Of a full one. */
    Instant freeAt() {
        return told.getFirst().plus(WINDOW);
    }
}
