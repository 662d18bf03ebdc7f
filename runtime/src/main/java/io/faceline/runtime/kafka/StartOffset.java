package io.faceline.runtime.kafka;

import java.time.Instant;
import java.util.Map;

/** Where a reader begins. */
public sealed interface StartOffset {
    StartOffset EARLIEST = new Earliest();
    StartOffset LATEST = new Latest();

    /** The first record of this time or later. */
    static StartOffset at(Instant time) {
        return new At(time);
    }

    /** Where another reader of the topic stopped; partitions that it does not name from now on. */
    static StartOffset offsets(Map<Integer, Long> next) {
        return new Offsets(next);
    }

    /** All that is kept. */
    record Earliest() implements StartOffset {}

    /** Only what is sent from now on. */
    record Latest() implements StartOffset {}

    /** The first record of this time or later. */
    record At(Instant time) implements StartOffset {}

    /** @param next the offset to begin with, by partition */
    record Offsets(Map<Integer, Long> next) implements StartOffset {
        public Offsets {
            next = Map.copyOf(next);
        }
    }
}
