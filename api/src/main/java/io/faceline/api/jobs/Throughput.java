package io.faceline.api.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** The recent rate of answered frames, by the time of the answer and not of reading. Not thread-safe. */
final class Throughput {
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final double MILLIS = 1000;

    private final Deque<Instant> answered = new ArrayDeque<>();

    void answered(Instant at) {
        answered.addLast(at);
        removeBefore(at.minus(WINDOW));
    }

    /** Frames per second; empty with too few frames. */
    OptionalDouble at(Instant now) {
        removeBefore(now.minus(WINDOW));
        if (answered.size() < 2) {
            return OptionalDouble.empty();
        }
        var seconds = Duration.between(answered.getFirst(), now).toMillis() / MILLIS;
        return seconds <= 0 ? OptionalDouble.empty() : OptionalDouble.of(answered.size() / seconds);
    }

    private void removeBefore(Instant time) {
        while (!answered.isEmpty() && answered.getFirst().isBefore(time)) {
            answered.removeFirst();
        }
    }
}
