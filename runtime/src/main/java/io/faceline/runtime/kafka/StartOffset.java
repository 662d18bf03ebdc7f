package io.faceline.runtime.kafka;

import java.time.Instant;
import java.util.Map;

/** The position where a reader starts. */
public sealed interface StartOffset {
    StartOffset EARLIEST = new Earliest();
    StartOffset LATEST = new Latest();

    /** The first record at or after this time. */
    static StartOffset at(Instant time) {
        return new At(time);
    }

    /**
     * The given offsets, such as those where another reader stopped; partitions without an offset start at their end.
     */
    static StartOffset offsets(Map<Integer, Long> next) {
        return new Offsets(next);
    }

    /** All retained records. */
    record Earliest() implements StartOffset {}

    /** Only records sent from now on. */
    record Latest() implements StartOffset {}

    /** The first record at or after this time. */
    record At(Instant time) implements StartOffset {}

    /** @param next the first offset to read, by partition */
    record Offsets(Map<Integer, Long> next) implements StartOffset {
        public Offsets {
            next = Map.copyOf(next);
        }
    }
}
