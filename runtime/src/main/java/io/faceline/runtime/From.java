package io.faceline.runtime;

import java.time.Instant;

/** Where a reader begins. */
public sealed interface From {
    From EARLIEST = new Earliest();
    From LATEST = new Latest();

    /** The first record of this time or later. */
    static From at(Instant time) {
        return new At(time);
    }

    /** All that is kept. */
    record Earliest() implements From {}

    /** Only what is sent from now on. */
    record Latest() implements From {}

    /** The first record of this time or later. */
    record At(Instant time) implements From {}
}
