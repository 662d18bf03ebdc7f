package io.faceline.runtime.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The position where a reader starts. */
public sealed interface StartOffset {
    StartOffset EARLIEST = new Earliest();
    StartOffset LATEST = new Latest();

    /** Between the clocks of a service and a broker; time synchronisation keeps them within milliseconds. */
    Duration MAX_CLOCK_DIFFERENCE = Duration.ofSeconds(10);

    /**
     * The first record of what began at this time by this process's clock. Records have the time of the broker's clock,
     * so the start is a little earlier; the reader must skip what it finds there.
     */
    static StartOffset ofWorkSince(Instant began) {
        return new At(began.minus(MAX_CLOCK_DIFFERENCE));
    }

    /** The first record of what began after this time by this process's clock, or a little later. */
    static StartOffset ofWorkAfter(Instant ended) {
        return new At(ended.plus(MAX_CLOCK_DIFFERENCE));
    }

    /** The first record at or after this time by the broker's clock. */
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
