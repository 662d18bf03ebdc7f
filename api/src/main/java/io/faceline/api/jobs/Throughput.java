package io.faceline.api.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** How many frames were answered a second of late, by when they were answered and not when they were read. Of one thread. */
final class Throughput {
    private static final Duration LATELY = Duration.ofSeconds(10);
    private static final double MILLIS = 1000;

    private final Deque<Instant> answered = new ArrayDeque<>();

    void answered(Instant at) {
        answered.addLast(at);
        forgetBefore(at.minus(LATELY));
    }

    /** Frames a second; empty with too few frames to tell. */
    OptionalDouble at(Instant now) {
        forgetBefore(now.minus(LATELY));
        if (answered.size() < 2) {
            return OptionalDouble.empty();
        }
        var seconds = Duration.between(answered.getFirst(), now).toMillis() / MILLIS;
        return seconds <= 0 ? OptionalDouble.empty() : OptionalDouble.of(answered.size() / seconds);
    }

    private void forgetBefore(Instant time) {
        while (!answered.isEmpty() && answered.getFirst().isBefore(time)) {
            answered.removeFirst();
        }
    }
}
