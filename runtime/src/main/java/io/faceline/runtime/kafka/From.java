package io.faceline.runtime.kafka;

import java.time.Instant;
import java.util.Map;

/** Where a reader begins. */
public sealed interface From {
    From EARLIEST = new Earliest();
    From LATEST = new Latest();

    /** The first record of this time or later. */
    static From at(Instant time) {
        return new At(time);
    }

    /** Where another reader of the topic stopped; partitions that it does not name from now on. */
    static From offsets(Map<Integer, Long> next) {
        return new Offsets(next);
    }

    /** All that is kept. */
    record Earliest() implements From {}

    /** Only what is sent from now on. */
    record Latest() implements From {}

    /** The first record of this time or later. */
    record At(Instant time) implements From {}

    /** @param next the offset to begin with, by partition */
    record Offsets(Map<Integer, Long> next) implements From {
        public Offsets {
            next = Map.copyOf(next);
        }
    }
}
